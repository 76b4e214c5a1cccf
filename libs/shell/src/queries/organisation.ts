import { CAPACITY_WORDS, wordsOf, type Organisation } from '@mouding/contract';
import { may, isOffice, READING, type OrgState } from '@mouding/core';
import type { Listed } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, sees, type Reader } from './reader.ts';

type Post = OrgState['context']['posts'][number];

/** Departments, posts and bodies; who holds a post is shown to those who may see persons, and to holders themselves. */
export async function organisation(reader: Reader): Promise<Organisation> {
  const { visitor, world, held, ledger } = reader;
  const { institution } = visitor;
  if (!(await sees(reader, 'org', institution))) throw new ProblemError('not-found');
  const { context } = await asked(reader, (known) => known.org);
  const shown = (post: Post): boolean => seesHolders(reader) || post.holder?.person === visitor.person;
  const persons = context.posts.flatMap((post) => (post.holder && shown(post) ? [post.holder.person] : []));
  const names = await ledger.directory.get(institution, persons);
  return {
    id: institution,
    stream: `org/${institution}`,
    version: world.version(`org/${institution}`),
    name: context.name,
    code: context.code,
    kind: context.kind,
    mode: context.mode,
    departments: context.departments.map(({ id, name, kind }) => ({ id, name, kind })),
    posts: context.posts.map((post) => postView(post, shown(post), names)),
    bodies: context.bodies.map(({ id, key, name, seats }) => ({
      id,
      key,
      name,
      seats: seats.map(({ post, role }) => ({
        post,
        role,
        title: context.posts.find((each) => each.id === post)?.title ?? '',
      })),
    })),
    may: (await asked(reader, (known) => may('org', institution, held, known))).map((each) => ({ ...each })),
  };
}

/** Whoever may see every person may see who holds which post; so may the office, which calls and asks them. */
const seesHolders = ({ held }: Reader): boolean =>
  held.some(
    (capacity) =>
      isOffice(capacity) || READING.person.some((grant) => grant.as === capacity.as && grant.where === 'any'),
  );

function postView(
  { id, title, as, department, holder }: Post,
  shown: boolean,
  names: ReadonlyMap<string, Listed>,
): Organisation['posts'][number] {
  return {
    id,
    title,
    as,
    words: wordsOf(CAPACITY_WORDS, as).zh,
    department,
    filled: holder !== null,
    holder: holder && shown ? { person: holder.person, name: names.get(holder.person)?.name ?? null } : null,
  };
}
