import { FileRef, TextRef } from '@mouding/core';
import { z } from 'zod';
import { May } from './answer.ts';
import { ConditionView, DutyView, MandateView } from './charge-views.ts';
import { ConsultationView, OpinionView } from './consultation-view.ts';
import { DepositsWaiting, HeldUntil } from './deposit.ts';
import { DossierView, FilingView } from './filing-view.ts';
import { ReadingView } from './import-view.ts';
import { IndicatorView } from './indicator.ts';
import { IssueView } from './issue-view.ts';
import { BallotView, MeetingView } from './meeting-view.ts';
import { DecidingFacts, Id, Instant, Said, Stream } from './said.ts';
import { WhyDue } from './why-due.ts';
import { SittingView } from './sitting-view.ts';

/** Personal wording of one entry, kept under the key of its subject: gone when the key is. */
export const Wording = z
  .strictObject({
    version: z.int().positive(),
    type: z.string(),
    subject: Id,
    said: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({ description: '已删除的为 null · null once erased' }),
  })
  .meta({ id: 'Wording' });

const Date = Instant.nullable();
const Text = TextRef.nullable();
const File = FileRef.nullable();
/** What was handed in: its text, its original, when, whether late, and how it came where the office entered it. */
const CameIn = {
  text: Text,
  original: File,
  received: Date,
  late: z.boolean(),
  carrier: z
    .string()
    .nullable()
    .meta({ description: '代报的载体；本人报送的为 null · how it came, where entered' }),
};
/** The grace of a date, whether it was used, and how the date came to be. */
const Dates = {
  grace: z
    .object({ n: z.int(), unit: z.enum(['natural', 'working']), until: Instant })
    .nullable()
    .meta({ description: '宽限期 · days of grace' }),
  inGrace: z.boolean().meta({ description: '宽限期内报送 · handed in within grace' }),
  carried: z.boolean().meta({ description: '有代报 · one of its hand-ins was entered by the office' }),
  why: WhyDue,
};
const Amended = z
  .object({
    about: Stream.nullable(),
    points: z.int(),
    met: z.array(z.int()),
    origin: Text,
    proposed: z.string().nullable(),
    least: z.string().nullable(),
    weight: z.array(z.string()),
    class: z.string().nullable(),
  })
  .nullable()
  .meta({ description: '补正修改：意见点数、已回应、修改分类 · the last amendment' });
const Clauses = z.array(z.int()).nullable();
const Uses = z
  .record(z.string(), z.object({ text: TextRef, objected: z.boolean() }))
  .meta({ description: '已核对采用情况：科室 → 所核对的文稿 · who confirmed the use, on which text' });

/**
 * What is shown of each kind of resource. These schemas are the allow-list: a machine's context goes out through them
 * and nothing else of it does.
 */
