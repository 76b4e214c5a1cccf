import { compareIndicators } from './differences.ts';
import { extractIndicators } from './stated.ts';

const TABLE = [
  '附表 主要指标',
  '指标\t单位\t2025年基期值\t2030年目标值',
  '开放床位\t张\t800\t950',
  '药占比\t%\t30\t≤27',
];
const plan = (first: string, second: string, table: readonly string[] = TABLE): string =>
  [
    '示范医院“十五五”发展规划',
    '一、发展基础',
    '2025年开放床位达到800张。',
    '二、主要目标',
    first,
    '三、重点任务',
    second,
    ...table,
  ].join('\n');
const kinds = (text: string, beside = {}): readonly string[] =>
  compareIndicators(extractIndicators(text), beside).map(
    ({ kind, name, here, there }) => `${kind} ${name} ${here.written}/${there.written}`,
  );
const NOTHING = '加强管理，提高质量。';

test('annex and sentences are read with their place, year and value', () => {
  const stated = extractIndicators(plan('到2030年，开放床位达到950张。', NOTHING));
  expect(
    stated.map(({ name, from, when, year, written, place }) => [name, from, when, year, written, place.line]),
  ).toEqual([
    ['开放床位', 'sentence', 'baseline', 2025, '800张', 3],
    ['开放床位', 'sentence', 'target', 2030, '950张', 5],
    ['开放床位', 'annex', 'baseline', 2025, '800', 10],
    ['开放床位', 'annex', 'target', 2030, '950', 10],
    ['药占比', 'annex', 'baseline', 2025, '30', 11],
    ['药占比', 'annex', 'target', 2030, '≤27', 11],
  ]);
});

test('what says the same in other words is silent', () =>
  expect(
    kinds(plan('到2030年，开放床位达到950张，药占比不超过27%。', '到2030年开放床位扩大到950张。')),
  ).toEqual([]));

test('a sentence against the annex, and chapter against chapter', () => {
  expect(kinds(plan('到2030年，开放床位达到980张。', NOTHING))).toEqual(['text-annex 开放床位 980张/950']);
  expect(kinds(plan('到2030年，开放床位达到980张。', '到2030年，开放床位达到960张。', []))).toEqual([
    'chapters 开放床位 960张/980张',
  ]);
});

test('what nobody can tell is silent: another year, a bound that leaves room, another name', () => {
  expect(kinds(plan('到2027年，开放床位达到900张。', NOTHING))).toEqual([]);
  expect(kinds(plan('到2030年，药占比降至26%。', NOTHING))).toEqual([]);
  expect(kinds(plan('到2030年，康复开放床位达到90张。', NOTHING))).toEqual([]);
});

test('the last plan, where it speaks of the same year', () => {
  const last = extractIndicators(
    ['示范医院“十四五”发展规划', '二、主要目标', '到2025年，开放床位达到850张。'].join('\n'),
  );
  expect(kinds(plan(NOTHING, NOTHING), { last })).toEqual(['last-plan 开放床位 800/850张']);
});

test('the plan above binds shares and lengths; what is better than it asks is none', () => {
  const upper = (words: string) =>
    extractIndicators(['某市卫生健康“十五五”规划', '二、主要目标', words].join('\n'));
  expect(
    kinds(plan(NOTHING, NOTHING), { upper: upper('到2030年，药占比不超过25%，开放床位达到9000张。') }),
  ).toEqual(['upper-plan 药占比 ≤27/25%']);
  expect(kinds(plan(NOTHING, NOTHING), { upper: upper('到2030年，药占比不超过28%。') })).toEqual([]);
});
