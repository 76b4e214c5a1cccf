import type pg from 'pg';
import { single } from './connection.ts';

/** When a process last said that it works: machine time, and how long ago that was when it was asked. */
export interface Heartbeat {
  readonly process: string;
  readonly secondsAgo: number;
}

/** Says that a process works. Needs the worker's role. */
export async function beat(pool: pg.Pool, process: string): Promise<void> {
  const text = `insert into ledger.heartbeat (process, at) values ($1, clock_timestamp())
    on conflict (process) do update set at = excluded.at`;
  await single(pool, { name: 'beat', text, values: [process] });
}

export async function heartbeats(pool: pg.Pool): Promise<readonly Heartbeat[]> {
  const text = `select process, extract(epoch from clock_timestamp() - at)::float8 as "secondsAgo"
    from ledger.heartbeat order by process`;
  return single<Heartbeat>(pool, { name: 'heartbeats', text, values: [] });
}
