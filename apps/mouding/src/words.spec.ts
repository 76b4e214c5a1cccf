import { isRefused, languageOf, refuse } from './words.ts';

test.each([
  [{}, 'zh'],
  [{ LANG: 'C.UTF-8' }, 'zh'],
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'en_US', LC_ALL: 'zh_CN' }, 'zh'],
  [{ LANG: 'zh_CN', LC_MESSAGES: 'en' }, 'en'],
] as const)('the locale %j speaks %s', (environment, language) => {
  expect(languageOf(environment)).toBe(language);
});

test('a refusal is told from every other answer', () => {
  expect(isRefused(refuse('否', 'no'))).toBe(true);
  expect(isRefused({ port: 1 })).toBe(false);
});
