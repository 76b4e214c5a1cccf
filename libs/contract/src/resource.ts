import { FileRef, TextRef } from '@mouding/core';
import { z } from 'zod';
import { May } from './answer.ts';
import { ConsultationView, OpinionView } from './consultation-view.ts';
import { IssueView } from './issue-view.ts';
import { DecidingFacts, Id, Instant, Said, Stream } from './said.ts';

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
const Counts = z.object({ yes: z.int(), no: z.int(), abstain: z.int() });
const Imposed = z.object({
  condition: Stream,
  no: z.int(),
  owner: z.record(z.string(), Id),
  due: z.string(),
});
const Filed = z
  .object({
    text: Text,
    book: z.object({ volume: z.string(), pages: z.string() }).nullable(),
    keeper: Id,
    signer: Id,
  })
  .nullable();
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
const Share = z.object({ base: z.string(), num: z.int(), den: z.int() });

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
    ...CameIn,
    none: z.boolean().meta({ description: '零报告 · there is nothing to report' }),
    escalated: z
      .array(Id)
      .meta({ description: '已提请审阅的牵头领导 · leads who were told that nothing came' }),
    seen: z.array(Id),
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
    ...CameIn,
    escalation: z.string(),
    inputs: z.record(z.string(), z.object({ text: Text, original: File })),
  }),
  manuscript: z.object({
    round: z.int(),
    due: Date,
    label: z.string(),
    text: Text,
    cited: z.array(Stream),
    without: z
      .array(z.object({ department: Id.optional(), chapter: Stream.optional() }))
      .meta({ description: '缺报豁免 · what the draft does without' }),
    amendment: Amended,
  }),
  consultation: ConsultationView,
  opinion: OpinionView,
  meeting: z.object({
    body: Id,
    bodyKey: z.string(),
    at: Instant,
    place: z.string(),
    rule: z.object({
      title: z.string(),
      decides: z.string(),
      ballot: z.string(),
      quorum: Share.extend({ inclusive: z.boolean() }),
      pass: Share.extend({ strict: z.boolean() }),
      recusal: z.string(),
      words: z.record(z.string(), z.string()),
      basis: z.string().optional(),
    }),
    roll: z.array(z.object({ post: Id, person: Id.nullable(), role: z.string() })),
    item: z.object({ subject: z.string(), text: TextRef, title: z.string() }),
    agenda: z.object({ items: z.int(), ours: z.int() }),
    papers: z.array(TextRef),
    present: z.array(Id),
    attended: z
      .object({ all: z.int(), present: z.int() })
      .nullable()
      .meta({ description: '补录会议的应到、实到 · of a meeting that was recorded afterwards' }),
    ballot: Stream.nullable(),
    votes: z.array(z.object({ post: Id, vote: z.string() })),
    hands: Counts.nullable(),
    decision: z.string().nullable(),
    outcome: z.string().nullable(),
    conditions: z.array(Imposed),
    minutes: Text,
    filed: z.object({ record: Filed, minutes: Filed }),
    notices: z.array(z.object({ rule: z.string(), said: Said, facts: DecidingFacts })),
  }),
  /** The teller's numbers are not shown before the scrutineer has entered the same: two keys. */
  ballot: z.object({
    meeting: z.string(),
    issued: z.int(),
    confirmed: Counts.extend({ issued: z.int(), returned: z.int(), invalid: z.int() }).nullable(),
  }),
  condition: z.object({
    bodyKey: z.string(),
    subject: z.string(),
    no: z.int(),
    owner: z.record(z.string(), Id),
    due: z.string(),
    presider: Id.nullable(),
  }),
  filing: z.object({
    subject: z.string(),
    title: z.string(),
    mode: z.string(),
    authority: Id.nullable(),
    due: Date,
    text: Text,
    no: z.int().meta({ description: '第几次报送 · number of the last sending' }),
    party: z.string().nullable(),
    channel: z.string().nullable(),
    answerBy: Date,
    receipt: z.object({ number: z.string(), on: z.string() }).nullable(),
    answer: z.object({ outcome: z.string(), number: z.string(), points: z.int() }).nullable(),
  }),
  dossier: z.object({
    from: z.object({ institution: Id, name: z.string(), filing: z.string(), receipt: z.string() }),
    title: z.string(),
    letter: z.string(),
    text: Text,
    no: z.int(),
    reminders: z.int(),
    outcome: z.string().nullable(),
    points: z.int(),
  }),
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
  person: z.object({}),
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
  manuscript: 'Manuscript',
  consultation: 'Consultation',
  opinion: 'Opinion',
  meeting: 'Meeting',
  ballot: 'Ballot',
  condition: 'Condition',
  filing: 'Filing',
  dossier: 'Dossier',
  issue: 'Issue',
  review: 'Review',
  person: 'Person',
  record: 'Record',
} as const satisfies { readonly [K in ViewedKind]: string };

/** The answer for one resource of a kind. */
export const resourceOf = <K extends ViewedKind>(kind: K) =>
  z.object({ ...envelope, data: VIEWS[kind] }).meta({ id: NAMES[kind] });

/** Any resource: what all kinds share, with the data of its kind. */
export const Resource = z.object({ ...envelope, data: z.record(z.string(), z.unknown()) });
export type Resource = z.infer<typeof Resource>;

/** The plural of every kind's address. */
export const PLURALS: { readonly [kind: string]: string } = {
  case: 'cases',
  research: 'researches',
  contribution: 'contributions',
  chapter: 'chapters',
  manuscript: 'manuscripts',
  consultation: 'consultations',
  opinion: 'opinions',
  meeting: 'meetings',
  ballot: 'ballots',
  condition: 'conditions',
  filing: 'filings',
  dossier: 'dossiers',
  issue: 'issues',
  org: 'org',
  review: 'reviews',
  person: 'persons',
  procedure: 'procedures',
  record: 'records',
};

/** The address of the stream's resource, or null for streams that have none. */
export function hrefOf(stream: string): string | null {
  const [kind = '', id = ''] = stream.split('/');
  const plural = PLURALS[kind];
  if (!plural) return null;
  return kind === 'org' ? '/v1/org' : `/v1/${plural}/${id}`;
}
