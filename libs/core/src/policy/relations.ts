import type { Capacity } from '../capacity.ts';
import type { Known } from '../decider.ts';
import type { SeatRole } from '../org/org.ts';
import type { Kind } from '../stream.ts';

/**
 * How a capacity stands to a stream, read from what the stream or its case holds:
 * own-department, writer, owner, support and recipient by the capacity's department; lead and case-lead by its post;
 * seats by its post in the body that meets.
 */
export type Relation =
  | 'any'
  | 'own-department'
  | 'writer'
  | 'owner'
  | 'support'
  | 'lead'
  | 'case-owner'
  | 'case-lead'
  | 'recipient'
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
  const asked = relation === 'lead' || relation === 'case-lead' ? capacity.post : capacity.department;
  return asked !== null && related(relation, known, kind, id).includes(asked);
}

/** The departments, or for leads the posts, that stand in a relation. */
function related(relation: Relation, known: Known, kind: Kind, id: string): readonly string[] {
  switch (relation) {
    case 'own-department':
      return departmentOf(known, kind, id);
    case 'recipient':
      return recipientsOf(known, kind, id);
    case 'case-owner':
      return accepted(known, kind, id) ? plannedBy(known, id).flatMap(({ owners }) => owners) : [];
    case 'case-lead':
      return plannedBy(known, id).map(({ lead }) => lead);
    default:
      return kind === 'chapter' ? onChapter(relation, known, id) : [];
  }
}

function onChapter(relation: Relation, known: Known, id: string): readonly string[] {
  const chapter = known.state('chapter', id)?.context;
  if (!chapter) return [];
  if (relation === 'writer') return [chapter.writer];
  if (relation === 'lead') return [chapter.lead];
  return relation === 'owner' ? chapter.owners : chapter.support;
}

function departmentOf(known: Known, kind: Kind, id: string): readonly string[] {
  if (kind !== 'contribution' && kind !== 'opinion') return [];
  const department = known.state(kind, id)?.context.department;
  return department === undefined ? [] : [department];
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
function isSeated(seat: string, { post }: Capacity, known: Known, kind: Kind, id: string): boolean {
  const roles = SEATS[seat] ?? [];
  const key = bodyOf(known, kind, id);
  const bodies = known.org.context.bodies.filter((body) => key === null || body.key === key);
  return bodies.some(({ seats }) => seats.some((held) => held.post === post && roles.includes(held.role)));
}

/** The body whose seats count: of a meeting its own; `null` where the meeting has yet to be called. */
function bodyOf(known: Known, kind: Kind, id: string): string | null {
  if (kind === 'meeting') return known.state('meeting', id)?.context.bodyKey ?? null;
  return kind === 'ballot' ? (known.state('ballot', id)?.context.bodyKey ?? null) : null;
}
