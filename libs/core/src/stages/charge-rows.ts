import { endOfDay } from '../calendar.ts';
import type { ObligationRow, Rows } from '../rows.ts';
import { holderOf, raisedTo, type Owner } from './charge.ts';

/** What a body charged somebody with, as it stands. */
interface Charged {
  readonly case: string;
  readonly stage: string;
  readonly bodyKey: string;
  readonly no: number | null;
  readonly owner: Owner;
  /** The Beijing day by which it is to be done. */
  readonly due: string;
  readonly presider: string | null;
  readonly escalation: 'none' | 'shown' | 'seen';
}

/** What the owner has to do about it, and the statuses in which it waits for the owner and for the second person. */
export interface Steps {
  readonly kind: 'condition' | 'duty';
  readonly does: string;
  readonly undone: string;
  readonly done: string;
}

function owed({ kind, does, undone, done }: Steps, status: string, context: Charged) {
  const { case: of, owner, presider, escalation, bodyKey } = context;
  const due = endOfDay(context.due);
  const owing: ObligationRow = {
    case: of,
    due,
    name: does,
    holder: holderOf(owner),
    verb: `${kind}.${does}`,
  };
  const verifying: ObligationRow = {
    case: of,
    due,
    name: 'verify',
    holder: `secretary@${bodyKey}`,
    verb: `${kind}.verify`,
  };
  const raised: ObligationRow = {
    case: of,
    due: null,
    name: 'see',
    holder: raisedTo(presider),
    verb: `${kind}.see-escalation`,
  };
  const raises = (status === undone || status === done) && escalation === 'shown';
  return [
    ...(status === undone ? [owing] : []),
    ...(status === done ? [verifying] : []),
    ...(raises ? [raised] : []),
  ];
}

/**
 * Owed by its owner until it is done, then by the body's secretary until another person has verified it; once overdue it
 * is shown to whoever presided.
 */
export const chargeRows = (
  steps: Steps,
  { id, label, status }: { readonly id: string; readonly label: string; readonly status: string },
  context: Charged,
): Rows => ({
  item: {
    kind: steps.kind,
    id,
    case: context.case,
    stage: context.stage,
    status,
    label,
    department: 'department' in context.owner ? context.owner.department : null,
    due: endOfDay(context.due),
    no: context.no,
  },
  obligations: owed(steps, status, context),
});
