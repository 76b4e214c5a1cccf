import type { Problem } from './generated/types.gen.ts';

/** Why a request brought no answer, as the page tells it apart. */
export type Failure =
  | { readonly kind: 'problem'; readonly status: number; readonly problem: Problem }
  /** Nobody is signed in, or no longer: what was written stays where it is. */
  | { readonly kind: 'signed-out' }
  /** Nothing came back: no network, or the server is being restarted. */
  | { readonly kind: 'offline' };

/** Thrown by requests, so that a query library can carry it. */
export class Failed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind === 'problem' ? failure.problem.title : failure.kind);
  }
}

/** What went wrong, whatever was thrown. */
export const failureOf = (error: unknown): Failure =>
  error instanceof Failed ? error.failure : { kind: 'offline' };
