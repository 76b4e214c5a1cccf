import type pg from 'pg';
import type { FolderFactory } from './folding.ts';
import { foldLog, type FoldedStream } from './fold-log.ts';
import { withReader, type LogReader } from './log-reader.ts';
import { inSnapshot, type ReaderOptions } from './log-rows.ts';
import { rowsJson } from './rest.ts';
import { storedRows, type RowTables } from './stored-rows.ts';
import type { Fault } from './verify/faults.ts';
import { NO_ROWS, rowFaults } from './verify/rows.ts';

/** The address is the owner's: read models are written by nobody else directly. */
export type RebuildOptions = ReaderOptions;

/** What a rebuild did. */
export interface RebuildReport {
  /** The rows were rebuilt from the entries up to this leaf index; -1 for an empty log. */
  readonly leafIndex: number;
  readonly streams: number;
  readonly facts: number;
  /** Streams whose live rows were replaced (all that no later entry had moved meanwhile). */
  readonly replaced: number;
  /** Where live rows differed from the rebuilt ones: what the rebuild mended. */
  readonly differences: readonly Fault[];
  /** Streams that the rules cannot fold; their rows were left alone. */
  readonly stuck: readonly Fault[];
}

/** Thrown when the shadow tables do not hold what was folded into them. */
export class ShadowDiffers extends Error {}

const SHADOW: RowTables = { item: 'pg_temp.item', obligation: 'pg_temp.obligation' };
const BATCH = 500;

/**
 * Folds the log again, up to the leaf index that it has now, into shadow tables; compares them with the live rows of
 * the same versions; and puts them in the place of those in one transaction. Commands go on meanwhile: a stream that
 * moved on keeps its live rows, which its own command wrote.
 */
export function rebuildProjections(options: RebuildOptions, factory: FolderFactory): Promise<RebuildReport> {
  return withReader(options, async (reader) => {
    const rebuilt = await inSnapshot(reader, 'read write', () => fill(reader, factory));
    return { ...rebuilt, replaced: await swap(reader.client) };
  });
}

// Temporary tables live as long as their connection: what a rebuild that fell leaves behind is nothing.
const SHADOW_TABLES = [
  'create temporary table item (like ledger.item including indexes)',
  'create temporary table obligation (like ledger.obligation including indexes)',
  'create temporary table rebuilt (stream text collate "C" primary key, version int not null)',
];

async function fill(reader: LogReader, factory: FolderFactory): Promise<Omit<RebuildReport, 'replaced'>> {
  for (const text of SHADOW_TABLES) await reader.client.query(text);
  const leafIndex = await lastIndex(reader.client);
  const stuck: Fault[] = [];
  const folds = await fillShadow(reader, factory, leafIndex, stuck);
  const differences = await compare(reader, folds);
  return { leafIndex, streams: folds.streams.size, facts: folds.facts, differences, stuck };
}

async function lastIndex(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ idx: number }>(
    'select coalesce(max(idx), -1)::float8 as idx from ledger.leaf where institution = ledger.institution()',
  );
  return rows[0]?.idx ?? -1;
}

interface Folds {
  readonly streams: Map<string, FoldedStream>;
  facts: number;
}

async function fillShadow(
  reader: LogReader,
  factory: FolderFactory,
  upTo: number,
  stuck: Fault[],
): Promise<Folds> {
  const folds: Folds = { streams: new Map(), facts: 0 };
  const batch: FoldedStream[] = [];
  for await (const fold of foldLog(reader, await factory(reader.text), upTo)) {
    folds.facts += fold.facts;
    if (fold.stuck) {
      stuck.push({ stream: fold.stream, version: fold.stuck.version, fault: 'fold', detail: fold.stuck.why });
      continue;
    }
    folds.streams.set(fold.stream, fold);
    batch.push(fold);
    if (batch.length === BATCH) await writeShadow(reader.client, batch.splice(0));
  }
  await writeShadow(reader.client, batch);
  return folds;
}

const WRITE_SHADOW = [
  `insert into pg_temp.rebuilt select r.stream, r.version from jsonb_to_recordset($1) as r(stream text, version int)`,
  `insert into pg_temp.item (institution, stream, version, kind, id, case_id, stage, status, label, department, due, no)
    select ledger.institution(), r.stream, r.version, i.kind, i.id, i.case_id, i.stage, i.status, i.label, i.department, i.due, i.no
    from jsonb_to_recordset($1) as r(stream text, version int, item jsonb),
      jsonb_to_record(case jsonb_typeof(r.item) when 'object' then r.item end)
        as i(kind text, id text, case_id text, stage text, status text, label text, department text, due timestamptz, no int)
    where jsonb_typeof(r.item) = 'object'`,
  `insert into pg_temp.obligation (institution, stream, name, version, holder, verb, case_id, due)
    select ledger.institution(), r.stream, o.name, r.version, o.holder, o.verb, o.case_id, o.due
    from jsonb_to_recordset($1) as r(stream text, version int, obligations jsonb),
      jsonb_to_recordset(r.obligations) as o(name text, holder text, verb text, case_id text, due timestamptz)`,
];

async function writeShadow(client: pg.Client, folds: readonly FoldedStream[]): Promise<void> {
  const rows = JSON.stringify(folds.map(({ stream, version, rows: of }) => rowsJson(stream, version, of)));
  for (const text of WRITE_SHADOW) await client.query({ text, values: [rows] });
}

// The live rows were read in the same snapshot as the log, so a row of another version is of a stream that has entries
// without an index yet: newer, and not to be compared.
async function compare(reader: LogReader, { streams }: Folds): Promise<readonly Fault[]> {
  const shadow = await storedRows(reader, SHADOW);
  const live = await storedRows(reader);
  const heads = await headVersions(reader.client);
  const faults = [...streams.values()].flatMap(({ stream, version, rows }) => {
    const wrong = rowFaults(stream, version, rows, shadow.get(stream));
    if (wrong[0]) throw new ShadowDiffers(`${stream}: ${wrong[0].detail}`);
    return heads.get(stream) === version ? rowFaults(stream, version, rows, live.get(stream)) : [];
  });
  const strays = [...live].filter(([stream]) => !heads.has(stream));
  return [...faults, ...strays.flatMap(([stream, rows]) => rowFaults(stream, 0, NO_ROWS, rows))];
}

async function headVersions(client: pg.Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ stream: string; version: number }>(
    'select stream, version from ledger.stream_head where institution = ledger.institution()',
  );
  return new Map(rows.map(({ stream, version }) => [stream, version]));
}

// No command writes rows while the lock is held, so "has not moved" stays true until the swap is committed.
const SWAP = [
  'lock table ledger.item, ledger.obligation in share row exclusive mode',
  `delete from pg_temp.rebuilt r where not exists (select from ledger.stream_head h
    where h.institution = ledger.institution() and h.stream = r.stream and h.version = r.version)`,
  ...['item', 'obligation'].flatMap((table) => [
    `delete from ledger.${table} l where l.institution = ledger.institution() and not exists (
      select from ledger.stream_head h where h.institution = l.institution and h.stream = l.stream)`,
    `delete from ledger.${table} l using pg_temp.rebuilt r where l.institution = ledger.institution() and l.stream = r.stream`,
    `insert into ledger.${table} select s.* from pg_temp.${table} s join pg_temp.rebuilt r on r.stream = s.stream`,
  ]),
];

async function swap(client: pg.Client): Promise<number> {
  await client.query('begin');
  for (const text of SWAP) await client.query(text);
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from pg_temp.rebuilt');
  await client.query('commit');
  return rows[0]?.n ?? 0;
}
