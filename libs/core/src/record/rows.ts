import type { ObligationRow, Rows } from '../rows.ts';
import { unanswered, untold, type RecordState } from './record.ts';

/** Who owes what about a record: taking note of it, checking it, answering an objection, putting right what holds. */
export function recordRows(id: string, state: RecordState): Rows {
  const { context, value } = state;
  const owed = { case: context.case, due: null };
  return {
    item: {
      kind: 'record',
      id,
      case: context.case,
      stage: context.stage,
      status: String(value),
      label: context.title,
      department: null,
      due: null,
      no: null,
    },
    obligations: [
      ...untold(context).map(({ post, person }) => ({
        ...owed,
        name: `acknowledge:${post}`,
        holder: `person:${person}`,
        verb: 'record.acknowledge',
        due: context.lapses,
      })),
      ...checking(state).map((row) => ({ ...owed, ...row })),
      ...unanswered(context).map((post) => ({
        ...owed,
        name: `answer:${post}`,
        holder: 'office',
        verb: 'record.answer-objection',
      })),
      ...repairing(state).map((row) => ({ ...owed, ...row })),
    ],
  };
}

type Owed = Pick<ObligationRow, 'name' | 'holder' | 'verb'>;

const checking = ({ context: { checker, checked } }: RecordState): readonly Owed[] =>
  checker === null || checked ? [] : [{ name: 'check', holder: `post:${checker}`, verb: 'record.check' }];

function repairing(state: RecordState): readonly Owed[] {
  const mended = state.context.exemptOnly.length === 0 ? 'record.correct' : 'record.exempt';
  if (state.matches('held')) return [{ name: 'repair', holder: 'office', verb: mended }];
  if (!state.matches('repairing')) return [];
  const { repair } = state.context;
  const holder = repair?.approvedBy ? `post:${repair.approvedBy}` : 'office-director';
  return [{ name: 'confirm', holder, verb: 'record.confirm-repair' }];
}
