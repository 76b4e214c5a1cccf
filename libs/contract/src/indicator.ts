import { INDICATOR_DISPOSITIONS, INDICATOR_TYPES, PLAN_ROLES, TextRef } from '@mouding/core';
import { z } from 'zod';
import { Id, OfCase, Said, Stream } from './said.ts';

const Figure = z.string().nullable();

/** A place of the text that cites a figure. */
const Place = z.object({
  node: z.string().nullable(),
  quote: z.string(),
  before: z.string(),
  after: z.string(),
  cites: z.enum(['current', 'target']),
});

const Row = {
  row: Id,
  no: z.int(),
  name: z.string(),
  unit: z.string(),
  type: z.enum(INDICATOR_TYPES),
  caliber: z.string(),
  source: z.string(),
  asOf: z.string(),
  last: z.object({ value: Figure, target: Figure }),
  current: Figure,
  target: Figure,
  department: Id.nullable(),
  filler: Id.nullable(),
  reviewer: Id.nullable(),
  due: z.string().nullable(),
  status: z.enum(['defined', 'assigned', 'filled', 'returned', 'confirmed']),
  late: z.boolean(),
  disposition: z.enum(INDICATOR_DISPOSITIONS).nullable(),
};

/** 指标填报 of a case, as its stream shows it. */
export const IndicatorView = z.object({
  rows: z.array(z.object({ ...Row, places: z.array(Place) })),
  plans: z.array(z.object({ role: z.enum(PLAN_ROLES), title: z.string(), text: TextRef })),
});

export const IndicatorQuery = z
  .strictObject({ department: z.uuid().optional().meta({ description: '只看某科室 · of one department' }) })
  .meta({ id: 'IndicatorQuery' });
export type IndicatorQuery = z.infer<typeof IndicatorQuery>;

/** Where a text states an indicator, and what it says there. */
const StatedAt = z.strictObject({
  written: z.string(),
  line: z.int(),
  node: z.string().nullable(),
  chapter: z.string().nullable(),
  from: z.enum(['annex', 'sentence']),
});

export const IndicatorTable = z
  .strictObject({
    case: OfCase,
    stream: Stream.nullable().meta({ description: '尚未定义指标的为 null · null while there are none' }),
    pending: z.int().meta({ description: '待核指标数 · how many wait' }),
    rows: z.array(
      z.object({
        ...Row,
        words: Said,
        typeWords: Said,
        dispositionWords: Said.nullable(),
        departmentName: z.string().nullable(),
        inText: z
          .array(StatedAt.extend({ when: z.enum(['current', 'target']), state: z.string(), words: Said }))
          .nullable()
          .meta({ description: '现稿各处的表述；无权阅看文稿的为 null · what the text says of it' }),
      }),
    ),
  })
  .meta({ id: 'IndicatorTable', description: '指标表 · the indicators of a plan' });
export type IndicatorTable = z.infer<typeof IndicatorTable>;

export const IndicatorComparison = z
  .strictObject({
    text: TextRef.nullable(),
    plans: z.array(z.strictObject({ role: z.enum(PLAN_ROLES), title: z.string() })),
    differences: z.array(
      z.strictObject({
        kind: z.enum(['text-annex', 'chapters', 'last-plan', 'upper-plan']),
        name: z.string(),
        here: StatedAt,
        there: StatedAt,
        said: Said,
      }),
    ),
  })
  .meta({ id: 'IndicatorComparison', description: '指标比对 · where figures contradict each other' });
export type IndicatorComparison = z.infer<typeof IndicatorComparison>;

export const PlacesQuery = z
  .strictObject({ row: z.uuid().optional().meta({ description: '只看某指标 · of one indicator' }) })
  .meta({ id: 'PlacesQuery' });
export type PlacesQuery = z.infer<typeof PlacesQuery>;

export const IndicatorPlaces = z
  .strictObject({
    text: TextRef.nullable().meta({ description: '现稿 · the text of now' }),
    places: z.array(
      z.strictObject({
        row: Id,
        name: z.string(),
        figure: Figure.meta({ description: '核定数值；待核的为 null · the confirmed figure' }),
        place: Place,
        says: z.string().nullable(),
        state: z.enum(['same', 'other', 'unclear', 'lost', 'pending']),
        words: Said,
      }),
    ),
    proposals: z
      .array(
        z.strictObject({
          row: Id,
          name: z.string(),
          figure: Figure,
          place: Place,
          state: z.string(),
          words: Said,
        }),
      )
      .meta({
        description:
          '建议关联：文中写明该指标而尚未关联之处，可直接用于 indicator.link · places to be linked with a yes',
      }),
    operations: z
      .array(z.record(z.string(), z.unknown()))
      .meta({ description: '可直接用于修改文稿的操作（条目化文稿） · ready for manuscript.revise' }),
    edits: z
      .array(z.record(z.string(), z.unknown()))
      .meta({ description: '同上，按原文修改（未条目化的文稿） · the same for a text that is no tree' }),
  })
  .meta({ id: 'IndicatorPlaces', description: '文中引用 · where the text cites the figures' });
export type IndicatorPlaces = z.infer<typeof IndicatorPlaces>;

export const IndicatorSheetCheck = z
  .strictObject({
    faults: z.array(
      z.strictObject({
        cell: z.string().nullable().meta({ description: '单元格，如 H6 · the cell' }),
        weight: z.enum(['fault', 'notice']),
        said: Said,
      }),
    ),
    changes: z.array(
      z.strictObject({
        row: Id,
        name: z.string(),
        cell: z.string(),
        field: z.enum(['current', 'target']),
        before: Figure,
        after: Figure,
      }),
    ),
    body: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: '无误时可直接提交的填报内容 · the body with which it is filled in' }),
  })
  .meta({ id: 'IndicatorSheetCheck', description: '校验填报表 · what a filled sheet would change' });
export type IndicatorSheetCheck = z.infer<typeof IndicatorSheetCheck>;
