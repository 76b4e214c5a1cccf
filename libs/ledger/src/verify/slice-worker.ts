import { parentPort, workerData } from 'node:worker_threads';
import { inSnapshot, withSource, type ReaderOptions, type Slice } from '../log-rows.ts';
import { checkChains, type ChainReport } from './chain.ts';

/** What one thread is to check. */
export interface SliceOrder extends ReaderOptions {
  /** The snapshot that was exported by whoever ordered it: all threads see the same record. */
  readonly snapshot: string;
  readonly slice: Slice;
}

/** What it says meanwhile and in the end. */
export type SliceNews =
  | { readonly kind: 'checked'; readonly entries: number }
  | { readonly kind: 'done'; readonly report: ChainReport };

/** Entries between two words of how far it is. */
const EVERY = 5_000;

async function check(order: SliceOrder, tell: (news: SliceNews) => void): Promise<void> {
  let told = 0;
  const onProgress = (entries: number): void => {
    if (entries - told < EVERY) return;
    told = entries;
    tell({ kind: 'checked', entries });
  };
  const report = await withSource(order, (source) =>
    inSnapshot(source, 'read only', async () => {
      await source.client.query(`set transaction snapshot ${source.client.escapeLiteral(order.snapshot)}`);
      return checkChains(source, { slice: order.slice, onProgress });
    }),
  );
  tell({ kind: 'done', report });
}

await check(workerData as SliceOrder, (news) => parentPort?.postMessage(news));
