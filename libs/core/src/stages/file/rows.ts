import type { ObligationRow, Rows } from '../../rows.ts';
import type { FilingState } from './filing.ts';

/** A filing's line, and what the office owes it. While the authority holds it nothing has a date (计时中止). */
export function filingRows(id: string, state: FilingState): Rows {
  const { case: caseId, stage, title } = state.context;
  const ours = state.matches('prepared');
  const due = ours ? state.context.due : null;
  return {
    item: {
      kind: 'filing',
      id,
      case: caseId,
      stage,
      status: state.value,
      label: title,
      department: null,
      due,
      no: null,
    },
    obligations: owes(state).map((verb) => ({
      name: verb.slice('filing.'.length),
      holder: 'office',
      verb,
      case: caseId,
      due,
    })),
  };
}

function owes({ value, context }: FilingState): readonly ObligationRow['verb'][] {
  switch (value) {
    case 'prepared':
    case 'reminding':
      return ['filing.send'];
    case 'sent':
      return context.party === 'system' ? [] : ['filing.enter-answer'];
    case 'unanswered':
      return ['filing.record-instruction'];
    default:
      return [];
  }
}
