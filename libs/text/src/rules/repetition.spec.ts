import { found, planOf, placed } from '../testing/found.ts';

const PASSAGE = '构建覆盖院前院内的信息平台，做到数据及时共享，逐步用电子档案代替纸质材料。';

test('a passage that stands twice, told where it comes again', () => {
  expect(placed('DUP_TEXT', `1.${PASSAGE}\n2.${PASSAGE}`)).toEqual([`warning 2 ${PASSAGE}`]);
});

test.each([
  ['a motto', '优化“于法有据、行事有方、集思广益、与时俱进、以人为本、精益求精”的制度。'],
  ['a title', '落实《关于加强某某医院某某分院某某院区学科建设和人才培养工作的若干意见》。'],
  [
    'set phrases',
    '全面贯彻党的二十大和二十届二中、三中、四中全会精神，增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
  ],
  [
    'responsible departments',
    '加强管理（责任部门：医务科、护理部、质控科、财务科、信息科、后勤科、保卫科、药学部）。',
  ],
  ['a short clause', '坚持以病人为中心，提高服务质量。'],
])('what may stand twice: %s', (_, text) => expect(found('DUP_TEXT', `1.${text}\n2.${text}`)).toEqual([]));

test('a turn of phrase in two sentences is no passage', () => {
  const turn = '建立健全覆盖全院各临床医技科室的质量';
  expect(found('DUP_TEXT', `1.进一步${turn}管理体系，强化管理。\n2.逐步${turn}监测网络，强化监测。`)).toEqual(
    [],
  );
});

test('sub-headings are a template', () => {
  expect(found('DUP_TEXT', '一、甲\n1.建设目标\n二、乙\n1.建设目标')).toEqual([]);
});

test('figures that are said again are advice', () => {
  const text = '到2030年门诊人次达到120万人次，出院人次达到6万人次，手术台次达到3万台次，满意度达到95%以上。';
  expect(placed('DUP_TEXT', `1.${text}\n2.${text}`)).toEqual([expect.stringMatching(/^advice 2 /)]);
});

test('done, and set as a task', () => {
  const text = planOf(PASSAGE, PASSAGE);
  expect(placed('ACHIEVED_AS_TARGET', text)).toEqual([`warning 5 ${PASSAGE}`]);
  expect(found('DUP_TEXT', text)).toEqual([]);
});

test('twice among the tasks is not that', () => {
  expect(found('ACHIEVED_AS_TARGET', planOf('加强管理。', `1.${PASSAGE}\n2.${PASSAGE}`))).toEqual([]);
});
