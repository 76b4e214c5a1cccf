import { endOfDay } from '../../calendar.ts';
import type { ObligationRow, Rows } from '../../rows.ts';
import { holderOf, raisedTo } from '../charge.ts';
import type { MandateState } from './mandate.ts';

/** Owed by whoever drafts, then by the 审定人; overdue by whoever presided, who may end it. */
export function mandateRows(id: string, { value, context }: MandateState): Rows {
  const { stage, drafter, approver } = context;
  const due = endOfDay(context.due);
  const owed = { case: context.case, due };
  const open = value === 'drafting' || value === 'drafted';
  const obligations: readonly ObligationRow[] = [
    ...(value === 'drafting'
      ? [{ ...owed, name: 'draft', holder: holderOf(drafter), verb: 'mandate.draft' }]
      : []),
    ...(value === 'drafted'
      ? [{ ...owed, name: 'approve', holder: `post:${approver}`, verb: 'mandate.approve' }]
      : []),
    ...(open && context.raised
      ? [{ ...owed, name: 'end', holder: raisedTo(context.presider), verb: 'mandate.end' }]
      : []),
  ];
  return {
    item: {
      kind: 'mandate',
      id,
      case: context.case,
      stage: stage || context.gate,
      status: value,
      label: '授权修改',
      department: 'department' in drafter ? drafter.department : null,
      due,
      no: null,
    },
    obligations,
  };
}
