import { TextRef } from '@mouding/core';
import { z } from 'zod';
import { May } from './answer.ts';
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
const Counts = z.object({ yes: z.int(), no: z.int(), abstain: z.int() });
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
  contribution: z.object({ department: Id, due: Date, text: Text, received: Date, late: z.boolean() }),
  chapter: z.object({
    no: z.int(),
    title: z.string(),
    lead: Id,
    owners: z.array(z.string()),
    writer: z.string(),
    support: z.array(z.string()),
    due: Date,
    text: Text,
    received: Date,
    late: z.boolean(),
    inputs: z.record(z.string(), TextRef),
  }),
  manuscript: z.object({ round: z.int(), due: Date, label: z.string(), text: Text, cited: z.array(Stream) }),
  consultation: z.object({
    round: z.int(),
    text: Text,
    recipients: z.array(Id),
    opened: Instant,
    due: Instant,
    replies: z
      .record(z.string(), z.int())
      .meta({ description: '您可见的回复：科室 → 意见条数 · replies you may see' }),
    opinions: z.array(Stream).meta({ description: '您可见的意见 · opinions you may see' }),
    closed: Date,
  }),
  opinion: z.object({
    consultation: z.string(),
    department: Id,
    no: z.int(),
    disposition: z.string().nullable(),
  }),
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
    present: z.array(Id),
    ballot: Stream.nullable(),
    votes: z.array(z.object({ post: Id, vote: z.string() })),
    hands: Counts.nullable(),
    decision: z.string().nullable(),
    outcome: z.string().nullable(),
    notices: z.array(z.object({ rule: z.string(), said: Said, facts: DecidingFacts })),
  }),
  /** The teller's numbers are not shown before the scrutineer has entered the same: two keys. */
  ballot: z.object({
    meeting: z.string(),
    issued: z.int(),
    confirmed: Counts.extend({ issued: z.int(), returned: z.int(), invalid: z.int() }).nullable(),
  }),
  filing: z.object({
    subject: z.string(),
    title: z.string(),
    mode: z.string(),
    authority: Id.nullable(),
    due: Date,
    text: Text,
    answer: z.object({ outcome: z.string(), number: z.string() }).nullable(),
  }),
  dossier: z.object({
    from: z.object({ institution: Id, name: z.string(), filing: z.string(), receipt: z.string() }),
    title: z.string(),
    letter: z.string(),
    text: Text,
    outcome: z.string().nullable(),
  }),
  issue: z.object({
    subject: z.string(),
    title: z.string(),
    text: Text,
    recipients: z.array(Id),
    due: Date,
    number: z.string().nullable(),
    received: z.array(Id),
  }),
  person: z.object({}),
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
  filing: 'Filing',
  dossier: 'Dossier',
  issue: 'Issue',
  person: 'Person',
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
  filing: 'filings',
  dossier: 'dossiers',
  issue: 'issues',
  org: 'org',
  person: 'persons',
  procedure: 'procedures',
};

/** The address of the stream's resource, or null for streams that have none. */
export function hrefOf(stream: string): string | null {
  const [kind = '', id = ''] = stream.split('/');
  const plural = PLURALS[kind];
  if (!plural) return null;
  return kind === 'org' ? '/v1/org' : `/v1/${plural}/${id}`;
}
