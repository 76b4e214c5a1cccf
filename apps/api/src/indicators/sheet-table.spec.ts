import type { IndicatorTable } from '@mouding/contract';
import { readSheet, type ReadSheet } from '@mouding/documents';
import { columnOf, TITLES_ROW, type ColumnField } from './layout.ts';
import { sheetTable } from './sheet-table.ts';
import { tableSheet } from './table-sheet.ts';

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
const words = { zh: '待填报', en: '' };
const row = (n: number, more: Partial<IndicatorTable['rows'][number]>): IndicatorTable['rows'][number] => ({
  row: id(n),
  no: n,
  name: `指标${n}`,
  unit: '张',
  type: 'stock',
  caliber: '=口径',
  source: '',
  asOf: '',
  last: { value: null, target: null },
  current: null,
  target: null,
  department: null,
  filler: null,
  reviewer: null,
  due: null,
  status: 'assigned',
  late: false,
  disposition: null,
  words,
  typeWords: { zh: '存量', en: '' },
  dispositionWords: null,
  departmentName: null,
  inText: null,
  ...more,
});
const TABLE: IndicatorTable = {
  case: { id: id(9), title: '规划' },
  stream: `indicator/${id(8)}`,
  pending: 2,
  rows: [
    row(1, { target: '900张' }),
    row(2, { unit: '%', type: 'ratio' }),
    row(3, { status: 'confirmed', target: '5' }),
  ],
};

function read(): ReadSheet {
  const sheet = readSheet(tableSheet(TABLE));
  if ('trouble' in sheet) throw new Error(sheet.trouble);
  return sheet;
}

/** The sheet with these cells written, by `row field`. */
function filled(cells: { readonly [at: string]: string | object }): ReadSheet {
  const rows = read().rows.map((each) => [...each]);
  for (const [at, value] of Object.entries(cells)) {
    const [n = '', field = ''] = at.split(' ');
    const line = rows[TITLES_ROW + Number(n)] ?? [];
    const as = typeof value === 'string' ? { text: value } : value;
    line[columnOf(field as ColumnField)] = { text: '', number: false, formula: false, ...as };
  }
  return { rows };
}
const faults = (cells: Parameters<typeof filled>[0]) =>
  sheetTable(filled(cells), TABLE).faults.map(({ cell, weight }) => `${weight} ${cell ?? '-'}`);

test('a sheet that nobody wrote into changes nothing', () => {
  expect(sheetTable(read(), TABLE)).toMatchObject({
    changes: [],
    body: null,
    faults: [{ weight: 'notice' }],
  });
});

test('what was written is a body to fill in with, and says what it changes', () => {
  const {
    changes,
    body,
    faults: none,
  } = sheetTable(
    filled({ '1 current': '800', '1 target': '950张', '1 basis': '统计年报', '2 target': '≤27%' }),
    TABLE,
  );
  expect(none).toEqual([]);
  expect(changes.map(({ name, cell, before, after }) => [name, cell, before, after])).toEqual([
    ['指标1', 'J4', null, '800'],
    ['指标1', 'K4', '900张', '950张'],
    ['指标2', 'K5', null, '≤27%'],
  ]);
  expect(body).toEqual({
    rows: [
      { row: id(1), current: '800', target: '950张', basis: '统计年报', note: '' },
      { row: id(2), current: null, target: '≤27%', basis: '', note: '' },
    ],
  });
});

test('errors stand in their cells, and with one of them nothing can be filled in', () => {
  expect(faults({ '1 target': '很多' })).toEqual(['fault K4']);
  expect(faults({ '1 target': { text: '950', formula: true } })).toEqual(['fault K4']);
  expect(faults({ '3 target': '6' })).toEqual(['fault K6']);
  expect(faults({ '1 row': id(7), '2 target': '27' })).toEqual(['fault P4']);
  expect(faults({ '2 row': id(1), '1 target': '950' })).toContain('fault P5');
  expect(sheetTable(filled({ '1 target': '很多', '2 target': '27' }), TABLE).body).toBeNull();
});

test('what shows and does not stop: a changed locked column, a percentage that a program keeps as a fraction', () => {
  expect(faults({ '1 target': '950', '1 caliber': '另一口径' })).toEqual(['notice E4']);
  expect(faults({ '2 target': { text: '0.27', number: true } })).toEqual(['notice K5']);
  expect(faults({ '2 target': '27' })).toEqual([]);
});

test('a row whose id was lost is found by its name', () => {
  expect(sheetTable(filled({ '1 row': '', '1 target': '950' }), TABLE).changes).toHaveLength(1);
});
