import { checkup } from '../checkup/checkup.ts';
import { found, placed } from '../testing/found.ts';

test.each([
  ['（此处请医务科补充数据）', '（此处请医务科补充数据）'],
  ['请删除本段。', '请删除本段'],
  ['【批注：口径不一致】', '【批注：口径不一致】'],
  ['附件：（略）', '（略）'],
  ['目标同上（建议删除）。', '（建议删除）'],
  ['此处插入组织架构图', '此处插入'],
  ['（数据由医务科提供）', '（数据由医务科提供）'],
  ['单击此处添加标题', '单击此处添加标题'],
])('%s speaks to the writer', (text, quote) => expect(found('INSTRUCTION_RESIDUE', text)).toEqual([quote]));

test.each([
  '删除冗余数据，清理僵尸账号。',
  '（含设备的维修、调整和更换）',
  '（请见附件1）',
  '患者可在此处填报体温。',
  '从略高于平均水平提升到先进水平。',
  '（此页无正文）',
  '（体检服务由健康管理中心提供）',
])('%s is part of the plan', (text) => expect(found('INSTRUCTION_RESIDUE', text)).toEqual([]));

test('one character a line is read as one order', () => {
  const text = '指标达到先进水平，完成年度任务。\n此\n\n页\n删\n除\n二、保障措施';
  expect(placed('INSTRUCTION_RESIDUE', text)).toEqual(['error 2 此']);
  expect(checkup(text, { rules: ['INSTRUCTION_RESIDUE'] })[0]?.also).toEqual([2, 4, 5, 6]);
});
