import type { Problem, ProblemCode, StepUpChallenge } from '@mouding/contract';
import type { Refusal, Said } from '@mouding/core';

/** What a problem carries beside its code: a pointer list, a version, a sentence of its own. */
export interface ProblemDetails {
  readonly detail?: Said;
  /** Of `refused`: the rule that stood against it. */
  readonly refusal?: Refusal;
  readonly errors?: readonly { readonly pointer: string; readonly said: Said }[];
  readonly currentVersion?: number;
  /** What has to be passed before the command is carried out. */
  readonly challenge?: StepUpChallenge;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
}

/** An answer that is not the one asked for. The filter writes it as problem+json in the language of the asker. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The status of a refusal: nobody of this capacity may ask (403), or not now and not so (409). */
export const statusOfRefusal = ({ because }: Refusal): 403 | 409 => (because === 'policy' ? 403 : 409);

/** The members of a problem that a refusal fills: stored with the key, so without the asker's language. */
export type RefusalMembers = Pick<Problem, 'because' | 'rule' | 'said' | 'basis' | 'facts' | 'needs'>;

export const refusalMembers = ({ because, rule, said, basis, facts, needs }: Refusal): RefusalMembers => ({
  because,
  rule,
  said,
  ...(basis === undefined ? {} : { basis }),
  facts,
  ...(needs === undefined ? {} : { needs }),
});
