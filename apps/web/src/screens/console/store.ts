import { get, update } from 'idb-keyval';
import type { Entry } from './entry.ts';

/** Where the entries of one meeting by one person lie on this machine. */
export const shelfOf = (person: string, meeting: string): string => `mouding.console.${person}.${meeting}`;

export const readEntries = async (shelf: string): Promise<readonly Entry[]> =>
  (await get<readonly Entry[]>(shelf)) ?? [];

/** Changes what is kept in one step, so that two windows do not write over each other. */
export async function changeEntries(
  shelf: string,
  change: (entries: readonly Entry[]) => readonly Entry[],
): Promise<readonly Entry[]> {
  await update<readonly Entry[]>(shelf, (entries) => change(entries ?? []));
  return readEntries(shelf);
}
