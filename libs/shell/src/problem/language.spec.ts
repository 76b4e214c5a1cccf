import { languageOf } from './language.ts';

test.each([
  [undefined, 'zh'],
  ['', 'zh'],
  ['fr', 'zh'],
  ['en', 'en'],
  ['en-GB,zh;q=0.5', 'en'],
  ['zh-CN,en;q=0.9', 'zh'],
  ['en;q=0.2, zh-TW;q=0.9', 'zh'],
  ['fr, en;q=0.8', 'en'],
  ['en;q=0, zh', 'zh'],
])('Accept-Language %j is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
