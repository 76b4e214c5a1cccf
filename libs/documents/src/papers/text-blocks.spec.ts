import { textBlocks } from './text-blocks.ts';

const TEXT = [
  '云州市中医院“十五五”发展规划',
  '',
  '第一部分 发展基础',
  '一、主要成绩',
  '门急诊量增加到88.6万人次。',
  '（一）学科建设',
  '1. 重点专科',
  '指标\t2025年\t2030年',
  '门急诊量\t88.6\t110',
  '| 单位 | 值 |',
  '| --- | --- |',
  '| 张 | 900 |',
  '末段。',
].join('\n');

test('headings have their levels, tables their rows, and no line with words is lost', () => {
  const { title, body } = textBlocks(TEXT);
  expect(title).toBe('云州市中医院“十五五”发展规划');
  const shown = body.map((block) => {
    if (block.kind === 'heading') return `${block.level} ${block.text[0]?.text ?? ''}`;
    if (block.kind === 'table')
      return block.rows.map((row) => row.map(({ lines }) => lines.join()).join('·'));
    return block.kind === 'paragraph' ? (block.runs[0]?.text ?? '') : block.kind;
  });
  expect(shown).toEqual([
    '1 第一部分 发展基础',
    '1 一、主要成绩',
    '门急诊量增加到88.6万人次。',
    '2 （一）学科建设',
    '3 1. 重点专科',
    ['门急诊量·88.6·110', '单位·值·', '张·900·'],
    '末段。',
  ]);
});
