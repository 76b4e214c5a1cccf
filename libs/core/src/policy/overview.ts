import type { Capacity } from '../capacity.ts';

/** What is shown of the institution as a whole, beside its streams: who sees it, in the own right. */
type Overview = 'unheld' | 'letters' | 'log';

const OVERVIEWS: { readonly [O in Overview]: readonly Capacity['as'][] } = {
  /** 无人办理: those who look after who handles what. */
  unheld: [
    'office',
    'office-director',
    'administrator',
    'security-administrator',
    'security-auditor',
    'auditor',
    'leader',
  ],
  /** 调阅函: those who answer for access, those who watch over it, and those to whom it is given. */
  letters: ['office-director', 'leader', 'security-administrator', 'security-auditor', 'auditor'],
  /** 记录树: those who look after the record, and those who answer for the house. */
  log: [
    'administrator',
    'security-administrator',
    'security-auditor',
    'office-director',
    'leader',
    'auditor',
  ],
};

/** Whether one of these capacities, held in the own right, sees it; also as they come over the wire. */
export const overviews = (held: readonly { readonly as: string }[], what: Overview): boolean =>
  OVERVIEWS[what].some((sees) => held.some(({ as }) => as === sees));
