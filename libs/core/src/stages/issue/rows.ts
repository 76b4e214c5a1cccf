import type { ObligationRow, Rows } from '../../rows.ts';
import type { IssueContext } from './facts.ts';
import { unreceived, type IssueState } from './issue.ts';
import { blocking, missing, uncountersigned } from './steps.ts';

export function issueRows(id: string, state: IssueState): Rows {
  const { case: caseId, stage, title, due } = state.context;
  return {
    item: {
      kind: 'issue',
      id,
      case: caseId,
      stage,
      status: state.value,
      label: title,
      department: null,
      due,
      no: null,
    },
    obligations: [...editorial(state), ...owes(state)].map((row) => ({ case: caseId, due, ...row })),
  };
}

type Owed = Pick<ObligationRow, 'name' | 'holder' | 'verb'>;

/** 编辑性修改 waits for a second person. */
const editorial = ({ context }: IssueState): readonly Owed[] =>
  context.editorial
    ? [{ name: 'confirm-editorial', holder: 'office-director', verb: 'issue.confirm-editorial' }]
    : [];

/** Steps that the hospital asks for stand beside the next one; that one is owed as soon as none of them blocks it. */
function owes(state: IssueState): readonly Owed[] {
  const { context } = state;
  switch (state.value) {
    case 'drafted':
      return [
        ...asked(context, ['review', 'countersign']),
        ...next(context, SIGN, ['review', 'countersign']),
      ];
    case 'signed':
      return [...asked(context, ['check']), ...next(context, NUMBER, ['check'])];
    case 'numbered':
      return [...asked(context, ['check', 'seal']), ...next(context, PUBLISH, ['check', 'seal'])];
    case 'issued':
      return unreceived(state).map((department) => ({
        name: `acknowledge:${department}`,
        holder: `department-head@${department}`,
        verb: 'issue.acknowledge',
      }));
    default:
      return [];
  }
}

const SIGN: Owed = { name: 'sign', holder: 'leader', verb: 'issue.sign' };
const NUMBER: Owed = { name: 'number', holder: 'office', verb: 'issue.number' };
const PUBLISH: Owed = { name: 'publish', holder: 'office', verb: 'issue.publish' };

const next = (context: IssueContext, owed: Owed, before: Parameters<typeof missing>[1]): readonly Owed[] =>
  blocking(context, before).length === 0 ? [owed] : [];

const asked = (context: IssueContext, steps: Parameters<typeof missing>[1]): readonly Owed[] =>
  missing(context, steps).flatMap((step) =>
    step === 'countersign'
      ? uncountersigned(context).map((department) => ({
          name: `countersign:${department}`,
          holder: `department-head@${department}`,
          verb: 'issue.countersign',
        }))
      : [{ name: step, holder: 'office', verb: `issue.${step}` }],
  );
