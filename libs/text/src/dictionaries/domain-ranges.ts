import { HAN_NUMERAL } from '../numeral.ts';

/** A grading of the health authorities, and the grades that exist. */
export interface Grading {
  readonly name: string;
  /** The name in a text, and the grade behind it as group `level`, its rank as group `rank`. */
  readonly mention: RegExp;
  readonly from: number;
  readonly to: number;
  /** Ranks such as 甲等 that a level may have; none for most. */
  readonly ranks: readonly string[];
}

const LEVEL = `(?<level>\\d{1,2}|[${HAN_NUMERAL}]{1,2})\\s*级(?<rank>\\p{sc=Han}等)?`;
/** What may stand between the name of a grading and its grade: nothing that begins another statement. */
const BETWEEN = '(?:[^，。；、\\d一二三四五六七八九十]|20\\d\\d年){0,14}';

/**
 * @source 《电子病历系统应用水平分级评价标准（试行）》（国卫办医函〔2018〕1079号）：0级至8级
 * @source 《医院智慧服务分级评估标准体系（试行）》（国卫办医函〔2019〕236号）：0级至5级
 * @source 《医院智慧管理分级评估标准体系（试行）》（国卫办医函〔2021〕86号）：0级至5级
 * @source 《国家医疗健康信息医院信息互联互通标准化成熟度测评方案（2020年版）》：一级、二级、三级、四级乙等、四级甲等、五级乙等、五级甲等
 * @source GB/T 22240-2020 网络安全等级保护定级指南：第一级至第五级
 */
export const GRADINGS: readonly Grading[] = [
  grading('电子病历系统应用水平', '电子病历', 0, 8),
  grading('智慧服务', '智慧服务', 0, 5),
  grading('智慧管理', '智慧管理', 0, 5),
  grading('互联互通标准化成熟度', '互联互通', 1, 5, ['甲等', '乙等']),
  grading('网络安全等级保护', '(?:等级保护|等保)', 1, 5),
];

function grading(
  name: string,
  word: string,
  from: number,
  to: number,
  ranks: readonly string[] = [],
): Grading {
  return { name, mention: new RegExp(`${word}${BETWEEN}${LEVEL}`, 'gu'), from, to, ranks };
}

/** Ranks within a level that any grading of hospitals knows. */
export const RANKS: readonly string[] = ['甲等', '乙等', '丙等', '特等', '合等', '优等', '良等', '丁等'];

/** Rates that cannot exceed 100 %. Growth and occupancy can, and are not among them. */
export const AT_MOST_100 =
  /(?<name>\p{sc=Han}{0,10}(?:覆盖率|成功率|管理率|筛查率|接种率|就诊率|合格率|达标率|治愈率|知晓率|参与率|持证率|通过率|准确率|符合率|签约率|参保率|规范率|依从率|依从性|及时率|满意度|满意率|占比))\p{sc=Han}{0,6}?(?<value>\d{3,}(?:\.\d+)?)\s*[%％]/gu;
