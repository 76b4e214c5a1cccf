import type { Means, Press, SessionRules, Witnessing } from '@mouding/shell';
import type { Ledger } from '@mouding/ledger';

/** What the composition root hands in. */
export interface AuditParts {
  /** Reads, under the role that can only SELECT; may be a standby. */
  readonly means: Means;
  /** Writes down what was read; the same database, or the primary of a standby. */
  readonly notes: Ledger;
  /** The address that `means` reads from: a verification has a connection of its own. */
  readonly url: string;
  readonly rules: SessionRules;
  readonly press: Press;
  /** Of the signer of the log, 32 bytes; null where it is not known here. */
  publicKey(): Uint8Array | null;
  /** Who watches the logs, and how many of them must have signed a checkpoint that is handed out. */
  readonly witnessing: Witnessing;
}

export const PARTS = Symbol('audit parts');
