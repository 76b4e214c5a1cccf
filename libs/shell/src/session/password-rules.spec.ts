import { passwordFaults } from './password-rules.ts';

const fits = (profile: 'asvs' | 'dengbao', password: string, login = 'lijing'): boolean =>
  passwordFaults(profile, password, login).length === 0;

test('ASVS asks for twelve characters of any kind, counted as people count', () => {
  expect([fits('asvs', 'elevenchars'), fits('asvs', 'twelve chars')]).toEqual([false, true]);
  expect([fits('asvs', '长城内外惟余莽莽大河上'), fits('asvs', '长城内外惟余莽莽大河上下')]).toEqual([
    false,
    true,
  ]);
});

test('等保 asks for eight characters of three of the four classes', () => {
  expect([fits('dengbao', 'Abcdef1'), fits('dengbao', 'Abcdefg1')]).toEqual([false, true]);
  for (const two of ['abcdefg1', 'ABCDEFG1', 'abcdefgH', 'abcdefg.', '1234567.'])
    expect([two, fits('dengbao', two)]).toEqual([two, false]);
  for (const three of ['abcdef.1', 'ABCDEF.1', 'aBcdefg.', '规划abcD1e'])
    expect([three, fits('dengbao', three)]).toEqual([three, true]);
});

test.each([
  'password1234',
  'Password2026',
  '123456789012',
  'qwertyuiopas',
  'administrator!',
  'woaini1314520',
  'yiyuan202611',
  '111222111222',
])('%s is guessed first', (password) => expect(fits('asvs', password)).toBe(false));

test('a password that is mostly the login is none', () => {
  expect([fits('asvs', 'wangxiaoming1', 'wangxiaoming'), fits('asvs', 'li-and-nobody-else', 'li')]).toEqual([
    false,
    true,
  ]);
});

test.each(['mouding-demo', 'small-password', 'a-long-password', 'correct horse battery'])(
  '%s may be used',
  (password) => expect(fits('asvs', password)).toBe(true),
);
