import type { Procedure } from '../procedure/procedure.ts';
import { stagesOf } from '../procedure/definition.ts';
import type { ObligationRow, Rows } from '../rows.ts';
import type { CaseState } from './case.ts';

/** The case's own line, and what the office owes it: ending the stages that stand open and end by its hand. */
export function caseRows(id: string, state: CaseState, procedure: Procedure): Rows {
  const { title, open, entered, dates } = state.context;
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
      due: open[0] ? (dates[open[0]] ?? null) : null,
      no: null,
    },
    obligations: stages.flatMap((stage): ObligationRow[] => {
      const { kind, params } = procedure.stage(stage.id);
      const due = entered[stage.id]?.due ?? null;
      if (kind.leave)
        return [{ name: `advance:${stage.id}`, holder: 'office', verb: 'case.advance', case: id, due }];
      return (kind.owed?.(params) ?? []).map(({ holder, verb }) => ({
        name: `${verb}:${stage.id}`,
        holder,
        verb,
        case: id,
        due,
      }));
    }),
  };
}
