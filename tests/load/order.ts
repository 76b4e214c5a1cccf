import { randomUUID } from 'node:crypto';
import { found, type Server } from './database.ts';
import type { Options } from './options.ts';
import { startSubject, type Running } from './subjects.ts';
import { judgeTail, TORTURE, type Seen, type Tail } from './tail.ts';

/** What a reader that follows the log was handed while it was written to, beside (b) and (f). */
export type Order = Readonly<Record<'b' | 'f', Tail>>;

export async function measureOrder(server: Server, { ms }: Options): Promise<Order> {
  const { owner, roles } = await server.copy('bench_tail');
  const institution = randomUUID();
  await found(owner, [institution]);
  const settings = { url: roles.app, sequencerUrl: roles.sequencer, institution };
  const f = await follow(await startSubject('subjects/tail.ts', settings), ms);
  const url = await server.create('bench_emmett_tail');
  return { b: await follow(await startSubject('peers/emmett-tail.mjs', { url }), ms), f };
}

async function follow(running: Running, ms: number): Promise<Tail> {
  try {
    await running.load({ clients: TORTURE.writers, ms: ms * 4 });
    const { seen, written } = await running.ask<{ seen: Seen[]; written: Seen[] }>('settle');
    return judgeTail(seen, written);
  } finally {
    await running.close();
  }
}
