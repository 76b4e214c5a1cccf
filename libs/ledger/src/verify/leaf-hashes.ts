import { HASH_BYTES, leafHash } from '@mouding/evidence';
import { copyRows } from '../copied-rows.ts';
import { sha256 } from '../hashing.ts';
import { inSnapshot, withSource, type LogSource, type ReaderOptions } from '../log-rows.ts';
import { declarationIn } from './restarts.ts';

/** One leaf, its hash made anew of the bytes of its entry. */
export interface Leaf {
  readonly idx: number;
  readonly hash: Buffer;
  /** Whether there is an entry; where there is none, the hash is that of nothing. */
  readonly isThere: boolean;
}

/** The leaves of a log in the order of their indexes: 32 bytes are held of each. */
export interface Leaves {
  readonly length: number;
  at(place: number): Leaf;
  /** Names of logs that the record declares to begin. */
  readonly declared: ReadonlySet<string>;
}

/** Entries between two words of how far it is; the last word comes with the last entry. */
const EVERY = 5_000;

/**
 * Reads every entry that has an index, and hashes it. Entries are read in the order of their keys, as they lie in the
 * database, and put in that of their indexes here: a look-up for each would take longer than all the rest.
 */
export const readLeaves = (options: ReaderOptions, onProgress?: (done: number) => void): Promise<Leaves> =>
  withSource(options, (source) =>
    inSnapshot(source, 'read only', async () => {
      const { rows } = await source.client.query<{ leaves: number }>(COUNT);
      const leaves = openLeaves(rows[0]?.leaves ?? 0);
      let done = 0;
      await copyRows(source.client, LEAVES, (row) => {
        leaves.put(row.bigint(), row.leaf());
        done += 1;
        if (done % EVERY === 0) onProgress?.(done);
      });
      onProgress?.(done);
      return { ...leaves.inOrder(), declared: await declaredIn(source) };
    }),
  );

const COUNT = 'select count(*)::float8 as leaves from ledger.leaf where institution = ledger.institution()';

const LEAVES = `select l.idx, e.entry from ledger.leaf l
  left join ledger.entry e on e.institution = l.institution and e.stream = l.stream and e.version = l.version
  where l.institution = ledger.institution()`;

/** By the bytes of the entries, whatever their columns say. */
const DECLARATIONS = `select e.stream, e.entry from ledger.leaf l
  join ledger.entry e on e.institution = l.institution and e.stream = l.stream and e.version = l.version
  where l.institution = ledger.institution() and l.stream > 'org/' and l.stream < 'org0'
    and e.stream > 'org/' and e.stream < 'org0' and strpos(e.entry, '"LogRestarted"') > 0`;

async function declaredIn({ client }: LogSource): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ stream: string; entry: string }>(DECLARATIONS);
  return new Set(rows.flatMap((row) => declarationIn(row) ?? []));
}

interface OpenLeaves {
  put(idx: number, hash: string | null): void;
  inOrder(): Omit<Leaves, 'declared'>;
}

/** Where a leaf is on its place: what is known of it. */
const [NOTHING_YET, HERE, GONE] = [0, 1, 2] as const;

/** @param count how many leaves there are; those that have no place of their own among as many are kept aside */
function openLeaves(count: number): OpenLeaves {
  const hashes = Buffer.alloc(count * HASH_BYTES);
  const state = new Uint8Array(count);
  const strays: Leaf[] = [];
  const placed = (idx: number): Leaf => ({
    idx,
    hash: hashes.subarray(idx * HASH_BYTES, (idx + 1) * HASH_BYTES),
    isThere: state[idx] === HERE,
  });
  return {
    put(idx, hash) {
      const bytes = hash ?? NO_ENTRY;
      if (state[idx] === NOTHING_YET) {
        hashes.write(bytes, idx * HASH_BYTES, 'hex');
        state[idx] = hash === null ? GONE : HERE;
      } else strays.push({ idx, hash: Buffer.from(bytes, 'hex'), isThere: hash !== null });
    },
    inOrder() {
      if (strays.length === 0) return { length: count, at: placed };
      const own = Array.from(state.keys()).filter((idx) => state[idx] !== NOTHING_YET);
      const all = [...own.map(placed), ...strays].toSorted((one, other) => one.idx - other.idx);
      return { length: all.length, at: (place) => all[place] ?? placed(place) };
    },
  };
}

const NO_ENTRY = Buffer.from(leafHash('', sha256)).toString('hex');
