import type { Procedure } from '../procedure/procedure.ts';
import { stagesOf, type Stage } from '../procedure/definition.ts';
import type { ObligationRow, Rows } from '../rows.ts';
import type { CaseState } from './case.ts';

/** The case's own line, and what the office owes it: ending the stages that stand open and end by its hand. */
export function caseRows(id: string, state: CaseState, procedure: Procedure): Rows {
  const { title, open } = state.context;
  const stages = stagesOf(procedure.definition).filter((stage) => open.includes(stage.id));
  return {
    item: {
      kind: 'case',
      id,
      case: id,
      stage: open[0] ?? null,
      status: state.status === 'done' ? 'ended' : 'running',
      label: title,
      department: null,
      due: open[0] ? dueOf(state, open[0]) : null,
      no: null,
    },
    obligations: [
      ...asideOwed(id, state),
      ...stages.flatMap((stage) => stageOwed(id, state, procedure, stage)),
    ],
  };
}

/** The date of a stage; none while the file lies with others (计时中止). */
function dueOf({ context }: CaseState, stage: string): string | null {
  const { due, paused } = context.entered[stage] ?? { due: null };
  return paused === undefined ? due : null;
}

function stageOwed(
  id: string,
  state: CaseState,
  procedure: Procedure,
  stage: Stage,
): readonly ObligationRow[] {
  const { kind, params } = procedure.stage(stage.id);
  const due = dueOf(state, stage.id);
  if (kind.leave)
    return [{ name: `advance:${stage.id}`, holder: 'office', verb: 'case.advance', case: id, due }];
  return (kind.owed?.(params) ?? []).map(({ holder, verb }) => ({
    name: `${verb}:${stage.id}`,
    holder,
    verb,
    case: id,
    due,
  }));
}

/** What waits for a second person: a case that was taken over, an exemption that was asked for. */
function asideOwed(id: string, { context }: CaseState): readonly ObligationRow[] {
  const owed = { holder: 'office-director', case: id, due: null };
  const asked = Object.entries(context.exemptions).filter(([, { granted }]) => !granted);
  return [
    ...(context.joined?.confirmed === false
      ? [{ ...owed, name: `confirm-joining:${context.joined.stage}`, verb: 'case.confirm-joining' }]
      : []),
    ...asked.map(([gate]) => ({ ...owed, name: `exemption:${gate}`, verb: 'case.grant-exemption' })),
  ];
}
