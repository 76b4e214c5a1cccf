import { capacitiesOf, streamName, visible, type Capacity, type Kind, type Known } from '@mouding/core';
import type { Ledger } from '@mouding/ledger';
import type { Means } from '../commands/carry-out.ts';
import { NO_WITNESSES, type Witnessing } from '../log/witnesses.ts';
import type { StateCache } from '../reading/state-cache.ts';
import { worldNow } from '../reading/world-now.ts';
import type { World } from '../reading/world.ts';
import type { Visitor } from '../session/visitor.ts';

/** Reading for one visitor: the institution of the session, the states as they stand, the capacities held now. */
export interface Reader {
  readonly ledger: Ledger;
  readonly visitor: Pick<Visitor, 'institution' | 'person'> & Partial<Pick<Visitor, 'limited'>>;
  readonly world: World;
  /** The states that were folded before. */
  readonly cache: StateCache;
  readonly held: readonly Capacity[];
  /** Who watches the log that is read. */
  readonly witnessing: Witnessing;
}

export async function readerFor(
  { ledger, cache, witnessing = NO_WITNESSES }: Means,
  visitor: Reader['visitor'],
): Promise<Reader> {
  const { institution, person } = visitor;
  const world = worldNow({ ledger, cache }, institution);
  await world.bring(streamName('org', institution));
  const { answer: held } = await world.reach((known) => capacitiesOf(known.org, person));
  return { ledger, visitor, world, held, cache, witnessing };
}

/** What the reader holds or acts in; a delegate sees what the delegation is about, and no list of the whole house. */
export const inOwnRight = ({ held }: Pick<Reader, 'held'>): readonly Capacity[] =>
  held.filter(({ delegation }) => delegation === undefined);

/** Asks a pure question of the states, loading what it looks at. */
export const asked = async <T>({ world }: Reader, question: (known: Known) => T): Promise<T> =>
  (await world.reach(question)).answer;

/** Whether the stream exists for the reader. */
export const sees = (reader: Reader, kind: Kind, id: string): Promise<boolean> =>
  asked(reader, (known) => visible(kind, id, reader.held, known));

/** Those of the rows whose streams the reader may see: the one function behind every list, count and message. */
export async function seen<R extends { readonly stream: string }>(
  reader: Reader,
  rows: readonly R[],
): Promise<readonly R[]> {
  return asked(reader, (known) =>
    rows.filter(({ stream }) => {
      const [kind, id] = stream.split('/') as [Kind, string];
      return visible(kind, id, reader.held, known);
    }),
  );
}
