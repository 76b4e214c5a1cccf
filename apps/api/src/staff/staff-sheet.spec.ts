import { readSheet, writeSheet } from '@mouding/documents';
import { noStaffSheet, rowsOf, staffSheet } from './staff-sheet.ts';

const bob = {
  person: '0b7f0f9e-7d4c-4c7e-9b52-6f2f3a4b5c6d',
  name: '某乙',
  login: 'yi',
  active: true,
  oneTime: false,
  posts: [{ id: '1b7f0f9e-7d4c-4c7e-9b52-6f2f3a4b5c6d', title: '信息科科长' }],
  mail: null,
};

function back(bytes: Uint8Array) {
  const sheet = readSheet(bytes);
  if ('trouble' in sheet) throw new Error(sheet.trouble);
  return rowsOf(sheet);
}

test('the sheet that is given out is read again as it was, with the numbers of its rows', () => {
  expect(back(staffSheet({ items: [bob] }))).toEqual([
    { row: 3, written: { name: '某乙', login: 'yi', post: '信息科科长', mail: '' } },
  ]);
});

const sheetOf = (rows: readonly (readonly string[])[]): Uint8Array =>
  writeSheet({ name: '名册', widths: [], heads: [], rows, choices: [] });

test('columns are found by their titles, in any order and among others', () => {
  const rows = back(
    sheetOf([
      ['登录名', '工号', '姓名'],
      ['bing', '007', '某丙'],
      ['', '', ''],
    ]),
  );
  expect(rows).toEqual([{ row: 2, written: { name: '某丙', login: 'bing', post: '', mail: '' } }]);
});

test('a sheet without these columns is not guessed at, and a file that is none says why', () => {
  expect(back(sheetOf([['名称'], ['某丁']]))).toMatchObject({ rows: [], trouble: { zh: /没有找到/ } });
  expect(noStaffSheet('macros').trouble?.zh).toMatch(/宏/);
});
