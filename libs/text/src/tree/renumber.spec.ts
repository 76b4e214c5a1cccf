import { applyOperations, erase } from './apply.ts';
import { isMisfit } from './misfit.ts';
import { numberingOf, renumber } from './renumber.ts';
import { fixture, idOf, sha256, treeFrom } from '../testing/tree-sample.ts';
import { plainOf, type Tree } from './tree.ts';

function renumbered(tree: Tree): Tree {
  const after = applyOperations(tree, renumber(tree));
  if (isMisfit(after)) throw new Error(after.misfit);
  return after;
}

const after = (lines: readonly string[]): readonly string[] =>
  plainOf(renumbered(treeFrom(lines.join('\n')))).split('\n');

const STYLES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['part', ['第一部分　基础', '第三部分　目标'], ['第一部分　基础', '第二部分　目标']],
  ['chapter', ['第一章　总则', '第一章　目标'], ['第一章　总则', '第二章　目标']],
  ['han', ['二、目标', '一、任务', '三、保障'], ['一、目标', '二、任务', '三、保障']],
  ['han-bracketed', ['（九）甲', '（十）乙', '（十）丙'], ['（一）甲', '（二）乙', '（三）丙']],
  ['decimal', ['1.甲项', '2．乙项', '4、丙项'], ['1.甲项', '2．乙项', '3、丙项']],
  ['decimal-bracketed', ['（1）甲项', '（3）乙项'], ['（1）甲项', '（2）乙项']],
  ['full width', ['（１）甲项', '（３）乙项'], ['（１）甲项', '（２）乙项']],
  ['decimal-half', ['1）甲项', '1）乙项'], ['1）甲项', '2）乙项']],
  ['circled', ['①甲项', '③乙项'], ['①甲项', '②乙项']],
  ['han-shi', ['一是加强管理；', '三是完善制度。'], ['一是加强管理；', '二是完善制度。']],
];
test.each(STYLES)('a list in the style %s', (_, lines, wanted) => expect(after(lines)).toEqual(wanted));

test('begins anew under each heading', () => {
  const lines = ['一、目标', '（一）甲', '（三）乙', '二、任务', '（一）丙', '（一）丁', '（二）戊'];
  expect(after(lines)).toEqual([
    '一、目标',
    '（一）甲',
    '（二）乙',
    '二、任务',
    '（一）丙',
    '（二）丁',
    '（三）戊',
  ]);
});

test('runs on over headings where the text counts so', () => {
  const lines = [
    '一、目标',
    '（一）甲',
    '（二）乙',
    '二、任务',
    '（三）丙',
    '（五）丁',
    '三、保障',
    '（六）戊',
  ];
  expect(after(lines)).toEqual([
    '一、目标',
    '（一）甲',
    '（二）乙',
    '二、任务',
    '（三）丙',
    '（四）丁',
    '三、保障',
    '（五）戊',
  ]);
});

test('articles run on over chapters that changed places', () => {
  const of = (chapter: string, ...articles: readonly number[]): readonly string[] => [
    chapter,
    ...articles.map((n) => `第${'一二三四五'[n - 1]}条　医院应当健全第${n}项制度，明确责任。`),
  ];
  const lines = after([...of('第二章　任务', 3, 4, 5), ...of('第一章　总则', 1, 2)]);
  expect(lines.map((line) => line.split('　')[0])).toEqual([
    '第一章',
    '第一条',
    '第二条',
    '第三条',
    '第二章',
    '第四条',
    '第五条',
  ]);
});

test('numbers of several levels follow the ones above them', () => {
  expect(after(['1.总则', '1.1 “甲”', '3.目标', '3.1 “乙”', '3.3 “丙”'])).toEqual([
    '1.总则',
    '1.1 “甲”',
    '2.目标',
    '2.1 “乙”',
    '2.2 “丙”',
  ]);
});

test('a second list under one heading begins anew', () => {
  const lines = ['一、任务', '1.甲项', '2.乙项', '保障措施如下：', '1.丙项', '2.丁项'];
  expect(after(lines)).toEqual(lines);
});

test('an item put in first with the number of its follower', () =>
  expect(after(['1.新项', '1.甲项', '2.乙项'])).toEqual(['1.新项', '2.甲项', '3.乙项']));

test('the sequence within a paragraph', () =>
  expect(after(['重点做好三项工作：一是加强管理；三是完善制度；四是强化考核。'])).toEqual([
    '重点做好三项工作：一是加强管理；二是完善制度；三是强化考核。',
  ]));

test('numbers that are quoted, in a table or alone stay', () => {
  const lines = [
    '会议提出“一是加强管理，三是完善制度”的要求，各科室应当遵照执行。',
    '| 1. | 床位 |',
    '| 3. | 专科 |',
    '三、保障',
  ];
  expect(after(lines)).toEqual(lines);
});

test('an erased clause keeps its number', () => {
  const tree = treeFrom('1.甲项\n2.乙项\n3.丙项');
  expect(renumber(erase(tree, idOf(tree, '乙项'), sha256))).toEqual([]);
});

test('beyond ninety-nine', () => {
  const lines = Array.from({ length: 112 }, () => '第九条　医院应当健全各项制度，明确责任。');
  const numbered = after(lines).map((line) => line.split('　')[0]);
  expect([numbered[98], numbered[99], numbered[100], numbered[109], numbered[111]]).toEqual([
    '第九十九条',
    '第一百条',
    '第一百零一条',
    '第一百一十条',
    '第一百一十二条',
  ]);
});

test('the planted slip of a plan is mended, and nothing else', () => {
  const plain = fixture('plan-b.txt');
  const [was, now] = [plain.split('\n'), plainOf(renumbered(treeFrom(plain))).split('\n')];
  expect(now.filter((line, at) => line !== was[at]).map((line) => line.slice(0, 2))).toEqual([
    '二、',
    '三、',
    '四、',
    '五、',
    '六、',
  ]);
});

test.each(['plan-a.txt', 'text-chapters.txt', 'text-notice.txt', 'text-pages.txt'])(
  'there is nothing to do in %s, and a second time never',
  (name) => {
    const tree = treeFrom(fixture(name));
    const once = renumbered(tree);
    expect(plainOf(once)).toBe(plainOf(tree));
    expect(renumber(once)).toEqual([]);
  },
);

test('what was recognised is shown', () => {
  const tree = treeFrom('一、目标\n三、任务');
  expect(numberingOf(tree)).toEqual([
    {
      node: idOf(tree, '目标'),
      style: 'han',
      label: '一、',
      from: 0,
      to: 2,
      wanted: '一、',
      list: 'restarts',
    },
    {
      node: idOf(tree, '任务'),
      style: 'han',
      label: '三、',
      from: 0,
      to: 2,
      wanted: '二、',
      list: 'restarts',
    },
  ]);
});
