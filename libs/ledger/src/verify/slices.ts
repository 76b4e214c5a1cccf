import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { WHOLE, type LogSource, type ReaderOptions, type Slice } from '../log-rows.ts';
import { checkChains, type ChainReport, type ChainWish } from './chain.ts';
import type { SliceNews, SliceOrder } from './slice-worker.ts';

/** A thread begins cold: it saves clearly more than it costs from so many entries on. */
const WORTH_THREADS = 200_000;
/** More connections than this are not asked of a database that others work with. */
const MOST = 8;

/** How many threads, and from how many entries on. */
export interface Threads {
  readonly most: number;
  readonly from: number;
}

const OF_THIS_MACHINE: Threads = { most: Math.min(MOST, availableParallelism()), from: WORTH_THREADS };

interface CheckWish {
  readonly threads?: Threads | undefined;
  onProgress?(entries: number): void;
}

/**
 * Checks the chains of a log on several cores: streams are independent of each other, so each thread takes as many as
 * hold its share of the entries, on a connection of its own, in the snapshot of the reader. Where there is one core or
 * a short log, or no thread can be had or one fails, the reader checks it all by itself.
 *
 * @throws what `onProgress` throws
 */
export async function checkInSlices(
  reader: LogSource,
  { url, institution }: ReaderOptions,
  { threads = OF_THIS_MACHINE, ...wish }: CheckWish,
): Promise<ChainReport> {
  const slices = await slicesOf(reader, threads);
  if (slices.length < 2) return checkChains(reader, wish);
  const { rows } = await reader.client.query<{ id: string }>('select pg_export_snapshot() as id');
  const orders = slices.map((slice) => ({ url, institution, snapshot: rows[0]?.id ?? '', slice }));
  const reports = await inThreads(orders, wish);
  return reports ? reports.reduce(together) : checkChains(reader, wish);
}

/** About equally many entries in each, by what the heads of the streams say; whatever they say, nothing is left out. */
const BOUNDS = `select max(stream) as stream, max(total) as total from (
    select stream, sum(version::float8) over (order by stream) - version as before, sum(version::float8) over () as total
    from ledger.stream_head where institution = ledger.institution()
  ) head
  group by floor(before * $1 / nullif(total, 0)) order by 1`;

async function slicesOf({ client }: LogSource, { most, from }: Threads): Promise<readonly Slice[]> {
  const { rows } = await client.query<{ stream: string; total: number }>(BOUNDS, [most]);
  if (most < 2 || (rows[0]?.total ?? 0) < from) return [WHOLE];
  const bounds = rows.slice(0, -1).map(({ stream }) => stream);
  return [...bounds, null].map((upTo, i) => ({ after: bounds[i - 1] ?? null, upTo }));
}

/** The slices follow each other: the first place that cites something is in the first of them that does. */
function together(one: ChainReport, next: ChainReport): ChainReport {
  return {
    threads: one.threads + next.threads,
    entries: one.entries + next.entries,
    ends: new Map([...one.ends, ...next.ends]),
    cited: {
      texts: new Map([...next.cited.texts, ...one.cited.texts]),
      trees: new Map([...next.cited.trees, ...one.cited.trees]),
      files: new Map([...next.cited.files, ...one.cited.files]),
    },
    founding: one.founding ?? next.founding,
    faults: [...one.faults, ...next.faults],
  };
}

/** Has each slice checked by a thread of its own; null where one could not. @throws what `onProgress` throws */
async function inThreads(
  orders: readonly SliceOrder[],
  wish: Pick<ChainWish, 'onProgress'>,
): Promise<readonly ChainReport[] | null> {
  const done = orders.map(() => 0);
  const workers: Worker[] = [];
  let heard: { readonly error: unknown } | undefined;
  const hear = (place: number, entries: number): void => {
    done[place] = entries;
    try {
      wish.onProgress?.(done.reduce((sum, each) => sum + each));
    } catch (error) {
      heard = { error };
      throw error;
    }
  };
  try {
    return await Promise.all(
      orders.map((order, place) => {
        const worker = begin(order);
        workers.push(worker);
        return reportOf(worker, (entries) => hear(place, entries));
      }),
    );
  } catch {
    if (heard) throw heard.error;
    return null;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

const HERE = fileURLToPath(import.meta.url);
const SOURCE = extname(HERE) === '.ts';
/** What is made of a batch is gone before a nursery of this size is full. Megabytes. */
const YOUNG = 64;

function begin(workerData: SliceOrder): Worker {
  return new Worker(new URL(`./slice-worker${extname(HERE)}`, import.meta.url), {
    workerData,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    ...(SOURCE ? { execArgv: ['--conditions=@mouding/source'] } : {}),
  });
}

function reportOf(worker: Worker, hear: (entries: number) => void): Promise<ChainReport> {
  return new Promise((resolve, reject) => {
    worker.on('message', (news: SliceNews) => {
      try {
        if (news.kind === 'done') resolve(news.report);
        hear(news.kind === 'done' ? news.report.entries : news.entries);
      } catch (error) {
        reject(error instanceof Error ? error : new Error('stopped'));
      }
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new Error('a thread ended early')));
  });
}
