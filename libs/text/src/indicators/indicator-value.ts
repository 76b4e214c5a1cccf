import type { Bounds } from './bounds.ts';

/** What a number of an indicator counts: what is there, what comes in a year or in five, a share, a place, what is added. */
export type Measure = 'stock' | 'per-year' | 'per-period' | 'ratio' | 'rank' | 'increment';

/** A number, or the range in which it lies, counted in the base unit: 0.8亿元 and 8000万元 are both 80 000 000 元. */
export interface Measured extends Bounds {
  readonly kind: 'measured';
  /** Null where nothing says it. */
  readonly measure: Measure | null;
  /** The base unit; `%` for shares (‰ too), empty where none is given. */
  readonly unit: string;
}

/** A step of a scale: 三级甲等, 电子病历五级, A+. */
export interface Grade {
  readonly kind: 'grade';
  /** Grades of two scales are not compared. */
  readonly scale: 'hospital' | 'level' | 'letter';
  /** More is better. */
  readonly rank: number;
  readonly bound: 'exact' | 'at-least';
}

/** Said by another figure: 高于全国平均水平, 较2025年提高5个百分点. */
export interface Relative {
  readonly kind: 'relative';
  /** Than what, as it is written. */
  readonly than: string;
  readonly side: 'above' | 'below' | 'same';
  readonly by: Measured | null;
}

/** What an indicator says, by what can be done with it. */
export type IndicatorValue = Measured | Grade | Relative;
