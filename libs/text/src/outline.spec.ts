import { walk, type OutlineNode } from './outline.ts';
import { readPlan } from './plan.ts';

const shown = (text: string): readonly string[] =>
  [...walk(readPlan(text).root)]
    .slice(1)
    .map(
      ({ node, above }) =>
        `${'  '.repeat(above.length - 1)}${node.kind} ${node.line}-${node.last} ${node.title.slice(0, 8)}`,
    );

test('parts, sections and paragraphs', () => {
  const text = `某某医院“十五五”发展规划

第一部分  回顾
一、成绩
医院综合实力明显增强，群众满意度不断提高，学科建设取得进展。
二、不足
第二部分  任务
一、总体目标
1.服务目标。门诊量达到60万人次。`;
  expect(shown(text)).toEqual([
    'clause 1-1 某某医院“十五五',
    'part 3-6 回顾',
    '  section 4-5 成绩',
    '    clause 5-5 医院综合实力明显',
    '  section 6-6 不足',
    'part 7-9 任务',
    '  section 8-9 总体目标',
    '    clause 9-9 服务目标。门诊量',
  ]);
});

test('one text may go down by two ways', () => {
  const text = '一、甲\n1、乙\n（1）丙\n二、丁\n（一）戊\n1、己\n（二）庚';
  expect(shown(text).map((each) => each.replace(/ \d+-\d+/u, ''))).toEqual([
    'section 甲',
    '  section 乙',
    '    section 丙',
    'section 丁',
    '  section 戊',
    '    section 己',
    '  section 庚',
  ]);
});

test('a sentence that was cut is one clause over its lines', () => {
  const text = '一、甲\n医院综合实力明显增强，科研教学取得进展，群众满意度\n\n不断提高。\n二、乙';
  expect(shown(text)[1]).toBe('  clause 2-4 医院综合实力明显');
});

test('a 目录 makes no headings', () => {
  const text = '目  录\n第一章 甲……1\n第二章 乙……5\n\n第一章 甲\n第二章 乙';
  const headings = [...walk(readPlan(text).root)].filter(({ node }) => node.marker);
  expect(headings.map(({ node }) => node.line)).toEqual([5, 6]);
});

test('a list of headings without the word 目录 makes none either', () => {
  const text = '第一章 甲\n第二章 乙\n第三章 丙\n第四章 丁\n\n第一章 甲\n第二章 乙';
  expect(
    [...walk(readPlan(text).root)].filter(({ node }) => node.marker).map(({ node }) => node.line),
  ).toEqual([6, 7]);
});

test('every line of the text lies within the node above it', () => {
  const check = (node: OutlineNode): void => {
    for (const child of node.children) {
      expect(child.line).toBeGreaterThanOrEqual(node.line);
      expect(child.last).toBeLessThanOrEqual(node.last);
      check(child);
    }
  };
  check(readPlan('一、甲\n（一）乙\n1.丙\n丁戊己。\n（二）庚\n二、辛').root);
});
