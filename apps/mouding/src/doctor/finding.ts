import type { Words } from '../words.ts';

/** What one check found, and where it is bad, what to do. */
export interface Finding {
  readonly name: Words;
  /** `note`: works, but worth knowing. */
  readonly state: 'ok' | 'note' | 'bad';
  readonly says: Words;
}

/** A check that found nothing amiss. */
export function fine(name: Words, zh: string, en: string): Finding {
  return { name, state: 'ok', says: { zh, en } };
}

/** A check that found something worth knowing. */
export function note(name: Words, zh: string, en: string): Finding {
  return { name, state: 'note', says: { zh, en } };
}

/** A check that found what keeps the system from working, and says what mends it. */
export function bad(name: Words, zh: string, en: string): Finding {
  return { name, state: 'bad', says: { zh, en } };
}
