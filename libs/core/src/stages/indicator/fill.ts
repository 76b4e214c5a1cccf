import { baseOf, readValue, type Measure } from '@mouding/text';
import { z } from 'zod';
import { endOfDay, inTime } from '../../calendar.ts';
import type { Capacity } from '../../capacity.ts';
import { record, refuse, sealedBy, type Command, type Given, type Recorded } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { Figure } from './define.ts';
import { indicatorNeeds, namesOf, rowsNamed } from './indicator.ts';
import type { IndicatorRow } from './row.ts';

const FilledRow = z.strictObject({
  row: z.uuid(),
  current: Figure.nullable().default(null).meta({ description: '现状值 · the present value' }),
  target: Figure.nullable().default(null).meta({ description: '目标值 · what is to be reached' }),
  basis: z.string().trim().max(200).default('').meta({ description: '依据 · on what it rests' }),
  note: z.string().trim().max(500).default('').meta({ description: '说明 · a note' }),
});

export const FilledRows = z
  .array(FilledRow)
  .min(1)
  .max(200)
  .refine((rows) => new Set(rows.map(({ row }) => row)).size === rows.length, '同一指标不能填报两次');
export type FilledRows = z.infer<typeof FilledRows>;

export const FillIndicator = z
  .strictObject({ rows: FilledRows })
  .meta({ id: 'FillIndicator', description: '填报指标 · fills indicators in' });

/**
 * 填报指标, one or a sheet of them: all or none. Again before it is confirmed the last one counts; lateness is judged by
 * the first arrival.
 */
export const fillIndicator: Command<'indicator', z.infer<typeof FillIndicator>> = {
  verb: 'indicator.fill',
  on: 'indicator',
  concurrent: true,
  judged: true,
  during: ['open'],
  needs: indicatorNeeds,
  decide(given, id, { rows: filled }) {
    const rows = rowsNamed(
      given.state('indicator', id),
      filled.map(({ row }) => row),
    );
    if ('rule' in rows) return refuse(rows);
    const refusal = notOwn(given.actor, rows) ?? unfillable(rows, filled);
    if (refusal) return refuse(refusal);
    const { post, person } = given.actor;
    return { facts: [filling(given, id, { rows, filled, by: { post, by: person ?? '' } })] };
  },
};

interface Filling {
  readonly rows: readonly IndicatorRow[];
  readonly filled: FilledRows;
  readonly by: { readonly post: string | null; readonly by: string };
  /** Until when it had come, where another moment than now counts. */
  readonly arrived?: string;
  /** Words beside those of the rows. */
  readonly words?: { readonly [word: string]: string };
}

/** The fact, with the words sealed under whoever acts. */
export function filling(given: Given, id: string, { rows, filled, by, arrived, words }: Filling): Recorded {
  const received = arrived ?? given.received;
  const late = rows
    .filter(({ status, due }) => status === 'assigned' && due !== null && !inTime(received, endOfDay(due)))
    .map(({ row }) => row);
  const said = filled.flatMap(({ row, basis, note }) =>
    basis === '' && note === '' ? [] : [{ row, basis, note }],
  );
  const figures = filled.map(({ row, current, target }) => ({ row, current, target }));
  const data = { ...by, rows: figures, received, late };
  const sealed = said.length > 0 || words ? sealedBy(given.actor, { rows: said, ...words }) : [];
  return record(streamName('indicator', id), { type: 'IndicatorsFilled', data }, sealed);
}

/** The rows of one's own department, or of which one's post is 填报人. */
function notOwn({ department, post }: Capacity, rows: readonly IndicatorRow[]): Refusal | null {
  const others = rows.filter(
    (row) => (department === null || row.department !== department) && (post === null || row.filler !== post),
  );
  if (others.length === 0) return null;
  return against(
    'indicator.owner',
    `不是本科室负责填报的指标：${namesOf(others)}`,
    'These are for another department to fill in',
    { rows: others.map(({ row }) => row) },
    { zh: '请规划办重新分配', en: 'The office may assign them anew' },
  );
}

/** Rows that say nothing, rows that are confirmed, and values that cannot be read as what the row is. */
export function unfillable(rows: readonly IndicatorRow[], filled: FilledRows): Refusal | null {
  const empty = rows.filter((_, i) => filled[i]?.current === null && filled[i].target === null);
  if (empty.length > 0)
    return notNow(
      'indicator.nothing',
      `现状值、目标值至少填一项：${namesOf(empty)}`,
      'No value is given',
      {
        rows: empty.map(({ row }) => row),
      },
      {
        zh: '暂无数据的，可暂不填报，该指标在文中标为待核',
        en: 'What is not known yet may wait; the text marks it so',
      },
    );
  return confirmedOnes(rows) ?? unreadable(rows, filled);
}

function confirmedOnes(rows: readonly IndicatorRow[]): Refusal | null {
  const done = rows.filter(({ status }) => status === 'confirmed');
  if (done.length === 0) return null;
  return against(
    'indicator.confirmed',
    `指标已核定：${namesOf(done)}`,
    'They are confirmed already',
    { rows: done.map(({ row }) => row) },
    { zh: '请审核人先退回', en: 'Whoever confirmed them may return them' },
  );
}

function unreadable(rows: readonly IndicatorRow[], filled: FilledRows): Refusal | null {
  const unread = rows.flatMap((row, i) => {
    const { current = null, target = null } = filled[i] ?? {};
    return [current, target].flatMap((figure) =>
      figure === null || isFigureOf(row, figure) ? [] : [{ row: row.row, name: row.name, figure }],
    );
  });
  if (unread.length === 0) return null;
  return against(
    'indicator.value',
    `不是该指标的数值：${unread.map(({ name, figure }) => `“${name}”填“${figure}”`).join('，')}`,
    `No value of the indicator: ${unread.map(({ figure }) => figure).join(', ')}`,
    { rows: unread },
    { zh: '请按类型和单位填写，如“950张”“≥95%”“三级甲等”', en: 'Write a number in its unit, or a grade' },
  );
}

/** What is known of a value by its row. */
export const aroundOf = ({ unit, type }: Pick<IndicatorRow, 'unit' | 'type'>) =>
  type === 'grade' || type === 'relative' ? { unit } : { unit, measure: type satisfies Measure };

/** Whether a value is of the kind and the unit that the row asks for. */
export function isFigureOf(row: Pick<IndicatorRow, 'unit' | 'type'>, figure: string): boolean {
  const value = readValue(figure, aroundOf(row));
  if (!value) return false;
  if (row.type === 'relative') return true;
  if (row.type === 'grade') return value.kind === 'grade';
  return value.kind === 'relative' || (value.kind === 'measured' && isInUnit(row.unit, value.unit));
}

/** A row without a unit takes any. */
const isInUnit = (asked: string, written: string): boolean =>
  ['', baseOf(asked).unit].includes(written) || baseOf(asked).unit === '';
