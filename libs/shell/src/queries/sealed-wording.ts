import type { Resource } from '@mouding/contract';
import type { Entry, Json } from '@mouding/evidence';
import type { Reader } from './reader.ts';

/** The sealed bodies of the stream's entries, opened; null where the key was destroyed. */
export async function wordingOf(
  { ledger, visitor }: Reader,
  entries: readonly Entry[],
): Promise<Resource['wording']> {
  const bodies = entries.flatMap(({ stream, version, type, sealed }) =>
    sealed.map(({ subject }) => ({ stream, version, type, subject })),
  );
  return Promise.all(
    bodies.map(async ({ stream, version, type, subject }) => {
      const plain = await ledger.openSealed(visitor.institution, stream, version, subject);
      return { version, type, subject, said: asRecord(plain) };
    }),
  );
}

const asRecord = (plain: Json | undefined): { [key: string]: unknown } | null =>
  typeof plain === 'object' && plain !== null ? Object.fromEntries(Object.entries(plain)) : null;
