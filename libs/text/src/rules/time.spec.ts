import { found, planOf } from '../testing/found.ts';

test.each([
  ['在明年的职代会上讨论。', '明年'],
  ['今年启动建设。', '今年'],
  ['较去年增长5%。', '去年'],
])('%s names no year', (text, quote) => expect(found('RELATIVE_TIME', text)).toEqual([quote]));

test.each([
  '文明年度考评，发明年限，如今年轻人增多。',
  '过去年均增长5%。',
  '2026年上半年、每年、逐年、今后五年。',
  '10日前报送，以前年度结余。',
])('%s does, or speaks of none', (text) => expect(found('RELATIVE_TIME', text)).toEqual([]));

test.each([
  ['为2028-2030年前实现目标。', '2028-2030年前'],
  ['规划期为2030—2026年。', '2030—2026年'],
  ['2030年末年均门诊量达到50万人次。', '2030年末年均'],
  ['于2月30日前完成。', '2月30日'],
  ['13月5日报送。', '13月5日'],
])('%s can be read in two ways', (text, quote) => expect(found('AMBIGUOUS_TIME', text)).toEqual([quote]));

test.each([
  '2026—2030年，年均增长5%。',
  '2030年前建成，2028年底前开工。',
  '2026年10—12月，2月29日。',
  '到2030年底，年均增长8%。',
])('%s in one', (text) => expect(found('AMBIGUOUS_TIME', text)).toEqual([]));

test('“十五五” with other years than its own', () => {
  expect(found('DATE_CONFLICT', '“十五五”时期（2025—2030年）是关键期。')).toEqual([
    '“十五五”时期（2025—2030年）',
  ]);
  expect(found('DATE_CONFLICT', '“十五五”时期（2026—2030年）是关键期。')).toEqual([]);
});

test('a number of one year and a date of another', () => {
  const notice = (year: string): string => `某医〔2026〕3号\n某某医院\n${year}年3月1日`;
  expect(found('DATE_CONFLICT', notice('2025'))).toEqual(['2025年']);
  expect(found('DATE_CONFLICT', notice('2026'))).toEqual([]);
  expect(
    found(
      'DATE_CONFLICT',
      '某医〔2020〕3号\n2020年11月18日\n（一）准备阶段（2020年10—12月）\n（二）编制阶段（2020年12—2021年1月）',
    ),
  ).toEqual([]);
});

test('what lies before the plan is told as coming', () => {
  expect(found('STALE_TIME', planOf('预计2024年建成投用。', '加强管理。'))).toEqual(['预计2024年']);
  expect(found('STALE_TIME', planOf('2024年建成投用。', '到2023年，床位达到500张。'))).toEqual([
    '到2023年，',
  ]);
});

test('what opened in the report and is to open in the tasks', () => {
  const text = planOf('东湖分院如期开业。', '2027年7月，东湖分院门急诊投入使用。');
  expect(found('STALE_TIME', text)).toEqual(['门急诊投入使用']);
});

test.each([
  ['the years of the plan', planOf('2024年建成。', '力争2028年建成，到2030年全面达标。')],
  ['the base year', planOf('预计2025年底门诊量达到60万人次。', '加强管理。')],
  ['another building', planOf('东湖分院开业。', '西山分院投入使用。')],
  ['a second phase', planOf('东湖分院开业。', '东湖分院二期工程2028年投入使用。')],
  ['not yet opened', planOf('东湖分院将于2026年开业。', '2026年东湖分院投入使用。')],
])('nothing is stale: %s', (_, text) => expect(found('STALE_TIME', text)).toEqual([]));
