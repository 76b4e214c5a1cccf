import type { Capacity } from '../capacity.ts';
import type { Known } from '../decider.ts';
import type { SeatRole } from '../org/org.ts';
import type { RecordState } from '../record/record.ts';
import type { Owner } from '../stages/charge.ts';
import type { MandateContext } from '../stages/mandate/facts.ts';
import type { Kind } from '../stream.ts';
import type { ChapterContext } from '../stages/write/chapter.ts';
import { askedOf } from '../stages/write/countersigns.ts';
import { ofAides } from './of-aides.ts';
import { ofIndicators } from './of-indicators.ts';

/**
 * How a capacity stands to a stream, read from what the stream or its case holds:
 * own-department, writer, owner, support, recipient and countersigner by the capacity's department; lead, lead-aide, case-lead,
 * those to whom it was escalated, the checker and the recorder of a record, the asker, the sponsor and the readers of a
 * tabled item by the post; those who were recorded, and
 * whoever proposed a repair, by the person, whatever post is held;
 * seats by its post in the body that meets.
 */
export type Relation =
  | 'any'
  | 'own-department'
  | 'writer'
  | 'owner'
  | 'support'
  | 'lead'
  | 'lead-aide'
  | 'case-owner'
  | 'case-lead'
  | 'escalated'
  | 'recipient'
  | 'countersigner'
  | 'recorded'
  | 'checker'
  | 'recorder'
  | 'proposer'
  | 'asker'
  | 'sponsor'
  | 'circulated'
  | 'condition-department'
  | 'condition-post'
  | 'mandate-approver'
  | 'indicator-department'
  | 'indicator-filler'
  | 'indicator-reviewer'
  | `seat:${'any' | 'voting' | 'presiding' | 'secretary' | 'teller' | 'scrutineer'}`;

/** @throws never: what is not known stands in no relation */
export function stands(
  relation: Relation,
  capacity: Capacity,
  known: Known,
  kind: Kind,
  id: string,
): boolean {
  if (relation === 'any') return true;
  if (relation.startsWith('seat:'))
    return isSeated(relation.slice('seat:'.length), capacity, known, kind, id);
  const asked = askedBy(relation, capacity);
  return asked !== null && related(relation, known, kind, id).includes(asked);
}

const BY_POST: readonly Relation[] = [
  'lead',
  'lead-aide',
  'case-lead',
  'escalated',
  'checker',
  'recorder',
  'condition-post',
  'mandate-approver',
  'indicator-filler',
  'indicator-reviewer',
  'asker',
  'sponsor',
  'circulated',
];

function askedBy(relation: Relation, { person, post, department }: Capacity): string | null {
  if (relation === 'recorded' || relation === 'proposer') return person;
  return BY_POST.includes(relation) ? post : department;
}

type Related = (known: Known, kind: Kind, id: string) => readonly string[];

/** Whoever proposed a repair that waits for a second person. */
const proposerOf = (state: RecordState): string | undefined =>
  state.matches('repairing') ? state.context.repair?.by : undefined;

type OfRecord = 'recorded' | 'checker' | 'recorder' | 'proposer';
const ofRecord =
  (relation: OfRecord): Related =>
  (known, kind, id) =>
    kind === 'record' ? inRecord(relation, known, id) : [];
/** By the post: whoever asked for an item, the leader in charge of it, those to whom its papers were sent. */
const ofTabling =
  (relation: 'asker' | 'sponsor' | 'circulated'): Related =>
  (known, kind, id) => {
    const sheet = kind === 'tabling' ? known.state(kind, id)?.context : undefined;
    if (!sheet) return [];
    if (relation === 'circulated') return sheet.to;
    const post = relation === 'asker' ? sheet.post : sheet.sponsor;
    return post === null ? [] : [post];
  };
const ofCondition =
  (relation: 'condition-department' | 'condition-post'): Related =>
  (known, kind, id) =>
    ownerOf(relation, known, kind, id);

/** The departments, or for some relations the posts or the persons, that stand in a relation; those on a chapter apart. */
const RELATED: { readonly [relation: string]: Related } = {
  'own-department': departmentOf,
  recipient: recipientsOf,
  countersigner: (known, kind, id) => countersignersOf(known, kind, id),
  'case-owner': (known, kind, id) =>
    accepted(known, kind, id) ? plannedBy(known, id).flatMap(({ owners }) => owners) : [],
  'case-lead': (known, _, id) => plannedBy(known, id).map(({ lead }) => lead),
  escalated: (known, kind, id) => (kind === 'contribution' && known.state(kind, id)?.context.escalated) || [],
  recorded: ofRecord('recorded'),
  checker: ofRecord('checker'),
  recorder: ofRecord('recorder'),
  proposer: ofRecord('proposer'),
  asker: ofTabling('asker'),
  sponsor: ofTabling('sponsor'),
  circulated: ofTabling('circulated'),
  'condition-department': ofCondition('condition-department'),
  'condition-post': ofCondition('condition-post'),
  'mandate-approver': approverOf,
  'lead-aide': ofAides,
  'indicator-department': ofIndicators('indicator-department'),
  'indicator-filler': ofIndicators('indicator-filler'),
  'indicator-reviewer': ofIndicators('indicator-reviewer'),
};

function related(relation: Relation, known: Known, kind: Kind, id: string): readonly string[] {
  const found = RELATED[relation];
  if (found) return found(known, kind, id);
  return kind === 'chapter' ? onChapter(relation, known, id) : [];
}

