import { numberOf, ordered, trouble } from './compile-order.ts';

test.each([
  ['03-人才队伍.docx', 3],
  ['3 人才队伍.docx', 3],
  ['（3）人才队伍.docx', 3],
  ['第三章 人才队伍.docx', 3],
  ['第十二部分 保障.docx', 12],
  ['三、人才队伍.docx', 3],
  ['（三）人才队伍.docx', 3],
  ['2030年目标.docx', null],
  ['人才队伍.docx', null],
])('%s has the number %s', (name, number) => {
  expect(numberOf(name)).toBe(number);
});

test('files stand in the order of their numbers, those without one behind', () => {
  expect(ordered(['附件.docx', '10 a.docx', '2 b.docx', '第一章 c.docx'])).toEqual([
    '第一章 c.docx',
    '2 b.docx',
    '10 a.docx',
    '附件.docx',
  ]);
});

const zh = (...parts: readonly (readonly [string, string])[]): readonly string[] =>
  trouble(parts.map(([name, title]) => ({ name, title }))).map((words) => words.zh);

test('numbers twice, numbers missing, files without one, titles twice', () => {
  expect(
    zh(['1 a.docx', '一、现状'], ['1 b.docx', '二、任务'], ['4 c.docx', '四、任务'], ['附件.docx', '附件']),
  ).toEqual([
    '序号 1 有 2 份：1 a.docx、1 b.docx。',
    '缺少序号 2、3。',
    '文件名没有序号，排在最后：附件.docx。',
    '标题“任务”重复：1 b.docx、4 c.docx。',
  ]);
});

test('nothing to say of a folder that is in order, or that has no numbers at all', () => {
  expect(zh(['1 a.docx', '一、现状'], ['2 b.docx', '二、任务'])).toEqual([]);
  expect(zh(['a.docx', '现状'], ['b.docx', '任务'])).toEqual([]);
});
