import type { Means } from '../commands/carry-out.ts';

/** The same means, reading over the connections set apart: a sign-in is answered while all others are at work. */
export const throughGate = ({ ledger, ...means }: Means): Means => ({
  ...means,
  ledger: { ...ledger, ...ledger.atGate },
});
