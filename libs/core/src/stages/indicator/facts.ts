import type { Measure } from '@mouding/text';
import type { Fact } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';

/** 指标类型: what a number of it counts, or that it is a grade or said by another figure. */
export const INDICATOR_TYPES = [
  'stock',
  'per-year',
  'per-period',
  'ratio',
  'rank',
  'increment',
  'grade',
  'relative',
] as const satisfies readonly (Measure | 'grade' | 'relative')[];
export type IndicatorType = (typeof INDICATOR_TYPES)[number];

/** 延续、调整、新增、取消: what becomes of an indicator of the last plan. */
export const INDICATOR_DISPOSITIONS = ['continue', 'adjust', 'new', 'cancel'] as const;
export type IndicatorDisposition = (typeof INDICATOR_DISPOSITIONS)[number];

/** Another plan that this one is read beside. */
export const PLAN_ROLES = ['last-plan', 'upper-plan'] as const;
export type PlanRole = (typeof PLAN_ROLES)[number];

/** What an indicator is: its 口径 decides what may be compared with it. Nothing in it is about a person. */
export type IndicatorDefinition = {
  readonly name: string;
  /** 计量单位, with its 万; empty for none. */
  readonly unit: string;
  readonly type: IndicatorType;
  /** 口径: what is counted, and what is not. */
  readonly caliber: string;
  /** 数据来源, e.g. a statistical report. */
  readonly source: string;
  /** 时点: the day or the period that the present value is of, as it is written. */
  readonly asOf: string;
  /** 上一轮规划: the value that it started from and the one it wanted; null where it had none. */
  readonly last: { readonly value: string | null; readonly target: string | null };
};

/** 现状值 and 目标值, as they are written; null for one that is not known yet. */
export type IndicatorFigures = { readonly current: string | null; readonly target: string | null };

/** A value in the text: its node (null where the text is no tree), itself, and the words around it. */
export type IndicatorPlace = {
  readonly node: string | null;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly cites: 'current' | 'target';
};

type Rows<D = object> = { readonly rows: readonly ({ readonly row: string } & D)[] };
type By = { readonly post: string | null; readonly by: string };

/**
 * 指标填报: one stream per case holds every row. 依据、说明 and reasons are sealed; what a row is and says is clear, for
 * everybody reckons with it. Names are permanent.
 */
export type IndicatorFact =
  /** A new row, or another definition of one that is there. */
  | Fact<'IndicatorsDefined', { case: string } & Rows<{ no: number; is: IndicatorDefinition }>>
  | Fact<
      'IndicatorsAssigned',
      Rows & {
        /** 责任科室. */
        department: string;
        /** 填报人 and 审核人, by post; null: the department's head, the office. */
        filler: string | null;
        reviewer: string | null;
        /** The Beijing day by which it is to be filled in, that day included; null for none. */
        due: string | null;
      }
    >
  | Fact<
      'IndicatorsFilled',
      By &
        Rows<IndicatorFigures> & {
          received: string;
          /** Rows that came after their day. */ late: readonly string[];
        }
    >
  | Fact<'IndicatorsConfirmed', By & Rows<IndicatorFigures>>
  | Fact<'IndicatorsReturned', By & Rows>
  | Fact<'IndicatorsSettled', By & Rows<{ disposition: IndicatorDisposition }>>
  | Fact<'IndicatorLinked', { row: string; place: IndicatorPlace }>
  | Fact<'IndicatorUnlinked', { row: string; place: IndicatorPlace }>
  | Fact<'PlanCited', { role: PlanRole; title: string; text: TextRef }>;

export type FactOf<T extends IndicatorFact['type']> = Extract<IndicatorFact, { type: T }>['data'];
