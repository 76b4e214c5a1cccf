import type { Severity, Said } from '../checkup/rule.ts';

/** A set phrase of the Party or the state, by the wrong form of it. */
export interface FixedTerm {
  readonly wrong: RegExp;
  readonly right: string;
  readonly severity?: Severity;
  readonly note?: Said;
}

const ORDER = '把方向、管大局、作决策、促改革、保落实';
const IDEAS = '创新、协调、绿色、开放、共享';

/** A wrong form, and how it is written. */
const term = (wrong: RegExp, right: string, severity?: Severity): FixedTerm => ({
  wrong,
  right,
  ...(severity ? { severity } : {}),
});

/**
 * Phrases that are quoted word for word in official texts.
 *
 * @source 《关于加强公立医院党的建设工作的意见》（2018）：把方向、管大局、作决策、促改革、保落实
 * @source 《中国共产党章程》（2022）：“四个意识”“四个自信”“两个维护”，党支部是战斗堡垒
 * @source 《中共中央关于党的百年奋斗重大成就和历史经验的决议》（2021）：“两个确立”的决定性意义
 */
export const FIXED_TERMS: readonly FixedTerm[] = [
  term(
    /习近平(?:的)?(?:一?系列)?(?:重要)?(?:讲话|指示|批示|论述|回信)(?:(?=和|及|、)|精神|要求)/gu,
    '习近平总书记',
  ),
  term(/(?<lead>^|[^学实研练温复见演])习总书记/gu, '习近平总书记'),
  term(/习近平(?:同志|主席)总书记/gu, '习近平总书记'),
  term(/党的(?:1[5-9]|2\d)大(?![道厅楼厦])/gu, '党的十九大、党的二十大（用汉字）'),
  term(/(?<lead>党的|大和)(?:1[5-9]|2\d)届(?=历次|[一二三四五六七]中)/gu, '十九届、二十届（用汉字）'),
  term(
    /习近平新时代特色社会主义思想|习近平中国特色社会主义思想|习近平新时代中国特色社会主义(?!思想)|习近平新时代中国社会主义思想|习近平新时代中国特色思想|习近平新时代(?:有|的)中国特色社会主义思想/gu,
    '习近平新时代中国特色社会主义思想',
  ),
  term(/(?:铸牢|筑牢)中华民族共同体(?!意识)|筑牢中华民族共同体意识/gu, '铸牢中华民族共同体意识'),
  term(
    /党委理论学习中心(?!组)|理论学习中心(?!组)(?=[学开集，。；、带的会每])|理论中心组(?!学习)/gu,
    '理论学习中心组',
  ),
  term(/立德树(?!人)\p{sc=Han}{1,2}(?=根本)|立得树人|立德数人/gu, '立德树人'),
  term(/“?两个确立”?的(?:决定|关键性|根本性)意义/gu, '“两个确立”的决定性意义'),
  term(/做到“?两个(?!维护|确立|\p{sc=Han}{0,2}不|文明|务必)坚[持决]”?/gu, '做到“两个维护”'),
  term(
    /敬[畏重]生命、救死扶伤|人民至上、生命(?!至上)\p{sc=Han}上/gu,
    '敬佑生命、救死扶伤；人民至上、生命至上',
  ),
  term(/战斗(?:壁垒|保垒|堡磊|堡全)/gu, '战斗堡垒'),
  term(/党员(?:的)?战斗堡垒作用/gu, '党支部战斗堡垒作用、党员先锋模范作用'),
  term(/党?支部(?:的)?先锋模范作用/gu, '党支部战斗堡垒作用、党员先锋模范作用'),
  term(/“?五位一体”?战略布局/gu, '“五位一体”总体布局'),
  term(/“?四个全面”?总体布局/gu, '“四个全面”战略布局'),
  term(/两学一作(?!用)/gu, '两学一做'),
  term(/三会一(?:刻|棵)/gu, '三会一课'),
  term(/一岗双(?:则|职)/gu, '一岗双责'),
  term(/社会主义核心价[植直]观/gu, '社会主义核心价值观'),
  term(/不忘初衷[、，]牢记使命|不忘初心[、，]牢记使合/gu, '不忘初心、牢记使命'),
  term(
    /党委领导下的院长责任制|党委领导下院长负责制|党委领导的院长负责制|院长领导下的党委负责制/gu,
    '党委领导下的院长负责制',
  ),
  term(/建立健全现代化医院管理制度|现代医院管理制度制度/gu, '现代医院管理制度', 'advice'),
  term(
    /政治判断力[、，]政治(?!领悟力)\p{sc=Han}{2,3}(?:力)?[、，和]政治执行力|政治判断力[、，和]政治(?:执行|领悟)力(?![、，和]政治)|政治领悟力[、，]政治判断力[、，]政治执行力/gu,
    '政治判断力、政治领悟力、政治执行力',
  ),
  term(/(?:坚持|树立|增强|坚定|做到)“?两个确立”?/gu, '深刻领悟“两个确立”的决定性意义', 'advice'),
  term(/(?:树立|坚定|做到)“?四个意识”?/gu, '增强“四个意识”', 'advice'),
  term(/(?:增强|树立|做到|牢固树立)“?四个自信”?/gu, '坚定“四个自信”', 'advice'),
  term(/(?:坚定|增强|树立|牢固树立)“?两个维护”?/gu, '做到“两个维护”', 'advice'),
  term(
    /国家卫生计生委|国家卫计委|(?<lead>^|[^\p{sc=Han}])[省市区县]卫计委/gu,
    '卫生健康委（2018年机构改革后）',
    'advice',
  ),
];

/** Sequences whose words and order are fixed: found by their parts, right only as a whole. */
export const FIXED_SEQUENCES: readonly { readonly parts: RegExp; readonly right: string }[] = [
  {
    parts:
      /[把抓]方向[、，](?:\p{sc=Han}{3}[、，]){2,3}(?:\p{sc=Han}{3}[、，])?\p{sc=Han}{3}(?=[，。；、作的])/gu,
    right: ORDER,
  },
  {
    parts:
      /(?:(?:创新|协调|绿色|开放|共享|共亨|开发|协同|和谐)、){4}(?:创新|协调|绿色|开放|共享|共亨|开发|协同|和谐)/gu,
    right: IDEAS,
  },
];

/** Older or shorter forms that are right as well: the three of state enterprises and universities. */
export const ALSO_RIGHT: readonly string[] = ['把方向、管大局、保落实', '把方向、谋大局、定政策、促改革'];
