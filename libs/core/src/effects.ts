import type { Json } from '@mouding/evidence';

/**
 * What a machine's transition names and nobody runs there: XState hands actions over as data, and the ledger turns
 * them into rows in the transaction of the facts. A replay ignores them by construction.
 */
export interface DeadlineParams {
  /** Unique within the stream. Setting it again moves it. */
  readonly name: string;
  /** Law time, UTC. */
  readonly due: string;
  /** The command that the clock gives then, e.g. `contribution.fall-due`. */
  readonly verb: string;
}
export interface SettleParams {
  readonly name: string;
}
export interface SendParams {
  /** A task of the worker. */
  readonly task: string;
  readonly payload: { readonly [key: string]: Json };
}

export type Effect =
  | { readonly type: 'deadline'; readonly params: DeadlineParams }
  | { readonly type: 'settle'; readonly params: SettleParams }
  | { readonly type: 'send'; readonly params: SendParams };

/** The three actions for `setup({ actions })` of every machine; their bodies are empty on purpose. */
export const effects = {
  deadline: (_: unknown, _params: DeadlineParams): void => {},
  settle: (_: unknown, _params: SettleParams): void => {},
  send: (_: unknown, _params: SendParams): void => {},
};
