/** An indicator of the invented hospital, with the department that answers for it and what it fills in. */
export interface InventedIndicator {
  readonly department: string;
  readonly is: {
    readonly name: string;
    readonly unit: string;
    readonly type: string;
    readonly caliber: string;
    readonly source: string;
    readonly asOf: string;
    readonly last: { readonly value: string | null; readonly target: string | null };
  };
  readonly current: string;
  readonly target: string;
  readonly disposition: 'continue' | 'adjust' | 'new';
}

type Said = readonly [
  name: string,
  unit: string,
  type: string,
  caliber: string,
  source: string,
  asOf: string,
];
type Values = readonly [from: string | null, wanted: string | null, current: string, target: string];

const row = (department: string, said: Said, values: Values, adjusted = false): InventedIndicator => {
  const [name, unit, type, caliber, source, asOf] = said;
  const [value, wanted, current, target] = values;
  const carried = adjusted ? 'adjust' : 'continue';
  return {
    department,
    is: { name, unit, type, caliber, source, asOf, last: { value, target: wanted } },
    current,
    target,
    disposition: value === null && wanted === null ? 'new' : carried,
  };
};

const YEAR = '2025年';
const END = '2025年末';

/**
 * Figures of a county hospital of Chinese medicine of some 500 beds: invented, and of the size that such a house has.
 *
 * @source 《国家三级公立中医医院绩效考核操作手册》: the names and 口径 of the shares
 */
export const inventedIndicators: readonly InventedIndicator[] = [
  row(
    '医务科',
    ['实际开放床位', '张', 'stock', '年末实有床位', '卫生统计年报', END],
    ['420', '500', '486', '550张'],
  ),
  row(
    '医务科',
    ['年门急诊量', '万人次', 'per-year', '含急诊', '卫生统计年报', YEAR],
    ['42.6', '55', '53.8', '65'],
  ),
  row('医务科', ['平均住院日', '天', 'stock', '出院患者', '病案首页', YEAR], ['9.2', '8.5', '8.6', '≤8.0天']),
  row(
    '质控科',
    ['病案首页主要诊断编码正确率', '%', 'ratio', '抽检', '质控通报', YEAR],
    ['86', '92', '93.5', '≥96%'],
  ),
  row('财务科', ['资产负债率', '%', 'ratio', '年末', '部门决算', END], ['41.5', '38', '37.2', '≤35%']),
  row(
    '财务科',
    ['年医疗业务收入', '亿元', 'per-year', '不含财政补助', '部门决算', YEAR],
    ['2.1', '2.8', '2.74', '3.5亿元'],
  ),
  row('医保办', ['医保结算差错率', '%', 'ratio', '按例', '医保结算清单', YEAR], [null, null, '0.6', '≤0.3%']),
  row(
    '护理部',
    ['中医护理方案实施率', '%', 'ratio', '住院患者', '护理质控', YEAR],
    ['78', '90', '91', '≥95%'],
  ),
  row(
    '组织人事科',
    ['中医类别执业医师占比', '%', 'ratio', '占执业医师', '人事台账', END],
    ['58', '60', '61.4', '≥65%'],
  ),
  row(
    '科教科',
    ['省级以上课题', '项', 'per-period', '新立项，五年累计', '科研台账', '2021—2025年'],
    ['6', '12', '11', '五年累计20项'],
    true,
  ),
  row(
    '信息科',
    ['电子病历系统应用水平', '级', 'grade', '通过评审', '评审文件', END],
    ['3级', '4级', '4级', '5级'],
    true,
  ),
];