function inRecord(relation: OfRecord, known: Known, id: string): readonly string[] {
  const state = known.state('record', id);
  if (!state) return [];
  const slip = state.context;
  if (relation === 'recorded') return slip.people.map(({ person }) => person);
  const one = relation === 'proposer' ? proposerOf(state) : slip[relation];
  return one ? [one] : [];
}

/** 落实责任人、督办责任人、授权修改的起草人: once the resolution is declared, not while it is still being stated. */
function ownerOf(
  relation: 'condition-department' | 'condition-post',
  known: Known,
  kind: Kind,
  id: string,
): readonly string[] {
  const owner = chargedIn(known, kind, id);
  if (!owner) return [];
  if (relation === 'condition-post') return 'post' in owner ? [owner.post] : [];
  return 'department' in owner ? [owner.department] : [];
}

function chargedIn(known: Known, kind: Kind, id: string): Owner | undefined {
  if (kind === 'duty') return known.state('duty', id)?.context.owner;
  if (kind === 'mandate') return standingMandate(known, id)?.drafter;
  const state = kind === 'condition' ? known.state('condition', id) : undefined;
  return state && !state.matches('pending') ? state.context.owner : undefined;
}

function standingMandate(known: Known, id: string): MandateContext | undefined {
  const state = known.state('mandate', id);
  return state && !state.matches('pending') ? state.context : undefined;
}

/** 审定人 of a mandate, by post. */
function approverOf(known: Known, kind: Kind, id: string): readonly string[] {
  const approver = kind === 'mandate' ? standingMandate(known, id)?.approver : undefined;
  return approver ? [approver] : [];
}

/** Its writer is the owner that has it in hand: a return may give it to another. */
function onChapter(relation: Relation, known: Known, id: string): readonly string[] {
  const chapter = known.state('chapter', id)?.context;
  if (!chapter) return [];
  if (relation === 'writer') return [chapter.desk];
  if (relation === 'lead') return [chapter.lead];
  return relation === 'owner' ? chapter.owners : chapter.support;
}

function departmentOf(known: Known, kind: Kind, id: string): readonly string[] {
  if (kind !== 'contribution' && kind !== 'opinion' && kind !== 'deposit') return [];
  const department = known.state(kind, id)?.context.department;
  return department === undefined || department === null ? [] : [department];
}

function recipientsOf(known: Known, kind: Kind, id: string): readonly string[] {
  if (kind === 'consultation') return known.state(kind, id)?.context.recipients ?? [];
  return kind === 'issue' ? addressees(known, id) : [];
}

/** An issue reaches its recipients when it is issued, not before. */
function addressees(known: Known, id: string): readonly string[] {
  const issue = known.state('issue', id);
  return issue?.matches('issued') || issue?.matches('received') ? issue.context.recipients : [];
}

/** 会签科室 see the draft: they sign it before it is issued. */
function countersignersOf(known: Known, kind: Kind, id: string): readonly string[] {
  if (kind === 'chapter') return countersigning(known.state('chapter', id)?.context);
  return (kind === 'issue' ? known.state('issue', id)?.context.steps.departments : undefined) ?? [];
}

const countersigning = (chapter: ChapterContext | undefined): readonly string[] =>
  chapter ? askedOf(chapter) : [];

/** Material is shown to the writers of chapters once it was accepted. */
const accepted = (known: Known, kind: Kind, id: string): boolean =>
  kind === 'contribution' && known.state('contribution', id)?.matches('accepted') === true;

const plannedBy = (known: Known, contribution: string) => {
  const caseId = known.state('contribution', contribution)?.context.case;
  return caseId === undefined ? [] : (known.state('case', caseId)?.context.chapters ?? []);
};

/** A deputy presides where the chair is away; the meeting itself knows who presides. */
const SEATS: { readonly [seat: string]: readonly SeatRole[] } = {
  any: ['chair', 'deputy', 'member', 'secretary', 'teller', 'scrutineer'],
  voting: ['chair', 'deputy', 'member'],
  presiding: ['chair', 'deputy'],
  secretary: ['secretary'],
  teller: ['teller'],
  scrutineer: ['scrutineer'],
};

/** A seat in the body that meets on the stream's business; in any body where the stream has none. */
function isSeated(seat: string, capacity: Capacity, known: Known, kind: Kind, id: string): boolean {
  const { post, acting, delegation } = capacity;
  // 一人一票: a seat is its holder's. Whoever acts in a vacant post may preside, and votes in a seat of their own.
  if (delegation !== undefined || (acting && seat === 'voting')) return false;
  const roles = SEATS[seat] ?? [];
  const key = bodyOf(known, kind, id);
  const bodies = known.org.context.bodies.filter((body) => key === null || body.key === key);
  return bodies.some(({ seats }) => seats.some((held) => held.post === post && roles.includes(held.role)));
}

/** The body whose seats count: of a meeting its own; `null` where the meeting has yet to be called. */
function bodyOf(known: Known, kind: Kind, id: string): string | null {
  const met = OF_A_BODY.find((one) => one === kind);
  return met === undefined ? null : (known.state(met, id)?.context.bodyKey ?? null);
}

const OF_A_BODY = ['tabling', 'meeting', 'sitting', 'ballot', 'condition', 'mandate', 'duty'] as const;
