import { labelOf, markerOf } from './marker.ts';

test.each([
  ['第一部分  规划背景', 'part', 1, '第一部分'],
  ['第3章 任务', 'chapter', 3, '第3章'],
  ['第十二节 人才', 'division', 12, '第十二节'],
  ['第一百二十一条  附则', 'article', 121, '第一百二十一条'],
  ['一、目标', 'han', 1, '一、'],
  ['十四、党建', 'han', 14, '十四、'],
  ['　　（二）任务', 'han-bracketed', 2, '（二）'],
  ['(二) 任务', 'han-bracketed', 2, '(二)'],
  ['3.人才', 'decimal', 3, '3.'],
  ['3．人才', 'decimal', 3, '3．'],
  ['１、人才', 'decimal', 1, '１、'],
  ['2.3 人才', 'decimal-2', 3, '2.3'],
  ['（4）床位', 'decimal-bracketed', 4, '（4）'],
  ['4）床位', 'decimal-half', 4, '4）'],
  ['③床位', 'circled', 3, '③'],
  ['三是增效', 'han-shi', 3, '三是'],
])('%s begins with a number', (text, style, ordinal, label) => {
  expect(markerOf(text)).toMatchObject({ style, ordinal, label });
});

test.each([
  '1.5T磁共振',
  '2026年建成',
  '3-5项成果',
  '一、二级医院',
  '10个病区',
  '一是非题',
  '（如护理等）',
  '第一时间响应',
  '百分之三',
  '2.3亿元',
])('%s does not', (text) => expect(markerOf(text)).toBeNull());

test('the text begins behind the number', () => {
  const marker = markerOf('　（二）任务');
  expect('　（二）任务'.slice(marker?.to)).toBe('任务');
});

test('a missing number is written as its neighbours are', () => {
  expect([
    labelOf('part', 3),
    labelOf('han', 14),
    labelOf('han-bracketed', 20),
    labelOf('circled', 2),
  ]).toEqual(['第三部分', '十四、', '（二十）', '②']);
});
