import fc from 'fast-check';
import { readable, treeOf } from './read-tree.ts';
import { isBefore, isText } from './sound.ts';
import { fixture, minted, SALT, treeFrom } from '../testing/tree-sample.ts';
import { plainOf } from './tree.ts';

const FIXTURES = ['plan-a.txt', 'plan-b.txt', 'text-chapters.txt', 'text-notice.txt', 'text-pages.txt'];

const LINES = [
  '第一章　总则',
  '一、目标',
  '（一）门诊服务',
  '1.加强管理，落实责任。',
  '（1）完善制度，到2030年达到80张；',
  '| 指标 | 2025年 | 2030年 |',
  '床位\t张\t800',
  '〔图：组织架构〕',
  '前言',
  '- 3 -',
  '',
  '　 ',
  '加强学科建设，推动医院高质量发展，',
  '惠及广大群众。',
  '\r',
  '\u200b',
  'a\u2028b',
  '[bookmark: _Toc1]',
  '𠮷野家',
];

const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));

const shapeOf = (plain: string): readonly string[] =>
  treeFrom(plain).nodes.map(({ kind, depth, text: words }) => `${kind} ${depth} ${words}`);

test('nothing is lost, and every node has words', () => {
  fc.assert(
    fc.property(text, (plain) => {
      const tree = treeFrom(plain);
      expect(plainOf(tree)).toBe(plain);
      expect(tree.nodes.every((node) => isText(node.text ?? '') && isBefore(node.before))).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test.each(FIXTURES)('nothing of %s is lost', (name) => {
  const plain = fixture(name);
  expect(plainOf(treeFrom(plain))).toBe(plain);
  expect(plainOf(treeFrom(readable(plain)))).toBe(readable(plain));
});

test('headings, paragraphs, tables and figures get their kinds and depths', () => {
  expect(
    shapeOf(
      [
        '某某医院发展规划',
        '第一部分　基础',
        '第一章　总则',
        '一、目标',
        '到2030年，床位达到80张，门诊量达到20万人次。',
        '| 指标 | 单位 |',
        '| 床位 | 张 |',
        '〔图：组织架构〕',
        '二、任务',
      ].join('\n'),
    ),
  ).toEqual([
    'clause 1 某某医院发展规划',
    'part 1 第一部分　基础',
    'chapter 2 第一章　总则',
    'section 3 一、目标',
    'clause 4 到2030年，床位达到80张，门诊量达到20万人次。',
    'table 4 | 指标 | 单位 |\n| 床位 | 张 |',
    'figure 4 〔图：组织架构〕',
    'section 3 二、任务',
  ]);
});

test('rows that end with a small number are rows', () => {
  expect(shapeOf('一、指标\n指标\t单位\t目标\n床位\t张\t80\n专科\t个\t6\n以上为指标。').slice(1, 2)).toEqual([
    'table 2 指标\t单位\t目标\n床位\t张\t80\n专科\t个\t6',
  ]);
});

test('a sentence that a conversion cut is one node, with its line end', () => {
  expect(shapeOf('加强学科建设，推动医院高质量发展，\n惠及广大群众。')).toEqual([
    'clause 1 加强学科建设，推动医院高质量发展，\n惠及广大群众。',
  ]);
});

test('blank lines stand in front of the next node or at the end', () => {
  const tree = treeFrom('\n一、目标\n\n　\n二、任务\n\n');
  expect(tree.nodes.map(({ before }) => before)).toEqual(['\n', '\n　\n']);
  expect(tree.end).toBe('\n\n');
  expect(treeFrom('\n　')).toMatchObject({ nodes: [], end: '\n　' });
});

test('readable text has line feeds and no mark', () => {
  expect(readable('\uFEFF一\r\n二\r三')).toBe('一\n二\n三');
});

test('the same seed gives the same ids, another one others', () => {
  const ids = (seed: string): readonly string[] =>
    treeOf('一、甲\n二、乙', { salt: SALT, mint: minted(seed) }).nodes.map(({ id }) => id);
  expect(ids('a')).toEqual(ids('a'));
  expect(new Set([...ids('a'), ...ids('b')]).size).toBe(4);
  for (const id of ids('a')) expect(id).toMatch(/^n[0-9a-z]{10}$/);
});
