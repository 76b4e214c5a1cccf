import type { HashTile } from '@mouding/evidence';
import type { Statement } from './connection.ts';
import type { LogGeneration, LogRestart, LogState, StoredCheckpoint } from './tree-log.ts';

const OWN = 'institution = ledger.institution()';
const COUNTS = `(select max(generation) from ledger.log_generation where ${OWN})`;

/** The log that counts. */
export const GENERATION: Statement = {
  name: 'log-generation',
  text: `select generation, origin from ledger.log_generation where ${OWN} order by generation desc limit 1`,
  values: [],
};

/** Logs that a declaration opened. */
export const RESTARTS: Statement = {
  name: 'log-restarts',
  text: `select generation, origin, reason, after_size::float8 as size, after_root as root, at
    from ledger.log_generation where ${OWN} and generation > 0 order by generation`,
  values: [],
};

/** A log, the first or a further one. */
export const openLog = (
  { generation, origin }: LogGeneration,
  restart?: Pick<LogRestart, 'reason' | 'after'>,
): Statement => ({
  name: 'open-log',
  text: `insert into ledger.log_generation (institution, generation, origin, reason, after_size, after_root)
    values (ledger.institution(), $1, $2, $3, $4, $5) on conflict (institution, generation) do nothing`,
  values: [
    generation,
    origin,
    restart?.reason ?? null,
    restart?.after.size ?? null,
    restart?.after.root ?? null,
  ],
});

const checkpoints = (name: string, which: string, values: readonly unknown[]): Statement => ({
  name,
  text: `select c.generation, g.origin, c.size::float8 as size, c.root, c.note, c.at, array(
      select s.line from ledger.cosignature s
      where s.institution = c.institution and s.generation = c.generation and s.size = c.size order by s.witness
    ) as cosignatures
    from ledger.checkpoint c join ledger.log_generation g on g.institution = c.institution and g.generation = c.generation
    where c.institution = ledger.institution() and c.generation = ${COUNTS} and ${which} limit 1`,
  values,
});

/** What was signed last; with some witnesses, the last under which so many of them have signed. */
export const newest = (witnesses: number): Statement =>
  witnesses === 0
    ? checkpoints('newest-checkpoint', 'true order by c.size desc', [])
    : checkpoints('newest-witnessed', NEWEST, [witnesses]);

const SIGNED = `select size from ledger.cosignature where ${OWN} and generation = ${COUNTS}`;
const NEWEST = `c.size = (${SIGNED} group by size having count(*) >= $1 order by size desc limit 1)`;
const COVERING = `c.size = (${SIGNED} and size > $1 group by size having count(*) >= $2 order by size limit 1)`;

/** The first checkpoint that has the leaf; with some witnesses, the first of those that so many of them have signed. */
export const covering = (idx: number, witnesses: number): Statement =>
  witnesses === 0
    ? checkpoints('covering-checkpoint', 'c.size > $1 order by c.size', [idx])
    : checkpoints('covering-witnessed', COVERING, [idx, witnesses]);
/** The checkpoint of a size. */
export const ofSize = (size: number): Statement =>
  checkpoints('checkpoint-of-size', 'c.size = $1 order by c.size', [size]);

/** A checkpoint; a second of the same size says the same, since one key signs one tree of a size. */
export const publish = ({
  generation,
  size,
  root,
  note,
}: Pick<StoredCheckpoint, 'generation' | 'size' | 'root' | 'note'>): Statement => ({
  name: 'publish-checkpoint',
  text: `insert into ledger.checkpoint (institution, generation, size, root, note)
    values (ledger.institution(), $1, $2, $3, $4) on conflict (institution, generation, size) do nothing`,
  values: [generation, size, root, note],
});

/** Tiles as far as they are filled; one that is fuller already stays. */
export const keepTiles = (generation: number, tiles: readonly HashTile[]): Statement => ({
  name: 'keep-tiles',
  text: `insert into ledger.tile (institution, generation, level, idx, hashes)
    select ledger.institution(), $1, t.level, t.idx, t.hashes
    from unnest($2::smallint[], $3::bigint[], $4::bytea[]) as t (level, idx, hashes) order by t.level, t.idx
    on conflict (institution, generation, level, idx) do update set hashes = excluded.hashes
    where octet_length(excluded.hashes) > octet_length(tile.hashes)`,
  values: [
    generation,
    tiles.map(({ level }) => level),
    tiles.map(({ index }) => index),
    tiles.map(({ bytes }) => Buffer.from(bytes)),
  ],
});

/** A witness's line. */
export const cosign = (
  { generation, size }: Pick<StoredCheckpoint, 'generation' | 'size'>,
  { witness, line, seconds }: { readonly witness: string; readonly line: string; readonly seconds: number },
): Statement => ({
  name: 'cosign',
  text: `insert into ledger.cosignature (institution, generation, size, witness, line, seconds)
    values (ledger.institution(), $1, $2, $3, $4, $5) on conflict do nothing`,
  values: [generation, size, witness, line, seconds],
});

/** How far a witness has gone. */
export const cosignedBy = (witness: string): Statement => ({
  name: 'cosigned-by',
  text: `select coalesce(max(size), 0)::float8 as size from ledger.cosignature
    where ${OWN} and generation = ${COUNTS} and witness = $1`,
  values: [witness],
});

/** A tile of the log that counts. */
export const tile = (level: number, index: number): Statement => ({
  name: 'tile',
  text: `select hashes from ledger.tile where ${OWN} and generation = ${COUNTS} and level = $1 and idx = $2`,
  values: [level, index],
});

/** The lowest tiles of the log that counts, from one to another. */
export const lowestTiles = (first: number, last: number): Statement => ({
  name: 'lowest-tiles',
  text: `select idx::float8 as idx, hashes from ledger.tile
    where ${OWN} and generation = ${COUNTS} and level = 0 and idx between $1 and $2`,
  values: [first, last],
});

/** All tiles of the log that counts by their lengths, those above the lowest with their hashes. */
export const TILES: Statement = {
  name: 'tiles',
  text: `select level, idx::float8 as idx, octet_length(hashes) as length, case when level > 0 then hashes end as hashes
    from ledger.tile where ${OWN} and generation = ${COUNTS}`,
  values: [],
};

/** Leaves with their entries. One look-up by key each, whatever the planner believes. */
export const leaves = (from: number, limit: number): Statement => ({
  name: 'leaf-entries',
  text: `select l.idx::float8 as idx, l.stream, l.version, e.entry, e.leaf_hash as "leafHash"
    from ledger.leaf l left join lateral (
      select e.entry, e.leaf_hash from ledger.entry e
      where e.institution = l.institution and e.stream = l.stream and e.version = l.version offset 0
    ) e on true
    where l.institution = ledger.institution() and l.idx >= $1 order by l.idx limit $2`,
  values: [from, limit],
});

/** How checkpoints come along; `since` stays while the state does. */
export const noteState = ({ state, zh, en }: LogState): Statement => ({
  name: 'note-log-state',
  text: `insert into ledger.log_state as s (institution, state, reason_zh, reason_en) values (ledger.institution(), $1, $2, $3)
    on conflict (institution) do update set state = excluded.state, reason_zh = excluded.reason_zh,
      reason_en = excluded.reason_en, at = excluded.at,
      since = case when s.state = excluded.state then s.since else excluded.since end`,
  values: [state, zh, en],
});

/** How they do. */
export const STATE: Statement = {
  name: 'log-state',
  text: `select state, reason_zh as zh, reason_en as en, since from ledger.log_state where ${OWN}`,
  values: [],
};
