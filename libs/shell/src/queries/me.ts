import { CAPACITY_WORDS, wordsOf, type HeldPost, type Me } from '@mouding/contract';
import type { Capacity, OrgState } from '@mouding/core';
import type { Listed } from '@mouding/ledger';
import { asked, type Reader } from './reader.ts';

/** Who is signed in, with every post held now. */
export async function me(reader: Reader): Promise<Me> {
  const { ledger, visitor, held } = reader;
  const { institution, person, limited } = visitor;
  // Before anything else is read: what comes meanwhile is told once more, and nothing is passed over.
  const size = await ledger.logSize(institution);
  const { context } = await asked(reader, (known) => known.org);
  const behalf = held.flatMap((capacity) => capacity.for ?? []);
  const names = await ledger.directory.get(institution, [...new Set([person, ...behalf])]);
  return {
    person,
    name: named(person, names).name,
    institution: { id: institution, code: context.code, name: context.name, mode: context.mode },
    capacities: held.flatMap((capacity) => heldPost(context, capacity, names) ?? []),
    mustChangePassword: limited === true,
    logTrouble: saidOf(context.treeLog.trouble),
    seenTo: size - 1,
    now: await ledger.lawNow(institution),
  };
}

const saidOf = (trouble: OrgState['context']['treeLog']['trouble']): Me['logTrouble'] =>
  trouble && { ...trouble.said };

const named = (person: string, names: ReadonlyMap<string, Listed>) => ({
  person,
  name: names.get(person)?.name ?? null,
});

/** A capacity as it is shown: in which post, for which department, acting or on whose behalf. */
function heldPost(
  context: OrgState['context'],
  { as, post, department: of, acting, for: whose }: Capacity,
  names: ReadonlyMap<string, Listed>,
): HeldPost | null {
  if (post === null) return null;
  const found = [...context.departments, ...context.dissolved].find(({ id }) => id === of);
  return {
    post,
    title: titleOf(context, post),
    as,
    words: wordsOf(CAPACITY_WORDS, as).zh,
    department: found ? { id: found.id, name: found.name } : null,
    acting: acting === true,
    onBehalfOf: whose ? named(whose, names) : null,
  };
}

const titleOf = ({ posts }: OrgState['context'], post: string): string =>
  posts.find(({ id }) => id === post)?.title ?? '';
