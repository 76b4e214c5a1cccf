import { blankLetter, bodyOf, gapsIn, letterFrom } from './letter-draft.ts';

const blank = blankLetter('2026-03-02');
const whole = {
  ...blank,
  number: ' 审函〔2026〕1号 ',
  purpose: '专项审计',
  posts: ['p'],
  cases: ['c'],
  until: '2026-03-09',
};

test('nothing is opened that was not chosen', () => {
  expect(gapsIn(blank)).toEqual(['number', 'purpose', 'posts', 'cases', 'term']);
  expect(gapsIn(whole)).toEqual([]);
  expect(gapsIn({ ...whole, cases: [], isWhole: true })).toEqual([]);
});

test('days are days, and end no sooner than they begin', () => {
  expect(gapsIn({ ...whole, until: '2026-03-01' })).toEqual(['term']);
  expect(gapsIn({ ...whole, until: '2026-02-30' })).toEqual(['term']);
  expect(gapsIn({ ...whole, isAlways: false, periodFrom: '2026-01-01' })).toEqual(['period']);
  expect(gapsIn({ ...whole, until: whole.from })).toEqual([]);
});

test('the body says the whole institution, all of its time and no scan by nothing at all', () => {
  expect(bodyOf({ ...whole, isWhole: true })).toEqual({
    number: '审函〔2026〕1号',
    purpose: '专项审计',
    posts: ['p'],
    cases: null,
    period: null,
    from: '2026-03-02',
    until: '2026-03-09',
    paper: null,
  });
  const days = { isAlways: false, periodFrom: '2026-01-01', periodTo: '2026-01-31' };
  expect(bodyOf({ ...whole, ...days, scan: { hash: 'h', name: '函.pdf' } })).toMatchObject({
    cases: ['c'],
    period: { from: '2026-01-01', to: '2026-01-31' },
    paper: { scheme: 'file-sha256@1', hash: 'h' },
  });
});

test('a draft that cannot be read is none', () => {
  expect(letterFrom('', blank)).toEqual(blank);
  expect(letterFrom('{"number":"一"}', blank)).toEqual({ ...blank, number: '一' });
});
