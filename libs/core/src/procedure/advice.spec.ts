import { changed } from '../testing/small-procedure.ts';
import { checkProcedure } from './check.ts';
import { compileProcedure, readDefinition } from './procedure.ts';

type Body = ReturnType<typeof changed>['bodies']['committee'];

function adviceFor(title: string, change: Partial<Pick<Body, 'quorum' | 'pass' | 'decides'>> = {}) {
  const written = changed(({ bodies }) => Object.assign(bodies.committee, { title, ...change }));
  const read = readDefinition(written);
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  const { faults, advice } = checkProcedure(compileProcedure(read.definition));
  expect(faults).toEqual([]);
  return advice;
}

const share = (num: number, den: number) => ({ base: 'all', num, den, inclusive: true });
const pass = (base: string, strict: boolean) => ({ base, num: 1, den: 2, strict });

test('a 党委会 that half of its members open is a hint with its basis, and no fault', () => {
  const [hint, ...more] = adviceFor('党委会');
  expect(more).toEqual([]);
  expect(hint).toMatchObject({ rule: 'low-quorum', path: [] });
  expect(hint?.zh).toContain('“党委会”到会须达到全体成员的1/2，低于三分之二');
  expect(hint?.basis).toContain('中国共产党党组工作条例第二十七条');
});

test('two thirds are enough, also counted otherwise', () => {
  expect(adviceFor('党委会', { quorum: share(2, 3) })).toEqual([]);
  expect(adviceFor('党总支委员会', { quorum: share(4, 6) })).toEqual([]);
  expect(adviceFor('职工代表大会', { quorum: share(3, 4) })).toEqual([]);
});

test('of a congress the delegates are named, and of a body of the house nothing is known', () => {
  expect(adviceFor('教职工代表大会').map(({ zh }) => zh)).toEqual([
    expect.stringContaining('全体职工代表三分之二以上出席'),
  ]);
  expect(adviceFor('规划编制工作领导小组')).toEqual([]);
});

test.each([
  [pass('present', true), ['low-majority']],
  [pass('all', false), ['low-majority']],
  [pass('entitled', true), []],
  [{ base: 'all', num: 2, den: 3, strict: false }, []],
])('its majority is counted over all: %j', (majority, rules) => {
  const advice = adviceFor('党委会', { quorum: share(2, 3), pass: majority });
  expect(advice.map(({ rule }) => rule)).toEqual(rules);
});
