import type pg from 'pg';
import { within } from './connection.ts';
import type { Leaf } from './feed.ts';

/** What is looked for in the log; what is undefined is not asked. */
export interface TimelineWish {
  /** These streams alone; undefined for every stream of the institution. */
  readonly streams?: readonly string[] | undefined;
  readonly type?: string | undefined;
  readonly by?: string | undefined;
  readonly as?: string | undefined;
  readonly verb?: string | undefined;
  readonly how?: 'act' | 'record' | 'clock' | 'refusal' | 'notice' | undefined;
  /** Law times, the first with it and the other without. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Where a page begins, which way it goes, and how much is looked through for it at most. */
export interface TimelineSpan {
  /** The leaf index before the first of the page in its order. */
  readonly after: number;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  readonly budget: number;
}

export type TimelineLeaf = Leaf & { readonly entry: string };

// Only so many leaves are looked at for one page: a rare thing in a long log is found over several pages, and none of
// them takes longer than another.
const SPAN = {
  asc: `select * from ledger.leaf where institution = ledger.institution() and idx > $1 order by idx limit $2`,
  desc: `select * from ledger.leaf where institution = ledger.institution() and idx < $1 order by idx desc limit $2`,
};
const OF_STREAMS = {
  asc: `select * from ledger.leaf where institution = ledger.institution() and stream = any ($12::text[]) and idx > $1
    order by idx limit $2`,
  desc: `select * from ledger.leaf where institution = ledger.institution() and stream = any ($12::text[]) and idx < $1
    order by idx desc limit $2`,
};

const HOW = `case when e.type = 'ActRefused' then 'refusal' when e.actor->>'as' = 'clock' then 'clock'
    when e.actor->>'recorder' is not null or l.stream like 'record/%' then 'record'
    when jsonb_typeof(e.data->'notices') = 'array' and e.data->'notices' <> '[]' then 'notice' else 'act' end`;

// An entry is canonical: what is asked for stands in its bytes in one spelling, and most entries are passed over without
// being taken apart.
const LIKELY = `($7::text is null or strpos(x.entry, '"by":"' || $7 || '"') > 0)
    and ($8::text is null or strpos(x.entry, '"as":"' || $8 || '"') > 0)
    and ($9::text is null or strpos(x.entry, '"verb":"' || $9 || '"') > 0)`;

const select = (
  span: string,
  order: 'asc' | 'desc',
): string => `select l.idx::float8 as idx, l.stream, l.version,
    e.type, e.at, e.leaf_hash, e.entry
  from (${span}) l join lateral (
    select x.type, x.at, x.leaf_hash, x.entry, j.entry->'actor' as actor, j.entry->'data' as data,
      j.entry->'command'->>'verb' as verb
    from ledger.entry x, lateral (select case when $11 and ${LIKELY} then x.entry::jsonb end as entry) j
    where x.institution = l.institution and x.stream = l.stream and x.version = l.version offset 0
  ) e on true
  where ($4::text is null or e.type = $4) and ($5::timestamptz is null or e.at >= $5)
    and ($6::timestamptz is null or e.at < $6)
    and ($7::text is null or e.actor->>'by' = $7) and ($8::text is null or e.actor->>'as' = $8)
    and ($9::text is null or e.verb = $9) and ($10::text is null or ${HOW} = $10)
  order by l.idx ${order} limit $3`;

/** Entries that fit, in the order that was asked for, out of at most `budget` leaves. */
export async function timeline(
  pool: pg.Pool,
  institution: string,
  wish: TimelineWish,
  { after, order, limit, budget }: TimelineSpan,
): Promise<readonly TimelineLeaf[]> {
  const { type, from, to, by, as, verb, how, streams } = wish;
  // Entries are taken apart only where a filter asks for what is inside them.
  const inside = [by, as, verb, how].some((each) => each !== undefined);
  const values = [after, budget, limit, type, from, to, by, as, verb, how, inside].map(
    (each) => each ?? null,
  );
  const statement = streams
    ? {
        name: `timeline-streams-${order}`,
        text: select(OF_STREAMS[order], order),
        values: [...values, streams],
      }
    : { name: `timeline-${order}`, text: select(SPAN[order], order), values };
  const rows = await within<LeafRow>(pool, institution, statement);
  return rows.map(({ at, leaf_hash, ...row }) => ({
    ...row,
    at: at.toISOString(),
    leafHash: leaf_hash.toString('hex'),
  }));
}

interface LeafRow {
  readonly idx: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly at: Date;
  readonly leaf_hash: Buffer;
  readonly entry: string;
}

const LAST_BY = `select l.idx::float8 as idx from ledger.leaf l join ledger.entry e
    on e.institution = l.institution and e.stream = l.stream and e.version = l.version
  where l.institution = ledger.institution() and l.idx between $1 and $2 and e.at <= $3
  order by l.idx desc limit 1`;
// The latest of a few: an unsigned act is dated to its day, and would seem to stand too late.
const AT = `select max(e.at) as at from ledger.leaf l join ledger.entry e
    on e.institution = l.institution and e.stream = l.stream and e.version = l.version
  where l.institution = ledger.institution() and l.idx between $1 - 8 and $1`;

/** Entries stand nearly in the order of their times: who acts at the same time may be placed a little apart. */
const SLACK = 1_000;

/**
 * The last leaf that was entered by this law time; -1 when there is none. Halves the log over and over, so that it looks
 * at a few entries whatever its length.
 */
export async function lastLeafBy(
  pool: pg.Pool,
  institution: string,
  size: number,
  at: string,
): Promise<number> {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const [row] = await within<{ at: Date | null }>(pool, institution, {
      name: 'leaf-at',
      text: AT,
      values: [middle],
    });
    if (row?.at && row.at.toISOString() <= at) low = middle + 1;
    else high = middle;
  }
  const values = [Math.max(0, low - SLACK), Math.min(size, low + SLACK), at];
  const [last] = await within<{ idx: number }>(pool, institution, { name: 'leaf-by', text: LAST_BY, values });
  return last?.idx ?? low - 1;
}
