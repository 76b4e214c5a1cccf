import type pg from 'pg';
import { single } from './connection.ts';

/**
 * The queue keeps a job locked for four hours after its worker fell. Ours take well under a second and act once however
 * often they run, so that a quarter of a minute tells that nobody is at them any more.
 */
const ABANDONED = `select count(*)::int as freed, graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
  from graphile_worker.jobs where locked_at < now() - interval '15 seconds' having count(*) > 0`;

/** Gives jobs back that a fallen worker held; answers how many. Needs the worker's role. */
export async function freeAbandonedJobs(pool: pg.Pool): Promise<number> {
  const [row] = await single<{ freed: number }>(pool, { name: 'free-jobs', text: ABANDONED, values: [] });
  return row?.freed ?? 0;
}

const FORWARD = { name: 'forward-jobs', text: 'select ledger.forward_jobs($1) as taken' };

/** Hands at most `most` jobs of the outbox on to the queue; answers how many. Needs the worker's role. */
export async function forwardJobs(pool: pg.Pool, most: number): Promise<number> {
  const [row] = await single<{ taken: number }>(pool, { ...FORWARD, values: [most] });
  return row?.taken ?? 0;
}
