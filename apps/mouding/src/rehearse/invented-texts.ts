import type { Random } from '../random.ts';

type Words = readonly [string, ...string[]];

const AIMS: Words = [
  '提升服务能力',
  '优化就诊流程',
  '健全质量管理',
  '加强人才梯队',
  '完善运行机制',
  '扩大基层辐射',
  '推进平台建设',
  '改善就医环境',
];
const MEANS: Words = [
  '分年度制定工作清单',
  '建立牵头领导和责任科室双负责制',
  '把重点任务纳入年度预算',
  '按季度通报进展',
  '定期听取一线职工意见',
  '与绩效考核结果挂钩',
];
const OBJECTS: Words = [
  '中医优势专科',
  '日间诊疗服务',
  '互联网复诊服务',
  '院内制剂研发',
  '青年骨干培养',
  '慢病随访管理',
  '住院医师带教',
  '电子病历应用',
  '药事质量管理',
  '后勤精细管理',
];
const MEASURES: Words = [
  '覆盖科室',
  '完成项目',
  '培训人次（百）',
  '建成标准化单元',
  '形成制度文件',
  '开展质控检查',
];
const STATES: Words = [
  '基础较好但发展不均衡',
  '已经起步仍需巩固',
  '与群众需求还有差距',
  '具备进一步提升的条件',
  '数据积累尚不充分',
];

type Draw = (words: Words) => string;

/** Ways of saying what a plan says. */
const PATTERNS: readonly [Pattern, ...Pattern[]] = [
  (place, draw, number) =>
    `${place}围绕${draw(OBJECTS)}${draw(AIMS)}，到2030年${draw(MEASURES)}达到${number}个。`,
  (place, draw) => `${place}的${draw(OBJECTS)}${draw(STATES)}，下一步${draw(MEANS)}。`,
  (place, draw, number) =>
    `${place}以${draw(OBJECTS)}为重点，${draw(MEANS)}，每年新增${draw(MEASURES)}${number}个以上。`,
  (place, draw, number) =>
    `${place}统筹推进${draw(OBJECTS)}，着力${draw(AIMS)}，在${number}个月内完成首次评估。`,
];
type Pattern = (place: string, draw: Draw, number: number) => string;

/** One invented sentence of a plan; the place it stands in makes it unlike every other one. */
const sentence = (place: string, random: Random): string =>
  random.pick(PATTERNS)(place, (words) => random.pick(words), 2 + random.below(47));

const NUMERALS = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
] as const;
const numeral = (n: number): string => NUMERALS[n - 1] ?? String(n);

/** A whole plan with these chapters, as a department would type it; the same seed gives the same plan. */
export function inventPlan(titles: readonly string[], random: Random): string {
  return titles.map((title, i) => `${numeral(i + 1)}、${title}\n${inventSections(title, random)}`).join('');
}

function inventSections(title: string, random: Random): string {
  const sections = Array.from({ length: 3 + random.below(3) }, (_, s) => {
    const place = `${title}第${numeral(s + 1)}项任务`;
    const lines = Array.from({ length: 2 + random.below(3) }, (_unused, l) =>
      sentence(`${place}第${l + 1}点`, random),
    );
    return `（${numeral(s + 1)}）${random.pick(OBJECTS)}\n${lines.join('')}\n`;
  });
  return sections.join('');
}

/** A department's own plan. */
export const inventContribution = (department: string, random: Random): string =>
  `${department}发展规划\n${inventSections(department, random)}`;

/** What a supporting department gives to a chapter. */
export const inventInput = (department: string, chapter: string, random: Random): string =>
  `${department}对“${chapter}”的思路和数据\n${sentence(department, random)}\n`;

/** What a visit, a forum or a call for ideas brought. */
export const inventFinding = (method: string, random: Random): string =>
  `${method}情况\n${[1, 2, 3].map((n) => sentence(`与会人员第${n}条意见认为`, random)).join('\n')}\n`;

/** A compilation scheme for the plan of this title. */
export function inventScheme(plan: string, chapters: readonly string[]): string {
  const parts = chapters.map((title, i) => `${numeral(i + 1)}是${title}`).join('；');
  return [
    `${plan}编制工作方案`,
    '',
    '一、总体要求',
    '规划编制坚持开门问策、集体决策，科室规划服从全院规划，全院规划服从上级规划。',
    '二、规划组成与分工',
    `规划由以下篇章组成：${parts}。牵头领导对篇章负责，责任部门执笔成稿，配合部门提供思路和数据。`,
    '三、组织领导',
    '成立规划编制工作领导小组，党委书记任组长，各职能科室负责人为成员，办公室设在党政综合办。',
    '四、方法步骤',
    '全院各科室于12月10日之前报送科室发展规划；初稿经领导小组审议后向各科室征求意见，修改完善后依次提交院长办公会、党委会、职代会，报市卫生健康委员会审议同意后印发。',
    '',
  ].join('\n');
}
