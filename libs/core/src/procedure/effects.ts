import { z } from 'zod';
import type { Breach } from '../elsewhere.ts';
import type { Notice, Refusal } from '../refusal.ts';

/** 必须 · 提示 · 关闭: what a broken rule does: it stands against the act, it shows (程序提示), or nobody looks at it. */
export const EFFECTS = ['block', 'warn', 'off'] as const;
export type Effect = (typeof EFFECTS)[number];

/** A rule whose weight a procedure may set: what it does by default, and on what it rests. */
interface Ruled {
  readonly effect: Effect;
  readonly basis?: string;
}

/** Rules that a body weighs (`bodies.<key>.rules`), by their permanent ids. */
export const BODY_RULES = {
  'meeting.quorum': { effect: 'block', basis: '中国共产党党组工作条例第二十七条；企业民主管理规定第二十条' },
  'meeting.majority': { effect: 'block', basis: '中国共产党党组工作条例第二十七条' },
  'meeting.circulation': {
    effect: 'block',
    basis: '“三重一大”决策制度：不得以传阅会签或者个别征求意见等形式代替集体研究和会议表决',
  },
  'meeting.late-papers': { effect: 'warn', basis: '由本院议事规则确定：会议材料随通知送达' },
  'meeting.agenda-closed': { effect: 'warn', basis: '由本院议事规则确定：不得临时动议' },
  'meeting.intake': { effect: 'warn', basis: '由本院议事规则确定：议题申报与审批' },
  'meeting.sponsor': { effect: 'warn', basis: '由本院议事规则确定：分管院领导到会' },
  'meeting.consensus': {
    effect: 'warn',
    basis: '公立医院党委会、院长办公会议事规则：书记、院长会前充分沟通',
  },
  'meeting.circulated': { effect: 'warn', basis: '由本院议事规则确定：会前酝酿，材料送全体成员' },
  'meeting.read': { effect: 'warn', basis: '由本院议事规则确定：会前阅读材料' },
  'meeting.remote': { effect: 'warn', basis: '由本院议事规则确定：视频方式参加会议' },
  'meeting.chair-last': { effect: 'warn', basis: '重大行政决策程序暂行条例第三十条：末位表态' },
  'meeting.recusal': { effect: 'block', basis: '由本院议事规则确定：本人或者亲属与议题有利害关系的回避' },
  'meeting.second-reading': {
    effect: 'warn',
    basis: '由本院议事规则确定：未通过的修改后再次审议；上海市职工代表大会条例第三十条（参照）',
  },
  'congress.secret-ballot': { effect: 'warn', basis: '企业民主管理规定第二十二条：重要事项无记名投票' },
  'congress.itemised': { effect: 'warn', basis: '企业民主管理规定第二十二条：重要事项分项表决' },
} as const satisfies { readonly [rule: string]: Ruled };

/** Rules that a stage weighs (`steps[].rules`), by their permanent ids. */
export const STAGE_RULES = {
  'case.overlap': { effect: 'warn', basis: '由编制程序确定：各环节依次办理' },
  'consultation.answered': { effect: 'warn', basis: '由编制程序确定：征求意见应有回复' },
  'consultation.window': { effect: 'warn', basis: '重大行政决策程序暂行条例第十五条（参照）' },
  'consultation.union': { effect: 'warn', basis: '中华人民共和国工会法第三十九条：应当听取工会的意见' },
  'opinion.final': {
    effect: 'block',
    basis: '重大行政决策程序暂行条例第二十九条（参照）：报请审议前研究采纳意见',
  },
  'indicators.confirmed': { effect: 'warn', basis: '由编制程序确定：征求意见之后提交审议的指标应经核定' },
  'text.grounds': {
    effect: 'block',
    basis: '由编制程序确定：送审文稿的修改逐处注明依据，采纳情况与修改一一对应',
  },
  'text.checkup': { effect: 'warn', basis: '由编制程序确定：送审文稿经校核，错误改正或者说明理由' },
  'text.checkup-doubts': { effect: 'off', basis: '由编制程序确定：送审文稿经校核，疑点核实' },
  'issue.checkup': {
    effect: 'block',
    basis: '党政机关公文处理工作条例第二十五条：印发前复核，文字、标点、计量单位、数字规范准确',
  },
  'issue.checkup-doubts': { effect: 'off', basis: '党政机关公文处理工作条例第二十五条：印发前复核' },
  'chapter.countersigned': { effect: 'warn', basis: '由编制程序确定：篇章经配合部门会签后审定' },
  'submission.own': { effect: 'warn', basis: '由编制程序确定：受理人不受理本部门的报送' },
  'import.confirmed': { effect: 'warn', basis: '由编制程序确定：从原件读入的文稿经报送科室确认' },
  'issue.same-text': {
    effect: 'block',
    basis: '党政机关公文处理工作条例第二十五条：实质性修改报原签批人复审',
  },
  'case.migrate-vote': { effect: 'block' },
} as const satisfies { readonly [rule: string]: Ruled };