export const VIEWS = {
  research: z.object({
    methods: z.array(z.string()),
    least: z.int(),
    due: Date,
    findings: z.array(z.object({ method: z.string(), text: TextRef })),
  }),
  contribution: z.object({
    department: Id,
    due: Date,
    until: z.string().nullable().meta({ description: '延期至 · extended to this day' }),
    ...Dates,
    ...CameIn,
    none: z.boolean().meta({ description: '零报告 · there is nothing to report' }),
    escalated: z
      .array(Id)
      .meta({ description: '已提请审阅的牵头领导 · leads who were told that nothing came' }),
    seen: z.array(Id),
    proposed: z
      .array(Id)
      .meta({ description: '拟提请审阅的牵头领导，待规划办确认 · leads whom the office may tell' }),
    held: z.boolean().meta({ description: '规划办暂不提请 · held back by the office' }),
    reading: ReadingView.nullable(),
    uses: Uses,
    waiting: DepositsWaiting,
  }),
  chapter: z.object({
    no: z.int(),
    title: z.string(),
    lead: Id,
    owners: z.array(z.string()),
    writer: z.string(),
    support: z.array(z.string()),
    due: Date,
    until: z.string().nullable(),
    ...Dates,
    ...CameIn,
    escalation: z.string(),
    desk: Id.meta({ description: '现由哪个责任部门起草 · the owner that has it in hand' }),
    countersigning: z.object({ departments: z.array(Id), effect: z.string() }),
    countersigns: z
      .record(z.string(), z.object({ text: TextRef, clauses: Clauses, here: Clauses }))
      .meta({ description: '有效的会签及其段落 · countersigns that stand' }),
    returned: z
      .object({ clauses: Clauses, points: z.int() })
      .nullable()
      .meta({ description: '退回的段落和意见条数 · what the last return is about' }),
    inputs: z.record(z.string(), z.object({ text: Text, original: File })),
    reading: ReadingView.nullable(),
    inputReadings: z.record(z.string(), ReadingView),
    instructions: z
      .object({
        given: z.int(),
        open: z.array(z.object({ no: z.int(), to: Id, text: Text })),
      })
      .meta({ description: '领导批示，尚未知悉的 · instructions of which nobody has taken note yet' }),
    uses: Uses,
    waiting: DepositsWaiting,
  }),
  deposit: z.object({
    of: Stream,
    input: z.literal(true).optional().meta({ description: '配合材料 · an input to the chapter' }),
    department: Id,
    due: Date,
    until: z.string().meta({ description: '有效期至（当日含） · good until this day, included' }),
    ends: Instant,
    days: z.int().meta({ description: '有效期（工作日） · in working days' }),
    revoked: z.boolean(),
    original: File,
    received: Date,
    heldUntil: HeldUntil.nullable(),
    count: z.int().meta({ description: '已上传次数 · how often something was left' }),
  }),
  manuscript: z.object({
    round: z.int(),
    due: Date,
    label: z.string(),
    text: Text,
    cited: z.array(Stream),
    bare: z
      .array(z.object({ step: z.int(), change: z.int(), nodes: z.array(z.string()) }))
      .meta({ description: '尚未注明依据的修改 · changes that rest on nothing yet' }),
    without: z
      .array(z.object({ department: Id.optional(), chapter: Stream.optional() }))
      .meta({ description: '缺报豁免 · what the draft does without' }),
    amendment: Amended,
  }),
  consultation: ConsultationView,
  opinion: OpinionView,
  tabling: z.object({
    bodyKey: z.string(),
    text: TextRef,
    sponsor: Id.nullable(),
    post: Id.nullable().meta({ description: '申报人的岗位 · the post that asked' }),
    backed: z.boolean(),
    approved: z.boolean(),
    agreed: z.boolean().nullable().meta({ description: '会前沟通意见一致 · whether the chiefs agree' }),
    papers: z.array(TextRef),
    to: z.array(Id).meta({ description: '送阅的岗位 · posts to which the papers were sent' }),
    read: z.array(Id),
    meeting: Stream.nullable(),
  }),
  meeting: MeetingView,
  sitting: SittingView,
  ballot: BallotView,
  condition: ConditionView,
  mandate: MandateView,
  precheck: z.object({
    on: z.string(),
    standing: z.string(),
    stops: z.array(z.object({ rule: z.string(), effect: z.string(), by: z.array(z.string()) })),
    next: Date,
    seen: z.boolean(),
  }),
  repair: z.object({
    repair: z.string().meta({ description: '更正事项 · which repair of the closed list' }),
    what: z.record(z.string(), z.unknown()),
    effect: Said.meta({ description: '更正的结果 · what it does once it is confirmed' }),
    paper: z.object({ scheme: z.string(), hash: z.string() }).nullable(),
    post: Id.nullable(),
    as: z.string(),
    until: Date.meta({ description: '复核期限，过期自动失效 · lapses by itself' }),
  }),
  duty: DutyView,
  indicator: IndicatorView,
  filing: FilingView,
  dossier: DossierView,
  issue: IssueView,
  review: z.object({
    method: z.string(),
    subject: z.string(),
    text: Text,
    round: z.int(),
    opened: Instant,
    due: Date,
    atLeast: z.int(),
    opinions: z.array(z.object({ post: Id.nullable(), verdict: z.string(), original: File })),
    outcome: z.string().nullable(),
  }),
  person: z.object({
    erasure: z
      .object({ ground: z.string(), document: z.string(), by: Id })
      .nullable()
      .meta({ description: '待办或已办的清除个人信息 · an erasure that waits, or was carried out' }),
  }),
  record: z.object({
    about: Stream,
    verb: z.string(),
    happened: z.string().meta({ description: '发生时间（录入人所述） · as the recorder claims' }),
    medium: z.string(),
    scan: FileRef.nullable(),
    book: z.string().nullable(),
    recorder: Id.nullable(),
    checker: Id.nullable(),
    checked: z.boolean(),
    people: z.array(z.object({ post: Id, person: Id.nullable() })),
    seen: z.array(Id),
    objected: z.array(Id),
    answered: z.array(Id),
    notices: z.array(z.object({ rule: z.string(), said: Said, facts: DecidingFacts })),
    holds: z.array(z.string()).meta({ description: '使下一步暂缓的规则 · rules that hold the next step' }),
    repair: z.object({ how: z.string(), approvedBy: Id.nullable() }).nullable(),
  }),
} as const;

export type ViewedKind = keyof typeof VIEWS;

const envelope = {
  stream: Stream,
  id: Id,
  version: z.int(),
  case: Id.nullable(),
  stage: z.string().nullable(),
  label: z.string(),
  status: z.string(),
  words: z.string(),
  wording: z.array(Wording),
  /** Texts that this resource cites: read them below this resource. */
  texts: z.array(z.strictObject({ hash: z.string(), title: z.string().nullable() })),
  /** The same for originals. */
  files: z.array(z.strictObject({ hash: z.string(), title: z.string().nullable() })),
  may: z.array(May),
};

const NAMES = {
  research: 'Research',
  contribution: 'Contribution',
  chapter: 'Chapter',
  deposit: 'Deposit',
  manuscript: 'Manuscript',
  consultation: 'Consultation',
  opinion: 'Opinion',
  tabling: 'Tabling',
  meeting: 'Meeting',
  sitting: 'Sitting',
  ballot: 'Ballot',
  condition: 'Condition',
  mandate: 'Mandate',
  duty: 'Duty',
  indicator: 'Indicators',
  filing: 'Filing',
  dossier: 'Dossier',
  issue: 'Issue',
  review: 'Review',
  person: 'Person',
  record: 'Record',
  repair: 'Repair',
  precheck: 'MadePrecheck',
} as const satisfies { readonly [K in ViewedKind]: string };

/** The answer for one resource of a kind. */
export const resourceOf = <K extends ViewedKind>(kind: K) =>
  z.object({ ...envelope, data: VIEWS[kind] }).meta({ id: NAMES[kind] });

/** Any resource: what all kinds share, with the data of its kind. */
export const Resource = z.object({ ...envelope, data: z.record(z.string(), z.unknown()) });
export type Resource = z.infer<typeof Resource>;
