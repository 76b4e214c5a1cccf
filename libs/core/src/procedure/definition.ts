import { z } from 'zod';
import { BodyRules, ProcedureRules, StageRules } from './effects.ts';

/** How procedures, stages and bodies are named in a definition; never words of a person. */
export const Key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens');
const Name = z.string().min(1).max(80);

/** A share of a base. 以上 includes the number (`inclusive`), 超过 does not. @source 民法典 §1259 */
const Share = { num: z.int().positive(), den: z.int().positive() };

/** When a body may decide at all: present ≥ (or >) num/den of the base. */
const QuorumRule = z.strictObject({
  base: z.enum(['all', 'entitled']),
  ...Share,
  inclusive: z.boolean().default(true),
});
/** When it has decided: yes > (or ≥) num/den of the base. */
const PassRule = z.strictObject({
  base: z.enum(['all', 'entitled', 'present', 'valid', 'decisive']),
  ...Share,
  strict: z.boolean().default(true),
});

/**
 * 会前通知: a meeting is held no earlier than the `n`-th day after its call; the day of the call does not count. A call
 * that comes too late is marked (`warn`), refused (`block`) or not looked at (`off`).
 *
 * @source 民法典 §201 开始的当日不计入，自下一日开始计算
 */
const LeadTime = z.strictObject({
  n: z.int().min(0).max(60),
  unit: z.enum(['working', 'natural']),
  effect: z.enum(['warn', 'block', 'off']).default('warn'),
  /** Of natural days: a last day for the notice that is off lies on the working day before. */
  roll: z.boolean().default(true),
  basis: Name.optional(),
});

/** Rules of a meeting that a body may weigh in its own way when it is recorded afterwards. */
const WEIGHED = [
  'quorum',
  'majority',
  'roll',
  'current-text',
  'text-shown',
  'notice',
  'presides',
  'minutes',
  'ballot',
  'reason',
] as const;

/** 议事决策机构: who decides how. The words of its outcomes are its own (研究同意, 审议通过 …). */
export const BodyRule = z.strictObject({
  title: Name,
  /** vote 票决: the majority binds, the chair included · chair 首长负责: the chair decides after discussion. */
  decides: z.enum(['vote', 'chair']),
  /** named 记名 · hand 举手（记数）· secret 无记名（计票人、监票人录入）. */
  ballot: z.enum(['named', 'hand', 'secret']),
  quorum: QuorumRule,
  pass: PassRule,
  recusal: z.enum(['exclude', 'keep']).default('exclude'),
  /** 回避后至少须余全体的: with fewer the body does not decide, and the item is referred upward (提请上级决定). */
  recusalFloor: z.strictObject(Share).exactOptional(),
  /** 补登到会、离会: minutes after which entering it late takes a second person. */
  backdating: z.int().min(0).max(1440).exactOptional(),
  notice: LeadTime.default({ n: 0, unit: 'natural', effect: 'warn', roll: true }),
  words: z.strictObject({
    passed: Name,
    'in-principle': Name.default('原则同意'),
    'not-passed': Name,
    deferred: Name,
    withdrawn: Name.default('撤回议题'),
    referred: Name.default('提请上级决定'),
  }),
  /** 视频到会: counts as present (by default), or does not. */
  remote: z.enum(['counts', 'not']).exactOptional(),
  /** 不同意见凭证: a signed proof of having said something, without the words (by default), or none. */
  dissentReceipt: z.enum(['commitment', 'none']).exactOptional(),
  /** 会议记录: kept here (`online`), or in the body's own book, of which only volume and pages are stored (`book`). */
  minutes: z.enum(['online', 'book']).default('online'),
  /**
   * 补录的会议: what a broken rule does, where the body wants it otherwise: hold the next step or only show. By default
   * quorum, majority, roll, current text and a yes of which nobody says to which text hold the next step of a gate, and
   * everything else shows.
   */
  recorded: z.partialRecord(z.enum(WEIGHED), z.enum(['warn', 'block'])).default({}),
  /** 必须 · 提示 · 关闭: rules that the body weighs otherwise than by default, each with its reason. */
  rules: BodyRules.exactOptional(),
  basis: Name.optional(),
});

