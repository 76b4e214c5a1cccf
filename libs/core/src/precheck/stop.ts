import type { Refusal, Said } from '../refusal.ts';
import type { Holder } from '../rows.ts';
import type { StreamName } from '../stream.ts';
import type { TextRef } from '../text-ref.ts';

/** How long something takes at least: so many days of one unit, never mixed, and why. */
export interface Takes {
  readonly n: number;
  readonly unit: 'working' | 'natural';
  readonly said: Said;
}

/** The three doors on the day: 恢复审议稿 · 编辑性修改 · 经批准例外. */
export type Door = 'restore' | 'editorial' | 'exempt';

/** One thing that would stop 印发 today (`block`) or show beside it (`warn`), who can settle it, how long that takes. */
export interface Stop {
  readonly rule: string;
  readonly effect: 'block' | 'warn';
  readonly said: Said;
  readonly basis: string | null;
  readonly facts: Refusal['facts'];
  /** Whoever can settle it, see rows.ts. */
  readonly by: readonly Holder[];
  /** Null for what is done the same day. */
  readonly takes: Takes | null;
  readonly about: StreamName | null;
  /** Of a gate: what it decided beside what would be issued. */
  readonly texts: { readonly decided: TextRef; readonly current: TextRef } | null;
  readonly doors: readonly Door[];
}

type Asked = Pick<Stop, 'rule' | 'said'> & Partial<Stop>;

/** A stop with everything that is not said left empty. */
export const stop = (asked: Asked): Stop => ({
  effect: 'block',
  basis: null,
  facts: {},
  by: [],
  takes: null,
  about: null,
  texts: null,
  doors: [],
  ...asked,
});

export const said = (zh: string, en: string): Said => ({ zh, en });

/** The first place at which two texts differ: its line from 1, and what stands there in each. */
export interface Difference {
  readonly line: number;
  readonly decided: string;
  readonly current: string;
}

/** Characters shown before and after the place. */
const AROUND = 12;

/** Where two texts differ first, with a few characters around; null where they are equal. */
export function firstDifference(decided: string, current: string): Difference | null {
  if (decided === current) return null;
  const [a, b] = [[...decided], [...current]];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - at && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const line = a.slice(0, at).filter((character) => character === '\n').length + 1;
  const around = (text: readonly string[]): string =>
    text.slice(Math.max(0, at - AROUND), Math.min(text.length - tail, at + 4 * AROUND) + AROUND).join('');
  return { line, decided: around(a), current: around(b) };
}
