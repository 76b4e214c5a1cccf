import { found, placed } from '../testing/found.ts';

const BODY = `${'医院坚持公益性方向，持续改善服务，不断提升管理水平和技术能力，为群众提供优质高效的健康服务。'.repeat(12)}`;
const plan = (...chapters: readonly string[]): string =>
  ['某某医院“十五五”发展规划', ...chapters.flatMap((chapter) => [chapter, BODY])].join('\n');
const WHOLE = [
  '一、发展现状',
  '二、指导思想',
  '三、发展目标',
  '四、主要任务',
  '五、保障措施',
  '六、实施与评估',
];

test('a plan without a chapter on carrying it out', () => {
  const text = plan(
    '一、发展现状',
    '二、指导思想',
    '三、发展目标',
    '四、主要任务',
    '五、学科建设',
    '六、保障措施',
  );
  expect(found('STRUCTURE', text)).toEqual(['六、保障措施']);
});

test('a whole plan', () => expect(found('STRUCTURE', plan(...WHOLE))).toEqual([]));

test('said in running text it needs no heading', () => {
  const chapters = plan(...WHOLE.slice(0, 5), '六、组织领导');
  expect(found('STRUCTURE', chapters)).toEqual(['六、组织领导']);
  expect(found('STRUCTURE', `${chapters}\n2028年开展中期评估。`)).toEqual([]);
});

test('a scheme, a short text and a chapter are no plans', () => {
  expect(found('STRUCTURE', plan(...WHOLE.slice(0, 4)).replace('发展规划', '规划编制工作方案'))).toEqual([]);
  expect(found('STRUCTURE', '某某医院“十五五”发展规划\n一、现状\n二、任务\n三、保障\n四、附则')).toEqual([]);
});

test('the guiding thought is not named', () => {
  const named = '以习近平新时代中国特色社会主义思想为指导，坚持以人民健康为中心，全面提高质量。';
  const text = (thought: string): string =>
    `某某医院“十五五”发展规划\n“十五五”时期\n一、指导思想\n${thought}`;
  expect(
    placed('STRUCTURE', text('坚持以人民健康为中心，以改革创新为动力，全面提高医疗质量。')),
  ).toHaveLength(1);
  expect(placed('STRUCTURE', text(named))).toEqual([]);
});

test.each([
  ['构建科学的发展目标指标体系。', '构建科学的发展目标指标体系'],
  ['具体目标详见附表1。', '详见附表1'],
  ['主要指标见表2。', '见表2'],
])('%s, and there is none', (text, quote) => expect(found('PROMISED_MISSING', text)).toEqual([quote]));

test.each([
  '具体目标详见附表1。\n附表1 主要指标\n指标\t单位\t目标\n门诊量\t万人次\t60',
  '构建发展目标指标体系。\n主要指标表\n门诊量 60万人次',
  '建立绩效考核指标体系，完善质量控制指标体系。',
  '具体分工见附件2。\n附件：1.指标表\n2.分工表',
])('%j keeps its promise, or makes none', (text) => expect(found('PROMISED_MISSING', text)).toEqual([]));
