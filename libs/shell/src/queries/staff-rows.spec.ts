import { compared, type House } from './staff-rows.ts';

const yi = '0b7f0f9e-7d4c-4c7e-9b52-6f2f3a4b5c6d';
const [head, clerk] = ['1b7f0f9e-7d4c-4c7e-9b52-6f2f3a4b5c6d', '2b7f0f9e-7d4c-4c7e-9b52-6f2f3a4b5c6d'];

const house: House = {
  people: [
    {
      person: yi,
      name: '某乙',
      login: 'yi',
      active: true,
      oneTime: false,
      posts: [],
      mail: 'yi@example.org',
    },
  ],
  posts: [
    { id: head, title: '信息科科长', holder: { person: yi } },
    { id: clerk, title: '信息科经办', holder: null },
  ],
};

const row = (name: string, login: string, post = '', mail = '') => ({ name, login, post, mail });
const check = (...rows: readonly ReturnType<typeof row>[]) =>
  compared(
    house,
    rows.map((written, n) => ({ row: n + 3, written })),
  );
const faultsOf = (...rows: readonly ReturnType<typeof row>[]) =>
  check(...rows).map(({ state, faults }) => [state, ...faults.map(({ said }) => said.zh)]);

test('whoever is not registered is new, with the vacant post and the address', () => {
  expect(check(row('某丙', 'bing', '信息科经办', 'bing@example.org'))).toMatchObject([
    { row: 3, state: 'new', person: null, fills: clerk, setsMail: true, faults: [] },
  ]);
});

test('what stands already is unchanged, and another address is a change', () => {
  expect(check(row('某乙', 'yi', '信息科科长', 'yi@example.org'), row('某戊', 'wu'))).toMatchObject([
    { state: 'same', fills: null, setsMail: false, changes: [] },
    { state: 'new' },
  ]);
  expect(check(row('某乙', 'yi', '', 'b@example.org'))).toMatchObject([
    { state: 'changed', person: yi, setsMail: true },
  ]);
});

test('a post that is held is not taken away, a post that is not there is not made', () => {
  expect(faultsOf(row('某丙', 'bing', '信息科科长'), row('某丁', 'ding', '无此岗位'))).toEqual([
    ['invalid', '该岗位现由某乙任职，请先办理免职'],
    ['invalid', '没有岗位“无此岗位”，请先设置岗位'],
  ]);
});

test('a login belongs to one person, in the house and in the sheet', () => {
  expect(faultsOf(row('某丙', 'yi'))).toEqual([['invalid', '该登录名已属于另一人']]);
  expect(faultsOf(row('某丙', 'bing'), row('某丁', 'bing'))).toEqual([
    ['invalid', '表中有重复的登录名'],
    ['invalid', '表中有重复的登录名'],
  ]);
});

test('two rows never fill one post', () => {
  const states = faultsOf(row('某丙', 'bing', '信息科经办'), row('某丁', 'ding', '信息科经办'));
  expect(states).toEqual([
    ['invalid', '表中有两人任同一岗位'],
    ['invalid', '表中有两人任同一岗位'],
  ]);
});

test('names, logins and addresses are looked at', () => {
  expect(faultsOf(row('', 'A B', '', 'nowhere'))).toEqual([
    ['invalid', '请填写姓名（40字以内）', '登录名为2—40位小写字母、数字、点、横线', '邮箱格式不正确'],
  ]);
});
