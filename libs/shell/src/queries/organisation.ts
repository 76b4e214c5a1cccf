import { CAPACITY_WORDS, VERB_WORDS, wordsOf, type Organisation } from '@mouding/contract';
import {
  actingIn,
  actingPerson,
  calendarOf,
  coverageOf,
  isOffice,
  may,
  officersMissing,
  READING,
  type Known,
  type OrgState,
} from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, inOwnRight, sees, type Reader } from './reader.ts';

type Post = OrgState['context']['posts'][number];

/** Departments, posts and bodies; who holds a post is shown to those who may see persons, and to holders themselves. */
export async function organisation(reader: Reader): Promise<Organisation> {
  const { visitor, world, held, ledger } = reader;
  const { institution } = visitor;
  if (!(await sees(reader, 'org', institution))) throw new ProblemError('not-found');
  const org = await asked(reader, (known) => known.org);
  const { context } = org;
  const shown = (person: string): boolean => seesHolders(reader) || person === visitor.person;
  const persons = context.posts.flatMap((post) => [post.holder?.person, actingOf(org, post)?.person]);
  const names = await ledger.directory.get(
    institution,
    persons.flatMap((person) => (person && shown(person) ? [person] : [])),
  );
  const holderView = (person: string | null | undefined): Holder =>
    person && shown(person) ? { person, name: names.get(person)?.name ?? null } : null;
  return {
    id: institution,
    stream: `org/${institution}`,
    version: world.version(`org/${institution}`),
    name: context.name,
    code: context.code,
    kind: context.kind,
    mode: context.mode,
    ...structure(org),
    posts: context.posts.map((post) => postView(org, post, holderView)),
    ...(await asked(reader, standing)),
    may: (await asked(reader, (known) => may('org', institution, held, known))).map((each) => ({ ...each })),
  };
}

/** Departments, those that ended too, bodies with their seats, and what waits for its day. */
const structure = (
  org: OrgState,
): Pick<Organisation, 'departments' | 'dissolved' | 'bodies' | 'aides' | 'planned'> => ({
  departments: org.context.departments.map(({ id, name, kind, former }) => ({
    id,
    name,
    kind,
    former: former.map((each) => ({ ...each })),
  })),
  dissolved: org.context.dissolved.map(({ id, name, ended, by, heir }) => ({ id, name, ended, by, heir })),
  bodies: org.context.bodies.map(({ id, key, name, seats }) => ({
    id,
    key,
    name,
    seats: seats.map(({ post, role }) => ({ post, role, title: titleOf(org, post) })),
  })),
  aides: org.context.aides.map(({ aide, leader, post, status }) => ({
    aide,
    leader,
    leaderTitle: titleOf(org, leader),
    post,
    postTitle: titleOf(org, post),
    status,
  })),
  planned: org.context.planned.map(({ act, verb, at, waits }) => ({
    act,
    verb,
    words: wordsOf(VERB_WORDS, verb),
    at,
    waits,
  })),
});

/** Which years its working days are announced for, and the rules of its offices that only show. */
function standing(known: Known): Pick<Organisation, 'calendar' | 'notices'> {
  const calendar = calendarOf(known);
  const notices = known.org.context.kind === 'unit' ? officersMissing(known.org.context.posts) : [];
  return {
    calendar: { version: calendar.version, years: coverageOf(calendar).map((year) => ({ ...year })) },
    notices: notices.map((notice) => ({ ...notice, facts: { ...notice.facts } })),
  };
}

/** Whoever may see every person may see who holds which post; so may the office, which calls and asks them. */
export const seesHolders = (reader: Reader): boolean =>
  inOwnRight(reader).some(
    (capacity) =>
      isOffice(capacity) || READING.person.some((grant) => grant.as === capacity.as && grant.where === 'any'),
  );

type Holder = Organisation['posts'][number]['holder'];

/** Who acts in a vacant post, and since when. */
function actingOf(org: OrgState, { id }: Post) {
  const acting = actingIn(org, id);
  return acting && { ...acting, person: actingPerson(org, acting) };
}

/** Whether whoever holds it has an account out of use. */
const isOut = ({ context }: OrgState, holder: Post['holder']): boolean =>
  holder !== null && context.disabled.includes(holder.person);

function postView(
  org: OrgState,
  post: Post,
  holderView: (person: string | null | undefined) => Holder,
): Organisation['posts'][number] {
  const { id, title, as, department, holder } = post;
  const acting = actingOf(org, post);
  return {
    id,
    title,
    as,
    words: wordsOf(CAPACITY_WORDS, as).zh,
    department,
    filled: holder !== null,
    disabled: isOut(org, holder),
    holder: holderView(holder?.person),
    from: holder?.from ?? null,
    term: holder?.term ?? null,
    acting: acting
      ? {
          by: 'post' in acting.by ? titleOf(org, acting.by.post) : '',
          holder: holderView(acting.person),
          from: acting.from,
          until: acting.until,
        }
      : null,
  };
}

const titleOf = ({ context }: OrgState, post: string): string =>
  context.posts.find(({ id }) => id === post)?.title ?? '';
