import { writeSheet } from '@mouding/documents';
import { daysSheet, readDays } from './days-table.ts';

const YEAR = {
  year: 2027,
  off: [
    { from: '2026-12-31', to: '2027-01-03' },
    { from: '2027-04-05', to: '2027-04-05' },
  ],
  worked: ['2027-01-09'],
};

test('what is given out comes back as it was', () => {
  expect(readDays(daysSheet([{ ...YEAR, source: '国办发明电' }]))).toEqual({ years: [YEAR], unread: [] });
});

test('days are read however they are written, and a line without one is named', () => {
  const sheet = writeSheet({
    name: '安排',
    widths: [10, 10],
    heads: [],
    rows: [
      ['节假日安排'],
      ['放假', '2027年10月1日', '2027/10/7'],
      ['', '2027-1-4'],
      ['放假', '2027.5.1'],
      ['国庆节后一天'],
    ],
    choices: [],
  });
  expect(readDays(sheet)).toEqual({
    years: [
      {
        year: 2027,
        off: [
          { from: '2027-10-01', to: '2027-10-07' },
          { from: '2027-05-01', to: '2027-05-01' },
        ],
        worked: ['2027-01-04'],
      },
    ],
    unread: [{ row: 5, text: '国庆节后一天' }],
  });
});

test('a row that begins with 调休上班 is never read as days off; two days that lie apart are named', () => {
  const lines = [
    '调休上班,2027-02-06,2027-02-06',
    '调休上班,2027-09-25,2027-09-26',
    '调休上班,2027-10-09,2027-10-17',
    '放假,2027-10-01,2027-10-07,9月26日上班',
  ];
  expect(readDays(new TextEncoder().encode(lines.join('\n')))).toEqual({
    years: [
      {
        year: 2027,
        off: [{ from: '2027-10-01', to: '2027-10-07' }],
        worked: ['2027-02-06', '2027-09-25', '2027-09-26'],
      },
    ],
    unread: [{ row: 3, text: '调休上班 2027-10-09 2027-10-17' }],
  });
});

test('a .csv is read in UTF-8 and as old office programs save it', () => {
  const years = [{ year: 2027, off: [{ from: '2027-01-01', to: '2027-01-03' }], worked: ['2027-01-09'] }];
  const lines = ',2027-01-01,2027-01-03\r\n,2027-01-09\r\n';
  expect(readDays(new TextEncoder().encode(`\uFEFF类别,起始,截止\r\n${lines}`))).toEqual({
    years,
    unread: [],
  });
  // 放假 in GB18030.
  const gb = new Uint8Array([0xb7, 0xc5, 0xbc, 0xd9, ...new TextEncoder().encode(lines)]);
  expect(readDays(gb)).toEqual({ years, unread: [] });
});

test('what has no day, or is no table, says so; a day that does not exist is none', () => {
  expect(readDays(new TextEncoder().encode('不是表格'))).toMatchObject({ trouble: { zh: '表格中没有日期' } });
  expect(readDays(new TextEncoder().encode('2027-02-30'))).toHaveProperty('trouble');
  expect(readDays(new Uint8Array([0x50, 0x4b, 3, 4]))).toHaveProperty('trouble');
});
