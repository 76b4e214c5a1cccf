import type { Capacity } from '../capacity.ts';
import { assignIndicator } from '../stages/indicator/assign.ts';
import { DefineIndicator, defineIndicator } from '../stages/indicator/define.ts';
import { fillIndicator } from '../stages/indicator/fill.ts';
import { indicatorRows, type IndicatorState } from '../stages/indicator/indicator.ts';
import { confirmIndicator } from '../stages/indicator/judge.ts';
import type { IndicatorRow } from '../stages/indicator/row.ts';
import { foldStream } from '../streams.ts';
import { streamName } from '../stream.ts';
import { CASE, caseIn, FINANCE, head, house, LEAD, MEDICAL, procedure } from './plan-case.ts';
import { story, type Story } from './council.ts';
import { INSTITUTION, refOf, uuid } from './given.ts';

/** 指标填报 of a small house: 开放床位 and 药占比 of 医务科, 总收入 of 财务科. */
export const SHEET = refOf(`indicator/${CASE}`).hash.slice(-36);
const STREAM = streamName('indicator', SHEET);

export const OFFICE: Capacity = { as: 'office', person: uuid(71), post: uuid(72), department: null };
export { FINANCE, head, LEAD, MEDICAL };

const BEDS = { name: '开放床位', unit: '张', type: 'stock', last: { value: '600', target: '800' } };
const DRUGS = { name: '药占比', unit: '%', type: 'ratio' };
const INCOME = { name: '总收入', unit: '万元', type: 'per-year', caliber: '含财政补助收入' };

export const empty = (text = '初稿'): Story =>
  story(
    { [`org/${INSTITUTION}`]: house, [`case/${CASE}`]: caseIn('revise', { text }) },
    { plan: procedure() },
    { texts: [text] },
  );

/** Rows by what is not the default; ids of rows that are there are those of this small house. */
export function define(rows: readonly { readonly row?: string; readonly [what: string]: unknown }[]) {
  const parsed = DefineIndicator.parse({ case: CASE, rows: rows.map(({ row: _, ...is }) => is) });
  return { ...parsed, rows: parsed.rows.map((is, i) => ({ ...is, row: rows[i]?.row })) };
}
export const defined = (text?: string): Story =>
  empty(text).does(OFFICE, defineIndicator, [SHEET, define([BEDS, DRUGS, INCOME])]);

export const stateOf = ({ history }: Story): IndicatorState =>
  foldStream('indicator', history[STREAM] ?? [], () => undefined) as IndicatorState;

export function rowOf(of: Story, name: string): IndicatorRow {
  const row = stateOf(of).context.rows.find((each) => each.name === name);
  if (!row) throw new Error(`no ${name}`);
  return row;
}

const NOBODY_NAMED = { filler: null, reviewer: null };
export const DUE = '2025-11-28';

/** 开放床位 and 药占比 with 医务科, 总收入 with 财务科. */
export function assigned(text?: string): Story {
  const begun = defined(text);
  const ids = (names: readonly string[]) => names.map((name) => rowOf(begun, name).row);
  return begun
    .does(OFFICE, assignIndicator, [
      SHEET,
      { rows: ids(['开放床位', '药占比']), department: MEDICAL, ...NOBODY_NAMED, due: DUE },
    ])
    .does(OFFICE, assignIndicator, [
      SHEET,
      { rows: ids(['总收入']), department: FINANCE, ...NOBODY_NAMED, due: DUE },
    ]);
}

export const fill = (
  of: Story,
  figures: { readonly [name: string]: readonly [string | null, string | null] },
) => ({
  rows: Object.entries(figures).map(([name, [current, target]]) => ({
    row: rowOf(of, name).row,
    current,
    target,
    basis: '',
    note: '',
  })),
});

export const confirm = (of: Story, names: readonly string[]) => ({
  rows: names.map((name) => {
    const { row, current, target } = rowOf(of, name);
    return { row, current, target };
  }),
});

/** 开放床位 is filled in, and where asked for confirmed. */
export function filledIn(text?: string): Story {
  const before = assigned(text);
  return before.does(head(MEDICAL), fillIndicator, [SHEET, fill(before, { 开放床位: ['800', '950张'] })]);
}

export function confirmed(text?: string): Story {
  const before = filledIn(text);
  return before.does(OFFICE, confirmIndicator, [SHEET, confirm(before, ['开放床位'])]);
}

export const owed = (of: Story): readonly string[] =>
  indicatorRows(SHEET, stateOf(of)).obligations.map(
    ({ verb, holder, due }) => `${verb} ${holder}${due === null ? '' : ` ${due}`}`,
  );
