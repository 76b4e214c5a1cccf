/** Something for which a procedure must not be published, with the path that breaks where there is one. */
export interface ProcedureFault {
  readonly rule:
    | 'dead-end'
    | 'unreachable'
    | 'no-end'
    | 'issue-without-gate'
    | 'class-unknown-gate'
    | 'class-without-gate'
    | 'class-order'
    | 'renews-no-gate'
    | 'mandate-without-route'
    | 'impossible-quorum'
    | 'impossible-majority'
    | 'post-nobody-holds';
  readonly zh: string;
  readonly en: string;
  /** `stage: outcome` from the beginning; to an issue, its title at the end. */
  readonly path: readonly string[];
}

/** A path as a reader follows it. */
export const inWords = (path: readonly string[]): string => (path.length > 0 ? path.join(' → ') : '—');