/** A chapter (篇章): departments and leaders are named by their names and post titles in the institution's org. */
export const ChapterPlan = z.strictObject({
  no: z.int().min(0).max(99),
  title: Name,
  /** 牵头领导: the title of a post. */
  lead: Name,
  /** 责任部门; with several, `writer` says who holds the pen (主笔), by default the first. */
  owners: z.array(Name).min(1),
  writer: Name.optional(),
  /** 配合部门; the words 各职能科室 stand for every functional department at the date of the stage. */
  support: z.array(Name).default([]),
});

/** 办理期限: how long a stage takes from its opening, where the case gives it no date. */
const Lasting = z.strictObject({ n: z.int().min(1).max(365), unit: z.enum(['working', 'natural']) });

/** When a stage should happen: a day, a month, a half-year, or 适时 (nothing); `work` is the internal working date. */
const Window = z.strictObject({
  from: z.string().optional(),
  to: z.string().optional(),
  words: Name.optional(),
});

export const Stage = z.strictObject({
  id: Key,
  kind: z.string().regex(/^[a-z]+@\d+$/),
  title: Name,
  /** Parameters of the kind; checked against the kind when the procedure is compiled. */
  with: z.record(z.string(), z.unknown()).default({}),
  /** Outcome → the next stage, `end`, or `again` for another round of this one. */
  then: z.record(Key, z.union([Key, z.literal('end'), z.literal('again')])),
  window: Window.optional(),
  lasts: Lasting.exactOptional(),
  /** 必须 · 提示 · 关闭: rules that the stage weighs otherwise than by default, each with its reason. */
  rules: StageRules.exactOptional(),
  basis: Name.optional(),
});
export type Stage = Readonly<z.infer<typeof Stage>>;

/** Stages that run side by side; the case goes on when all have ended. */
export const Together = z.strictObject({
  id: Key,
  title: Name,
  together: z.array(Stage).min(2),
  then: z.union([Key, z.literal('end')]),
});
export type Together = Readonly<z.infer<typeof Together>>;

/** 补正修改的一类: which stages must decide the new text again. What the others decided stands for it. */
const ChangeClass = z.strictObject({
  id: Key,
  title: Name,
  gates: z.array(Key).max(20).default([]),
  basis: Name.optional(),
});

/**
 * What a change after the gates means: its classes, the lightest first. `numbers` and `headings` are the classes of which
 * a change of a number in the text, or of its chapters, is at least; absent, it is the heaviest. `duties` is that of a
 * change of who is to do what; absent, it is not looked at.
 *
 * @source 党政机关公文处理工作条例 §25 需作实质性修改的，应当报原签批人复审
 */
const Amendments = z.strictObject({
  classes: z.array(ChangeClass).min(1).max(9),
  numbers: Key.exactOptional(),
  headings: Key.exactOptional(),
  duties: Key.exactOptional(),
});

/** A procedure as a hospital writes it (procedure.yaml). The first step is where a case begins. */
export const Definition = z.strictObject({
  id: Key,
  title: Name,
  summary: z.string().max(2000).default(''),
  bodies: z.record(Key, BodyRule),
  chapters: z.array(ChapterPlan).max(60),
  steps: z
    .array(z.union([Stage, Together]))
    .min(1)
    .max(60),
  amendments: Amendments.exactOptional(),
  /** 必须 · 提示 · 关闭: rules about the procedure itself that it weighs otherwise than by default. */
  rules: ProcedureRules.exactOptional(),
});
export type Definition = Readonly<z.infer<typeof Definition>>;

export const isTogether = (step: Stage | Together): step is Together => 'together' in step;

/** Every stage of the procedure, in writing order. */
export const stagesOf = (definition: Definition): readonly Stage[] =>
  definition.steps.flatMap((step) => (isTogether(step) ? step.together : [step]));

export function stageOf(definition: Definition, id: string): Stage {
  const stage = stagesOf(definition).find((s) => s.id === id);
  if (!stage) throw new Error(`no stage ${id} in ${definition.id}`);
  return stage;
}
