import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { EVERYBODY, type Who } from '../../play/institutions.ts';

/** Everybody, and whoever is not signed in. */
export type Asker = Who | 'anonymous';
export const ASKERS: readonly Asker[] = [...EVERYBODY, 'anonymous'];

/** allowed: carried out, or held up by a rule, a state or a version alone (2xx, 409, 412). */
const CLASSES = ['allowed', '401', '403', '404'] as const;
export type Class = (typeof CLASSES)[number];

const Row = z.strictObject({
  allowed: z.string().optional(),
  '401': z.string().optional(),
  '403': z.string().optional(),
  '404': z.string().optional(),
});

/** Who hears what, for each thing that can be asked for. */
export type Table = ReadonlyMap<string, ReadonlyMap<Asker, Class>>;

/** Reads the table; `others` are all whom the row does not name, and the director is whoever the office is. @throws Error for a row that leaves somebody open */
export function readTable(): Table {
  const file = new URL('../policy-table.json', import.meta.url);
  const rows = z.record(z.string(), Row).parse(JSON.parse(readFileSync(file, 'utf8')));
  return new Map(Object.entries(rows).map(([name, row]) => [name, readRow(name, row)]));
}

function readRow(name: string, row: z.infer<typeof Row>): ReadonlyMap<Asker, Class> {
  const named = CLASSES.flatMap((heard) => (row[heard] ?? '').split(' ').map((who) => ({ who, heard })));
  const others = named.filter(({ who }) => who === 'others');
  const found = new Map<Asker, Class>();
  for (const asker of ASKERS) {
    const of = nameOf(asker, named);
    const [{ heard } = { heard: undefined }] = of.length > 0 ? of : others;
    if (of.length > 1 || others.length > 1 || !heard)
      throw new Error(`${name}: ${asker} is named ${of.length} times`);
    found.set(asker, heard);
  }
  const strangers = named.filter(
    ({ who }) => who !== '' && who !== 'others' && !ASKERS.some((asker) => asker === who),
  );
  if (strangers.length > 0) throw new Error(`${name} names ${strangers.map(({ who }) => who).join()}`);
  return found;
}

type Named = readonly { readonly who: string; readonly heard: Class }[];

/** What a row says of somebody: the director may what the office may, unless the row names both. */
function nameOf(asker: Asker, named: Named): Named {
  const own = named.filter(({ who }) => who === asker);
  return asker === 'director' && own.length === 0 ? named.filter(({ who }) => who === 'office') : own;
}

/** The class of a status, or the status itself when it is in none. */
export function classOf(status: number): Class | `unexpected ${number}` {
  if (status < 300 || status === 409 || status === 412) return 'allowed';
  return CLASSES.find((heard) => heard === String(status)) ?? `unexpected ${status}`;
}
