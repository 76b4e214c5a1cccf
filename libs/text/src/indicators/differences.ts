import { compareValues } from './compare-values.ts';
import type { Stated } from './stated.ts';

/** Two places that say different things of one indicator. */
export interface IndicatorDifference {
  readonly kind: 'text-annex' | 'chapters' | 'last-plan' | 'upper-plan';
  readonly name: string;
  readonly here: Stated;
  readonly there: Stated;
  readonly said: { readonly zh: string; readonly en: string };
}

/** Other plans that this one is read beside, each by what it states. */
export interface Beside {
  /** 上一轮规划: its targets are where this one starts. */
  readonly last?: readonly Stated[];
  /** 上级规划: its shares and lengths bind everybody below. */
  readonly upper?: readonly Stated[];
}

/**
 * What contradicts: sentences and annex, chapter and chapter, this plan and the one before, this plan and the one above.
 * Silent where names differ, where the year is not the same, or where both values can be true.
 */
export function compareIndicators(
  stated: readonly Stated[],
  beside: Beside = {},
): readonly IndicatorDifference[] {
  const annex = stated.filter(({ from }) => from === 'annex');
  const sentences = stated.filter(({ from }) => from === 'sentence');
  return [
    ...pairs('text-annex', sentences, annex),
    ...between(sentences),
    ...pairs('last-plan', annex.length > 0 ? annex : sentences, beside.last ?? []),
    ...pairs('upper-plan', annex.length > 0 ? annex : sentences, (beside.upper ?? []).filter(isBinding)),
  ];
}

/** A share or a length of stay is the same thing above and below; a number of beds is another hospital's. */
const isBinding = ({ value }: Stated): boolean =>
  value.kind === 'grade' ||
  (value.kind === 'measured' && (value.measure === 'ratio' || value.unit === '天' || value.unit === '分'));

function between(sentences: readonly Stated[]): readonly IndicatorDifference[] {
  return [...Map.groupBy(sentences, ({ key }) => key).values()].flatMap((same) =>
    same.flatMap((here, i) =>
      same.slice(0, i).flatMap((there) => {
        const apart = here.chapter !== there.chapter && here.place.line !== there.place.line;
        return apart ? differing('chapters', here, there) : [];
      }),
    ),
  );
}

const pairs = (
  kind: IndicatorDifference['kind'],
  here: readonly Stated[],
  there: readonly Stated[],
): readonly IndicatorDifference[] => {
  const others = Map.groupBy(there, ({ key }) => key);
  return here.flatMap((one) => (others.get(one.key) ?? []).flatMap((other) => differing(kind, one, other)));
};

function differing(
  kind: IndicatorDifference['kind'],
  here: Stated,
  there: Stated,
): readonly IndicatorDifference[] {
  if (!isOfOneTime(kind, here, there) || here.yearly !== there.yearly) return [];
  if (compareValues(here.value, there.value) !== 'contradict') return [];
  if (kind === 'upper-plan' && isBeyond(here, there)) return [];
  return [{ kind, name: here.name, here, there, said: sentence(kind, here, there) }];
}

/** The same year; where one names none, both must be the start, or both the end, of one plan. */
function isOfOneTime(kind: IndicatorDifference['kind'], here: Stated, there: Stated): boolean {
  if (here.year !== null && there.year !== null)
    return here.year === there.year && (kind !== 'text-annex' || here.when === there.when);
  return kind === 'text-annex' && here.when === there.when;
}

/** Better than what is asked for from above is no contradiction: ≥95% there, 98% here. */
function isBeyond({ value: own }: Stated, { value: asked }: Stated): boolean {
  if (own.kind === 'grade' && asked.kind === 'grade') return own.rank >= asked.rank;
  if (own.kind !== 'measured' || asked.kind !== 'measured') return false;
  if (asked.bound === 'at-least') return own.low >= asked.high;
  return asked.bound === 'at-most' && own.high <= asked.low;
}

const WHERE = {
  'text-annex': { zh: '附表', en: 'the annex' },
  chapters: { zh: '另一章', en: 'another chapter' },
  'last-plan': { zh: '上一轮规划', en: 'the last plan' },
  'upper-plan': { zh: '上级规划', en: 'the upper plan' },
} as const;

function sentence(
  kind: IndicatorDifference['kind'],
  here: Stated,
  there: Stated,
): IndicatorDifference['said'] {
  const other = WHERE[kind];
  const year = here.year ?? there.year;
  return {
    zh: `${year === null ? '' : `${year}年`}“${here.name}”第${here.place.line}行为${here.written}，${other.zh}（第${there.place.line}行）为${there.written}，不一致`,
    en: `“${here.name}” is ${here.written} in line ${here.place.line}, and ${there.written} in ${other.en} (line ${there.place.line})`,
  };
}
