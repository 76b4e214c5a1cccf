import { found, planOf } from '../testing/found.ts';

const conflict = (text: string): readonly string[] => found('NUM_CONFLICT', text);

test.each([
  ['members of one series are more than the whole', '项目20项，其中省级12项、国家级9项。'],
  ['with 其他 they are the whole', '设备230台，其中大型设备12台、其他设备208台。'],
  ['a thing and its contrary', '22项指标中，完成20项，未完成3项。'],
  ['a sum of five years and its mean', '五年来，科研经费1.86亿元，年均4720万元。'],
  ['so much a year, so much in five', '每年投入不少于600万元，五年累计不少于5000万元。'],
])('%s', (_, text) => expect(conflict(text)).toHaveLength(1));

test.each([
  '职工500人，其中党员120人、女职工380人、研究生90人。',
  '手术3200台次，其中三级手术1500台次、四级手术800台次、微创手术1200台次。',
  '项目20项，其中省级12项、国家级5项。',
  '设备230台，其中大型设备12台、其他设备218台。',
  '22项指标中，完成20项，未完成2项。',
  '五年来，服务患者420万人次，年均84万人次。',
  '2025年医疗收入5亿元，年均增长8%。',
  '每年投入不少于600万元，五年累计不少于3000万元。',
])('%s is right', (text) => expect(conflict(text)).toEqual([]));

test('an increase of values in 万 is as exact as they are', () => {
  expect(conflict('建筑面积由4.8万平方米增至7.6万平方米，新增3.8万平方米。')).toHaveLength(1);
  expect(conflict('建筑面积由4.8万平方米增至7.6万平方米，新增2.8万平方米。')).toEqual([]);
  expect(conflict('年均收入由9.8万元增至12.3万元，增加2.5万元。')).toEqual([]);
});

test('more are named than counted', () => {
  expect(conflict('重点建设骨科、康复医学科、烧伤科、急诊科3个专科。')).toHaveLength(1);
  expect(conflict('支持神经病学、肿瘤学、骨科学等2个学科。')).toHaveLength(1);
  expect(conflict('支持神经病学、肿瘤学、骨科学等6个学科。')).toEqual([]);
  expect(conflict('与内科、外科、骨科共建2个学科联合体。')).toEqual([]);
  expect(conflict('整合检验科、病理科、输血科等建成2个中心。')).toEqual([]);
});

test('fewer are named than counted', () => {
  expect(conflict('建设心脑血管、肿瘤、消化、骨科五大专科群。')).toHaveLength(1);
  expect(conflict('建设心脑血管、肿瘤、消化和骨科五大专科群。')).toEqual([]);
  expect(conflict('聚焦医疗、科研、教学实施五大工程。')).toEqual([]);
});

test('a yearly count is compared with a target of it, however either is put', () => {
  const below = (done: string, planned: string): number =>
    found('IND_TARGET_BELOW_BASELINE', planOf(done, planned)).length;
  expect(below('2025年门诊量11.6万人次。', '年门诊量达11万人次。')).toBe(1);
  expect(below('2025年门诊量11.6万人次。', '年门诊量达13万人次。')).toBe(0);
  expect(below('“十四五”期间，门诊量累计达到60万人次。', '年门诊量达13万人次。')).toBe(0);
  expect(below('2025年四级手术占比达到12.5%。', '四级手术占比达到10%。')).toBe(1);
  expect(below('孕产妇死亡率下降到2025年的8.9/10万。', '孕产妇死亡率控制在9.8/10万以下。')).toBe(1);
});
