import { found, placed } from '../testing/found.ts';

const lines = (...all: readonly string[]): string => all.join('\n');
const items = (...labels: readonly string[]): string => lines(...labels.map((label) => `${label}加强管理`));

test.each([
  [items('一、', '二、', '四、'), 'error 3 四、'],
  [items('十三、', '十五、'), 'error 2 十五、'],
  [items('第一章', '第三章'), 'error 2 第三章'],
  [items('一、', '（一）', '（三）'), 'error 3 （三）'],
  [items('1.', '2、', '4.'), 'error 3 4.'],
  [items('①', '③'), 'error 2 ③'],
])('a number is missing: %j', (text, finding) => expect(placed('NUM_SKIP', text).at(-1)).toBe(finding));

test('一是…三是 in a sentence, even where a page cut it', () => {
  expect(found('NUM_SKIP', '目标有三：一是提质；三是增效。')).toEqual(['三是']);
  expect(found('NUM_SKIP', '目标：一是提高质量；二是加强内部\n\n管理；四是增加效益。')).toEqual(['四是']);
});

test.each([
  ['restarting under a new heading', items('一、', '（一）', '（二）', '二、', '（一）')],
  ['running on under a new heading', items('（一）', '1.', '2.', '（二）', '3.', '4.')],
  ['either way down', items('一、', '1、', '（1）', '（2）', '二、', '（一）', '1、', '（二）')],
  [
    'a paragraph without number between',
    lines('一、目标', '二、任务', '全院职工要共同努力，完成各项任务。', '三、保障'),
  ],
  ['two numbers on one line', lines('一、目标', '到2030年建成。二、任务', '三、保障')],
  ['decimals and enumerations', lines('一、目标', '1.5T磁共振一台。', '一、二级医院协同发展。', '二、任务')],
  ['lists in sentences that begin anew', '一是甲；二是乙。对此：一是丙；二是丁；三是戊。'],
  ['是 that counts nothing', '目标之一是质量，重点是人才。统一是前提，单一是短板。'],
  ['mixed width', items('（一）', '(二)', '（三）')],
  [
    'past ten',
    items('八、', '九、', '十、', '十一、', '十二、').replace(
      /^/u,
      items('一、', '二、', '三、', '四、', '五、', '六、', '七、').concat('\n'),
    ),
  ],
  ['a table of contents', lines('目录', '第一章 总则……1', '第二章 附则……3', '第一章 总则', '第二章 附则')],
])('complete: %s', (_, text) => {
  expect([...found('NUM_SKIP', text), ...found('NUM_RESTART', text)]).toEqual([]);
});

test('a number that comes twice, and counting on from either', () => {
  expect(placed('NUM_RESTART', items('一、', '二、', '二、', '四、'))).toEqual(['error 3 二、']);
  expect(placed('NUM_RESTART', items('一、', '二、', '二、', '三、'))).toEqual(['error 3 二、']);
  expect(found('NUM_SKIP', items('一、', '二、', '二、', '四、'))).toEqual([]);
});

test('a number too high before its own place is told once', () => {
  expect(placed('NUM_SKIP', items('一、', '二、', '四、', '四、', '五、'))).toEqual(['error 3 四、']);
  expect(found('NUM_RESTART', items('一、', '二、', '四、', '四、', '五、'))).toEqual([]);
});

test('a bracket that lost its other half is no missing number', () => {
  const text = items('（一）', '二）', '（三）');
  expect(found('NUM_SKIP', text)).toEqual([]);
  expect(found('NUM_FORMAT', text)).toEqual(['二）']);
});

test('a number that goes back', () => {
  expect(placed('NUM_RESTART', items('（一）', '（二）', '（三）', '（一）'))).toEqual(['warning 4 （一）']);
});

test('a list may begin anew behind a line of its own', () => {
  expect(found('NUM_RESTART', lines(items('1.', '2.'), '具体措施如下：', items('1.', '2.')))).toEqual([]);
});
