import type { Chapter, Contribution } from '../../api/generated/types.gen.ts';

/** What a department hands in: a plan of its own, or a chapter. */
export type Submitted = Contribution | Chapter;

export const kindOf = ({ stream }: Submitted): 'contribution' | 'chapter' =>
  stream.startsWith('chapter/') ? 'chapter' : 'contribution';

export const pluralOf = (thing: Submitted): 'contributions' | 'chapters' =>
  kindOf(thing) === 'chapter' ? 'chapters' : 'contributions';

/** Whether a verb of this thing may be asked now. */
export const can = (thing: Submitted, act: string): boolean =>
  thing.may.some(({ command, allowed }) => allowed && command === `${kindOf(thing)}.${act}`);

/** 零报告; a chapter knows none. */
export const isNone = ({ data }: Submitted): boolean => 'none' in data && data.none;

const ENDED = new Set(['accepted', 'accepted-late', 'none', 'excused', 'dispensed']);
export const isEnded = ({ status }: Submitted): boolean => ENDED.has(status);

/** Whether something lies with the office or the lead and was not sent back. */
export const isIn = ({ status }: Submitted): boolean =>
  !['open', 'sent-back', 'quarantined', 'absent'].includes(status) && status !== 'waiting';

/** A return and what was said with it. */
export interface SentBack {
  readonly reason: string;
}

/** Why it was sent back last; null while it lies with others, or where it never was. */
export function sentBack({ wording, ...thing }: Submitted): SentBack | null {
  if (isIn(thing as Submitted) || thing.data.received === null) return null;
  const last = wording.findLast(({ type }) => type.endsWith('Returned') || type.endsWith('Quarantined'));
  const reason = last?.said?.['reason'];
  return typeof reason === 'string' ? { reason } : null;
}
