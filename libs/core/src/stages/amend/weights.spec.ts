import { touched } from './weights.ts';

const PLAN = [
  '第一章 总体目标',
  '到2030年，床位达到500张。',
  '第二章 人才培养',
  '（责任部门：组织人事科；配合部门：医务科）',
  '由护理部负责专科护士培训。',
].join('\n');

const changed = (from: string, to: string) => touched(PLAN, PLAN.replace(from, to));

const table: readonly (readonly [what: string, from: string, to: string, weights: readonly string[]])[] = [
  ['a typing error', '总体', '总的', ['headings']],
  ['wording alone', '达到', '增至', []],
  ['a number', '500', '480', ['numbers']],
  ['a new chapter', '第二章 人才培养', '第二章 科研\n第三章 人才培养', ['headings']],
  ['chapters numbered anew', '第二章 人才', '第三章 人才', []],
  ['a chapter with other spaces', '第一章 总体', '第一章　总体', []],
  ['the responsible department', '责任部门：组织人事科', '责任部门：党政综合办', ['duties']],
  ['a supporting department taken out', '；配合部门：医务科', '', ['duties']],
  ['who sees to something', '由护理部负责', '由科教科负责', ['duties']],
  ['a number and a duty', '500张。\n', '500张，由基建科负责；新增2栋。\n', ['numbers', 'duties']],
];
test.each(table)('%s', (_, from, to, weights) => expect(changed(from, to)).toEqual(weights));

test('where no part is called a chapter, the sections are what a text is divided into', () => {
  const plain = '一、目标\n（一）床位\n二、措施\n';
  expect(touched(plain, plain.replace('二、措施', '二、保障'))).toEqual(['headings']);
  expect(touched(plain, plain.replace('（一）床位', '（一）设备'))).toEqual([]);
  expect(touched(plain, `${plain}三、附则\n`)).toEqual(['headings']);
});
