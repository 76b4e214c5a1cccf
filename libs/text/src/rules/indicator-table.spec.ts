import { found } from '../testing/found.ts';

const table = (...rows: readonly string[]): string =>
  ['某某医院“十五五”发展规划', '附表', '序号\t指标\t单位\t2025年\t2030年\t责任科室', ...rows].join('\n');

test.each([
  ['IND_UNIT_MISSING', '1\t出院人次\t\t5\t6\t医务科'],
  ['IND_BASELINE_MISSING', '1\t出院人次\t万人次\t\t6\t医务科'],
  ['IND_OWNER_MISSING', '1\t出院人次\t万人次\t5\t6\t'],
  ['IND_TARGET_BELOW_BASELINE', '1\t出院人次\t万人次\t6\t5\t医务科'],
  ['IND_TARGET_BELOW_BASELINE', '1\t平均住院日\t天\t7\t8\t医务科'],
])('%s in the row %j', (rule, row) => expect(found(rule, table(row))).toEqual([row.trim()]));

test.each([
  '1\t出院人次\t万人次\t5\t6\t医务科',
  '1\tCMI\t\t1.02\t1.10\t医务科',
  '1\t新增专科\t个\t\t新增3\t医务科',
  '1\t平均住院日\t天\t7\t≤6.5\t医务科',
  '1\t药占比\t%\t30\t≤28\t药学部',
  '1\t员工总数\t人\t900\t880\t人事科',
  '一、服务能力\t\t\t\t\t',
])('the row %j is complete', (row) => {
  const rules = [
    'IND_UNIT_MISSING',
    'IND_BASELINE_MISSING',
    'IND_OWNER_MISSING',
    'IND_TARGET_BELOW_BASELINE',
  ];
  expect(rules.flatMap((rule) => found(rule, table(row)))).toEqual([]);
});

test('columns apart by | or wide space', () => {
  const head = (line: string): string => `某某医院“十五五”发展规划\n${line}`;
  expect(
    found(
      'IND_OWNER_MISSING',
      head('| 指标 | 单位 | 目标 | 责任科室 |\n|---|---|---|---|\n| 门诊量 | 万人次 | 60 | |'),
    ),
  ).toHaveLength(1);
  expect(
    found('IND_TARGET_BELOW_BASELINE', head('指标  单位  2025年  2030年\n门诊量  万人次  60  55')),
  ).toHaveLength(1);
});

test('a responsible department that is left blank', () => {
  expect(found('IND_OWNER_MISSING', '（一）经费保障（责任部门：）')).toEqual(['责任部门：']);
  expect(found('IND_OWNER_MISSING', '责任部门：\n医务科')).toEqual([]);
  expect(found('IND_OWNER_MISSING', '以下人员为养护责任人：\n科主任、护士长。')).toEqual([]);
  expect(found('IND_OWNER_MISSING', '（责任部门：财务科）')).toEqual([]);
});

test('a target that cannot be measured is advice', () => {
  expect(found('IND_NOT_MEASURABLE', table('1\t满意度\t%\t90\t逐步提高\t党办'), 'advice')).toHaveLength(1);
  expect(found('IND_NOT_MEASURABLE', table('1\t电子病历\t级\t5\t六级\t信息科'), 'advice')).toEqual([]);
});
