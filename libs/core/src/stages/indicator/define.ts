import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { against, notNow, unknownText, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { TextRef } from '../../text-ref.ts';
import { INDICATOR_TYPES, PLAN_ROLES, type IndicatorDefinition } from './facts.ts';
import { indicatorNeeds, namesOf, rowsNamed, type IndicatorState } from './indicator.ts';
import type { IndicatorRow } from './row.ts';

const words = (most: number) => z.string().trim().max(most);
/** A value as it is written. */
export const Figure = z.string().trim().min(1).max(60);

const Definition = z.strictObject({
  name: words(60).min(2).meta({ description: '指标名称 · the name' }),
  unit: words(12).default('').meta({ description: '计量单位；无量纲的为空 · the unit' }),
  type: z.enum(INDICATOR_TYPES).meta({ description: '指标类型 · what a number of it counts' }),
  caliber: words(300).default('').meta({ description: '口径 · what is counted' }),
  source: words(120).default('').meta({ description: '数据来源 · where the figure comes from' }),
  asOf: words(40).default('').meta({ description: '时点或时期 · the day or period of the present value' }),
  last: z
    .strictObject({ value: Figure.nullable().default(null), target: Figure.nullable().default(null) })
    .default({ value: null, target: null })
    .meta({ description: '上一轮规划的基期值和目标值 · where the last plan started and what it wanted' }),
});

export const DefineIndicator = z
  .strictObject({
    case: z.uuid().meta({ description: '规划编制工作 · the case' }),
    rows: z
      .array(
        Definition.extend({
          row: z.uuid().optional().meta({ description: '已有的指标，重新定义时填 · one that is there' }),
        }),
      )
      .min(1)
      .max(40),
  })
  .meta({ id: 'DefineIndicator', description: '定义指标 · defines indicators of a plan' });
type DefineIndicator = z.infer<typeof DefineIndicator>;

/** 定义指标: the first opens 指标填报 of the case. A confirmed one keeps its unit and its type until it is returned. */
export const defineIndicator: Command<'indicator', DefineIndicator> = {
  verb: 'indicator.define',
  on: 'indicator',
  concurrent: true,
  needs: (_, id, body) => [{ write: streamName('indicator', id) }, { read: streamName('case', body.case) }],
  decide(given, id, body) {
    if (!given.state('case', body.case))
      return refuse(
        notNow(
          'case.known',
          '未找到该规划编制工作',
          'There is no such case',
          {},
          { zh: '请从规划列表进入', en: 'Open it from the list of cases' },
        ),
      );
    const state = given.state('indicator', id);
    const refusal = unfit(state, body);
    if (refusal) return refuse(refusal);
    const stream = streamName('indicator', id);
    const data = { case: body.case, rows: defined(given, state, body) };
    return { facts: [record(stream, { type: 'IndicatorsDefined', data })], made: stream };
  },
};

function unfit(state: IndicatorState | undefined, { rows }: DefineIndicator): Refusal | null {
  const again = rowsNamed(
    state,
    rows.flatMap(({ row }) => row ?? []),
  );
  if ('rule' in again) return again;
  return twice(state, rows) ?? otherwise(again, rows);
}

/** Two rows of one name would be one indicator with two figures. */
function twice(state: IndicatorState | undefined, rows: DefineIndicator['rows']): Refusal | null {
  const changed = new Set(rows.map(({ row }) => row));
  const kept = (state?.context.rows ?? []).filter(({ row }) => !changed.has(row));
  const names = [...kept, ...rows].map(({ name }) => name);
  const doubled = [...new Set(names.filter((name, i) => names.indexOf(name) < i))];
  if (doubled.length === 0) return null;
  return against(
    'indicator.name',
    `指标重名：${doubled.join('、')}`,
    `There is such an indicator already: ${doubled.join(', ')}`,
    { names: doubled },
    { zh: '口径不同的请在名称中写明', en: 'Say in the name what is different' },
  );
}

function otherwise(before: readonly IndicatorRow[], rows: DefineIndicator['rows']): Refusal | null {
  const confirmed = before.filter((row) => {
    const now = rows.find((each) => each.row === row.row);
    return row.status === 'confirmed' && now && (now.unit !== row.unit || now.type !== row.type);
  });
  if (confirmed.length === 0) return null;
  return notNow(
    'indicator.confirmed',
    `指标已核定，不能改变单位或类型：${namesOf(confirmed)}`,
    'It is confirmed: its unit and its type stand',
    { rows: confirmed.map(({ row }) => row) },
    { zh: '请先退回重报', en: 'Return it first' },
  );
}

function defined(given: Given, state: IndicatorState | undefined, { rows }: DefineIndicator) {
  const known = state?.context.rows ?? [];
  const last = Math.max(0, ...known.map(({ no }) => no));
  let made = 0;
  return rows.map(({ row, ...is }): { row: string; no: number; is: IndicatorDefinition } => {
    const before = known.find((each) => each.row === row);
    if (before) return { row: before.row, no: before.no, is };
    made += 1;
    return { row: given.id(`row-${last + made}`), no: last + made, is };
  });
}

export const CitePlan = z
  .strictObject({
    role: z.enum(PLAN_ROLES).meta({ description: '上一轮规划或者上级规划 · which plan it is' }),
    title: words(120).min(2).meta({ description: '规划名称 · its title' }),
    text: TextRef,
  })
  .meta({ id: 'CitePlan', description: '引入对照规划 · a plan that the figures are compared with' });

/** 引入对照规划: whoever sees the table reads it. The last one of a role counts. */
export const citePlan: Command<'indicator', z.infer<typeof CitePlan>> = {
  verb: 'indicator.cite-plan',
  on: 'indicator',
  during: ['open'],
  needs: (known, id, { text }) => [...indicatorNeeds(known, id), { text }],
  decide(given, id, data) {
    if (!given.state('indicator', id)) return refuse(notDefined());
    if (!given.has(data.text)) return refuse(unknownText(data.text));
    return { facts: [record(streamName('indicator', id), { type: 'PlanCited', data })] };
  },
};

const notDefined = (): Refusal =>
  notNow(
    'indicator.defined',
    '本规划尚未定义指标',
    'The case has no indicators yet',
    {},
    { zh: '请规划办先定义指标', en: 'The office defines them first' },
  );
