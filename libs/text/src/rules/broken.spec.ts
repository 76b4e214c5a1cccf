import { found, placed } from '../testing/found.ts';

const SENTENCE = '医院坚持公益性方向，持续改善服务。不断提升管理水平，加强';

test.each([
  ['a blank line between', `${SENTENCE}学科\n\n建设，取得明显成效。`],
  ['no blank line between', `${SENTENCE}学科\n建设，取得明显成效。`],
  ['a page number between', `${SENTENCE}学科\n\n- 3 -\n\n建设，取得明显成效。`],
  ['a bracket at the end, and a comma that begins', `${SENTENCE}质量（试行）\n\n，完善制度。`],
  ['a comma at the end', '现将规划印发给你们，\n请认真执行。'],
])('a sentence is cut: %s', (_, text) => expect(placed('PARA_BROKEN', text)).toHaveLength(1));

test.each([
  ['a title on two lines', '某某医院“十五五”发展规划\n编制工作方案\n为做好编制工作，制定本方案。'],
  ['a signature and a date', '请认真执行。\n某某医院\n2026年3月1日'],
  ['a list of names', '组  长：张一\n副组长：李二  王三\n成员由各科室负责人担任。'],
  ['a heading and its text', '（一）坚持党的全面领导，把牢正确办院方向\n医院党委要发挥领导作用。'],
  [
    'a long heading',
    '（三）深入实施人才强院战略，着力打造规模适度、结构合理、素质优良、德才兼备的人才队伍\n医院要加强引进，注重培养。',
  ],
  [
    'a heading without number',
    '坚持党建引领，把准公立医院高质量发展的正确方向\n医院党委要发挥领导作用，把牢方向。',
  ],
  ['a colon and its list', '重点做好以下工作：\n加强管理，提高质量。'],
  ['a table', '指标\t单位\t2030年\n门诊量\t万人次\t100'],
  ['an item without full stop before a heading', `（一）${SENTENCE}管理\n（二）加强领导`],
])('nothing is cut: %s', (_, text) => {
  expect([...found('PARA_BROKEN', text), ...found('PARA_BROKEN_DUPCHAR', text)]).toEqual([]);
});

test('a text that was wrapped at one width is one finding', () => {
  const line = '医院坚持公益性方向，持续改善医疗服务，不断提升管理水平';
  expect(found('PARA_BROKEN', Array.from({ length: 40 }, () => line).join('\n'))).toHaveLength(1);
});

test('a character on both sides of the cut is an error of its own', () => {
  const text = `${SENTENCE}疫情输入\n\n入风险防范，守牢底线。`;
  expect(placed('PARA_BROKEN_DUPCHAR', text)).toEqual([expect.stringMatching(/^error 1 .*输入$/)]);
  expect(found('PARA_BROKEN', text)).toEqual([]);
});

test('two whole words may meet at the cut', () => {
  const text = `${SENTENCE}公立医院\n\n院长负责制度，落实主体责任。`;
  expect(found('PARA_BROKEN_DUPCHAR', text)).toEqual([]);
  expect(found('PARA_BROKEN', text)).toHaveLength(1);
});

test.each([
  ['no full stop', '一、目标\n医院综合实力明显增强。群众满意度不断提高\n二、任务'],
  ['a comma', '一、目标\n综合实力明显增强，群众满意度不断提高，\n二、任务'],
])('a paragraph without its end: %s', (_, text) => expect(found('NO_TERMINAL_PUNCT', text)).toHaveLength(1));

test.each([
  '一、目标\n（一）总体目标\n到2030年全面建成。',
  '实行“一人一策”。（责任部门：医务科）',
  '坚持战略谋划',
])('%j ends as it should', (text) => expect(found('NO_TERMINAL_PUNCT', text)).toEqual([]));

test('抄送 ends with a full stop', () => {
  expect(placed('NO_TERMINAL_PUNCT', '抄送：县卫生健康局')).toEqual(['advice 1 抄送：县卫生健康局']);
  expect(placed('NO_TERMINAL_PUNCT', '抄送：县卫生健康局。')).toEqual([]);
});

test('a heading apart from its mark or number', () => {
  expect(found('BROKEN_HEADING', '[bookmark: _Toc1]\n第二部分 总体思路')).toEqual(['[bookmark: _Toc1]']);
  expect(found('BROKEN_HEADING', '第一章 总则\n第二章\n目标\n第三章 任务')).toEqual(['第二章']);
});

test('a heading that was cut', () => {
  expect(found('BROKEN_HEADING', '一、加强人才队伍建\n设工作\n医院要引进人才。')).toEqual([
    '一、加强人才队伍建',
  ]);
  expect(found('BROKEN_HEADING', '一、加强人才与\n学科建设\n医院要引进人才。')).toEqual(['一、加强人才与']);
  expect(found('BROKEN_HEADING', '一、加强人才队伍建设\n主要措施\n医院要引进人才。')).toEqual([]);
});

test('a bookmark on the line of its heading, or numbers that all stand alone', () => {
  expect(found('BROKEN_HEADING', '[bookmark: _Toc1]第二部分 总体思路')).toEqual([]);
  expect(found('BROKEN_HEADING', '第一章\n总则\n第二章\n目标\n第三章\n任务')).toEqual([]);
});
