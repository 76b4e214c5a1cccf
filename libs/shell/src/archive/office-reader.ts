import type { Means } from '../commands/carry-out.ts';
import { StateCache } from '../reading/state-cache.ts';
import { asked, readerFor, type Reader } from '../queries/reader.ts';

/**
 * Reading as the planning office does, for whoever holds the database itself and signs in nowhere: as its director, or
 * where that post is vacant, as one of its people. Undefined while nobody holds either.
 */
export async function officeReader(
  { ledger, witnessing }: Pick<Means, 'ledger' | 'witnessing'>,
  institution: string,
): Promise<Reader | undefined> {
  const means: Means = { ledger, cache: new StateCache(), ...(witnessing && { witnessing }) };
  const nobody = await readerFor(means, { institution, person: '' });
  const { posts } = (await asked(nobody, (known) => known.org)).context;
  const holding = (as: string): string | undefined =>
    posts.find((post) => post.as === as && post.holder !== null)?.holder?.person;
  const person = holding('office-director') ?? holding('office');
  return person === undefined ? undefined : readerFor(means, { institution, person });
}