/** Rules that a procedure weighs as a whole (`rules`), by their permanent ids. */
export const PROCEDURE_RULES = {
  'procedure.bound': { effect: 'warn', basis: '由本院议事规则确定：编制程序经党委会研究后发布' },
} as const satisfies { readonly [rule: string]: Ruled };

/** How a procedure weighs a rule, and why it does so other than by default. */
const Weight = z.strictObject({ effect: z.enum(EFFECTS), reason: z.string().min(1).max(200) });
export const BodyRules = z.partialRecord(z.enum(namesOf(BODY_RULES)), Weight);
export const StageRules = z.partialRecord(z.enum(namesOf(STAGE_RULES)), Weight);
export const ProcedureRules = z.partialRecord(z.enum(namesOf(PROCEDURE_RULES)), Weight);

/** What weighs rules in a definition: a body, or a stage. */
export interface Weighing {
  readonly rules?: { readonly [rule: string]: z.infer<typeof Weight> | undefined };
}

const DEFAULTS = new Map<string, Ruled>(
  Object.entries({ ...BODY_RULES, ...STAGE_RULES, ...PROCEDURE_RULES }),
);

/** What a rule does here: as the procedure weighs it, otherwise by default. A rule that is not weighed always blocks. */
export const effectOf = ({ rules }: Weighing, rule: string): Effect =>
  rules?.[rule]?.effect ?? DEFAULTS.get(rule)?.effect ?? 'block';

/** The legal basis of a rule that may be weighed. */
export const basisOf = (rule: string): string | undefined => DEFAULTS.get(rule)?.basis;

export type Weighed = { readonly refusal: Refusal } | { readonly notices: readonly Notice[] };

/** A rule that an act would break, by its weight: it refuses the act, shows, or is not looked at. */
export function weigh(weighing: Weighing, broken: Refusal | null): Weighed {
  if (broken === null) return { notices: [] };
  const effect = effectOf(weighing, broken.rule);
  if (effect === 'block') return { refusal: grounded(broken) };
  return { notices: effect === 'warn' ? [noticeOf(broken)] : [] };
}

/** Several rules of one act: the first that refuses it, otherwise everything that shows. */
export function weighAll(weighing: Weighing, broken: readonly (Refusal | null)[]): Weighed {
  const weighed = broken.map((each) => weigh(weighing, each));
  const refused = weighed.find((each) => 'refusal' in each);
  return refused ?? { notices: weighed.flatMap((each) => ('notices' in each ? each.notices : [])) };
}

/** The same of a record, which is never refused: what would block holds the next step. */
export function weighBreach(weighing: Weighing, broken: Refusal | null): readonly Breach[] {
  if (broken === null) return [];
  const effect = effectOf(weighing, broken.rule);
  return effect === 'off' ? [] : [{ effect, notice: noticeOf(broken) }];
}

const noticeOf = ({ rule, said, facts }: Refusal): Notice => ({ rule, said, facts });

const grounded = (broken: Refusal): Refusal => {
  const basis = broken.basis ?? basisOf(broken.rule);
  return basis === undefined ? broken : { ...broken, basis };
};

function namesOf<K extends string>(rules: { readonly [rule in K]: unknown }): [K, ...K[]] {
  return Object.keys(rules) as [K, ...K[]];
}
