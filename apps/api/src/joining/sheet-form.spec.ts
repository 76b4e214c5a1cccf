import type { JoiningForm } from '@mouding/contract';
import { readSheet, writeSheet, type ReadSheet } from '@mouding/documents';
import { formSheet } from './form-sheet.ts';
import { inCells, sheetForm } from './sheet-form.ts';

const row = (no: number, stage: string, title: string) => ({
  no,
  stage,
  title,
  beside: null,
  outcomes: [
    { outcome: 'passed', words: '研究通过' },
    { outcome: 'deferred', words: '缓议' },
  ],
  forward: 'passed',
  leavesText: no === 2,
  decides: true,
});
const FORM: JoiningForm = {
  procedure: 'plan',
  name: '编制程序',
  version: 3,
  stage: 'congress',
  title: '职代会表决',
  rows: [row(1, 'adoption', '党委会研究方案'), row(2, 'draft', '汇编初稿')],
};

const read = (bytes: Uint8Array): ReadSheet => {
  const sheet = readSheet(bytes);
  if ('trouble' in sheet) throw new Error(sheet.trouble);
  return sheet;
};
const EMPTY = read(formSheet(FORM));

/** The form with these cells filled in, `row column` from 0. */
const filled = (cells: { readonly [at: string]: string }, numbers: readonly string[] = []): ReadSheet => ({
  rows: Array.from({ length: 13 }, (_, at) =>
    Array.from({ length: 8 }, (__, column) => {
      const place = `${at} ${column}`;
      const text = cells[place] ?? EMPTY.rows[at]?.[column]?.text;
      return text === undefined
        ? undefined
        : { text, number: numbers.includes(place), formula: text === '=A1' };
    }),
  ),
});

test('an empty form comes back with its stages, its outcomes and nothing else', () => {
  const { wish, faults } = sheetForm(EMPTY, FORM);
  expect(faults).toEqual([]);
  expect(wish).toEqual({
    version: 3,
    title: '',
    stage: 'congress',
    scheme: '',
    manuscript: '',
    rows: [
      { stage: 'adoption', outcome: 'passed', on: '', number: '', text: '', scan: '', words: '' },
      { stage: 'draft', outcome: 'passed', on: '', number: '', text: '', scan: '', words: '' },
    ],
  });
});

test('words become ids, and a day is a day however it was typed', () => {
  const days = [
    ['2026-03-05', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['三月五日', '三月五日'],
  ];
  for (const [typed = '', day] of days) {
    const { wish } = sheetForm(filled({ '8 2': '缓议', '8 3': typed, '3 2': '规划' }), FORM);
    expect(wish).toMatchObject({ title: '规划', rows: [{ outcome: 'deferred', on: day }, {}] });
  }
  const counted = sheetForm(filled({ '8 3': '46086' }, ['8 3']), FORM);
  expect(counted.wish).toMatchObject({ rows: [{ on: '2026-03-05' }, {}] });
});

test('a fault stands in its cell, also below a row that was left empty', () => {
  const sheet = filled({ '9 0': '', '9 1': '', '9 2': '', '9 5': '', '9 6': '', '11 1': '汇编初稿' });
  const { wish } = sheetForm(sheet, FORM);
  expect(wish?.rows.map(({ stage }) => stage)).toEqual(['adoption', 'draft']);
  const fault = { cell: null, weight: 'fault' as const, said: { zh: '', en: '' } };
  const faults = [
    { ...fault, row: 2, column: 'on' },
    { ...fault, row: null, column: 'title' },
    { ...fault, row: null, column: 'stage' },
  ];
  expect(inCells({ faults, body: null }, sheet).faults.map(({ cell }) => cell)).toEqual(['D12', 'C4', 'C3']);
});

test('what is computed is not taken', () => {
  const { faults } = sheetForm(filled({ '8 4': '=A1' }), FORM);
  expect(faults.map(({ cell, weight }) => [cell, weight])).toEqual([['E9', 'fault']]);
  const head = sheetForm(filled({ '3 2': '=A1' }), FORM).faults;
  expect(head.map(({ cell, column, row: at }) => [cell, column, at])).toEqual([['C4', 'title', null]]);
});

test('what is far too long is a fault and no crash', () => {
  const { wish, faults } = sheetForm(filled({ '9 7': '长'.repeat(5000) }), FORM);
  expect(wish).toBeNull();
  expect(faults.map(({ row: at, column }) => [at, column])).toEqual([[2, 'words']]);
});

test('the form can be opened again after it was written by another program', () => {
  const again = writeSheet({
    name: 'a',
    widths: [],
    heads: [],
    choices: [],
    rows: EMPTY.rows.map((cells) => cells.map((cell) => cell?.text ?? '')),
  });
  expect(sheetForm(read(again), FORM)).toEqual(sheetForm(EMPTY, FORM));
});
