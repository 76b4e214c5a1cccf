import type { Said } from '../refusal.ts';
import type { Arrival } from '../stages/handed-in.ts';

/** What a hand-in is marked with for ever, whatever comes after. */
export interface Marked {
  readonly late: boolean;
  readonly wasLate: boolean;
  readonly inGrace: boolean;
  /** 延期至, a Beijing day. */
  readonly until: string | null;
  /** Whether the date had passed when more time was given. */
  readonly extendedLate: boolean;
  readonly carried: boolean;
}

export type Mark =
  'late' | 'in-grace' | 'extended' | 'extended-late' | 'entered' | 'none' | 'excused' | 'waived';

/** 逾期、宽限期内、延期、代报、零报告、不单独编报、缺报: the words of the register. */
export const MARK_WORDS: { readonly [M in Mark]: Said } = {
  late: { zh: '逾期', en: 'late' },
  'in-grace': { zh: '宽限期内', en: 'within grace' },
  extended: { zh: '延期', en: 'extended' },
  'extended-late': { zh: '逾期后延期', en: 'extended after its date' },
  entered: { zh: '代报', en: 'entered by the office' },
  none: { zh: '零报告', en: 'nothing to report' },
  excused: { zh: '不单独编报', en: 'let off' },
  waived: { zh: '缺报（经批准）', en: 'done without, with consent' },
};

type Kept = Pick<Marked, 'late' | 'wasLate' | 'inGrace' | 'carried'>;

/** The marks after another arrival: nothing that comes after takes one away. */
export function afterArrival({ wasLate, inGrace, carried }: Omit<Kept, 'late'>, came: Arrival): Kept {
  const late = came.late || wasLate;
  const entered = came.carrier !== undefined && came.carrier !== null;
  return { late, wasLate: late, inGrace: inGrace || came.inGrace === true, carried: carried || entered };
}

/** The marks of a hand-in, in the order in which they are read. */
export const marksOf = ({
  late,
  wasLate,
  inGrace,
  until,
  extendedLate,
  carried,
}: Marked): readonly Mark[] => [
  ...(late || wasLate ? (['late'] as const) : []),
  ...(inGrace ? (['in-grace'] as const) : []),
  ...(until === null ? [] : extendedLate ? (['extended-late'] as const) : (['extended'] as const)),
  ...(carried ? (['entered'] as const) : []),
];
