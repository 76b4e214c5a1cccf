/** Words in a name that do not make it another indicator. */
export const NEUTRAL =
  /全院|医院|我院|本院|年度|全年|总体|综合|基本医疗保险|医疗保险|城镇居民|医保(?=参保)|的|数量/gu;

/** What a hospital counts by the year. */
export const FLOW = /^年?(?:总)?(?:门诊|门急诊|诊疗|出院|住院|手术|分娩)(?:总)?(?:量|人次|人数|病人|患者)?$/u;

/** One thing under several names; what is said of one need not be said of another of them. */
export const AKIN: readonly RegExp[] = [
  /^年?(?:总)?(?:门诊|门急诊|诊疗|门诊诊疗)(?:总)?(?:量|人次|人数|人次数|服务量)?$/u,
  /^年?(?:收治|出院|住院|收治住院|收住)(?:总)?(?:病人|患者|人次|人数|人次数|量)(?:数|数量)?$/u,
  /^年?(?:住院)?手术(?:总)?(?:量|例数|台次|台数|人次)$/u,
];

/**
 * Indicators of which less is better.
 *
 * @source 《国家三级公立医院绩效考核操作手册》：指标导向“逐步降低”
 */
export const LESS_IS_BETTER =
  /平均住院(?:日|天数)|药(?:品)?占比|耗(?:材)?占比|药耗比|死亡率|病死率|感染率|感染发生率|发生率|发病率|投诉|纠纷|差错|[均次]均?费用|再入院|重返|候诊|等候|等待|反应时间|报告时间|周转时间|响应时间|能耗|负债|不良事件|使用强度|剖宫产率|空置率|流失率/u;

/**
 * Shares of which more is better, whatever other shares are.
 *
 * @source 《国家三级公立医院绩效考核操作手册》：指标导向“逐步提高”
 */
export const MORE_IS_BETTER =
  /[三四]级手术(?:占比|比例)|微创手术(?:占比|比例)|日间手术.{0,8}(?:占比|比例)|医疗服务收入.{0,12}(?:占比|比例)|预约.{0,6}(?:率|占比|比例)|(?:就诊|覆盖|规范管理|规范诊疗|达标|合格|知晓|签约|参保|筛查|接种|随访)率/u;

/** Indicators that may rightly be set lower than they were, or that say nothing without what they are a share of. */
export const NO_DIRECTION =
  /分娩|出生|住院天数|床位使用率|床位数|病床数|职工|人员|员工|编制|比例|比重|占比|增长率|增速|增幅|负荷|新增|增加|引进|人数(?!.*门)|支出|成本|投入|面积/u;

/** Indicators that a hospital has one of, wherever in the plan they are stated. */
export const HOSPITAL_WIDE =
  /^(?:年)?(?:门诊|门急诊|急诊|总诊疗|诊疗|出院|住院|开放床位|编制床位|实际开放床位|平均住院日|药占比|耗占比|职工总|医疗收入|业务收入|营业收入|医疗业务收入|总收入|总建筑面积|三四级手术|四级手术|CMI|万元收入能耗)/u;
