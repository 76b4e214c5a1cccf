import { rawRange, readLines } from './lines.ts';
import { readPlan } from './plan.ts';

test('lines of every kind of end, without the byte order mark', () => {
  expect(readLines('\uFEFF甲\r\n乙\n丙\r丁').map(({ number, text }) => `${number}${text}`)).toEqual([
    '1甲',
    '2乙',
    '3丙',
    '4丁',
  ]);
});

test('a place in the text without residue is a place in the line as given', () => {
  const [line] = readLines('[bookmark: a]**一是**加强');
  expect(line?.text).toBe('一是加强');
  expect(line && rawRange(line, 0, 2)).toEqual([15, 17]);
  expect(line && rawRange(line, 2, 4)).toEqual([19, 21]);
});

test.each([
  ['某某医院“十五五”发展规划\n一、现状', { from: 2026, to: 2030 }],
  ['某某医院第十五个五年发展规划\n一、现状', { from: 2026, to: 2030 }],
  ['某某医院发展规划（2024—2028年）\n一、现状', { from: 2024, to: 2028 }],
  [
    '“十三五”期间，医院发展较快。“十四五”时期，任务很重。“十四五”规划已启动，“十三五”期间打下基础。',
    { from: 2021, to: 2025 },
  ],
  ['某某医院工作总结', null],
])('%s is for these years', (text, years) => expect(readPlan(text).period).toEqual(years));

test('the title of a cover, and of a notice', () => {
  expect(readPlan('某某市人民医院\n“十五五”发展规划\n一、现状').title?.text).toBe(
    '某某市人民医院“十五五”发展规划',
  );
  expect(readPlan('一、现状\n医院概况。').title).toBeNull();
});

test('what a paragraph is about is told by the highest heading that tells it', () => {
  const plan = readPlan(
    '一、工作回顾\n（一）重点任务\n引进博士。\n二、主要任务\n（一）现状分析\n引进院士。\n三、附则\n由办公室解释。',
  );
  const told = plan.paragraphs
    .filter(({ marker }) => !marker)
    .map((each) => `${each.text} ${plan.phaseOf(each)}`);
  expect(told).toEqual(['引进博士。 done', '引进院士。 planned', '由办公室解释。 other']);
});
