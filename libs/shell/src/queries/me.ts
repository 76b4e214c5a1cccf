import { CAPACITY_WORDS, wordsOf, type Me } from '@mouding/contract';
import { asked, type Reader } from './reader.ts';

/** Who is signed in, with every post held now. */
export async function me(reader: Reader): Promise<Me> {
  const { ledger, visitor, held } = reader;
  const { institution, person, limited } = visitor;
  const { context } = await asked(reader, (known) => known.org);
  const names = await ledger.directory.get(institution, [person]);
  const department = (id: string | null) => context.departments.find((each) => each.id === id);
  return {
    person,
    name: names.get(person)?.name ?? null,
    institution: { id: institution, code: context.code, name: context.name, mode: context.mode },
    capacities: held.flatMap(({ as, post, department: of }) => {
      const found = department(of);
      const title = context.posts.find(({ id }) => id === post)?.title ?? '';
      const words = wordsOf(CAPACITY_WORDS, as).zh;
      return post
        ? [{ post, title, as, words, department: found ? { id: found.id, name: found.name } : null }]
        : [];
    }),
    mustChangePassword: limited === true,
    now: await ledger.lawNow(institution),
  };
}
