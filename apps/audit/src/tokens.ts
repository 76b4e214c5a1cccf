/** What the composition root hands in. */
export const LEDGER = Symbol('ledger');
export const LOG = Symbol('log');
