import type pg from 'pg';
import { jobsRole } from '../roles.ts';

/** The queue is its role's alone; the owner may take that role on. */
async function asJobs<T>(client: pg.Client, prefix: string, work: () => Promise<T>): Promise<T> {
  await client.query(`set local role ${client.escapeIdentifier(jobsRole(prefix))}`);
  const done = await work();
  await client.query('reset role');
  return done;
}

/** Jobs that wait or run, each as one line. What was handed to the queue is in no table of the record any more. */
export async function* jobLines(client: pg.Client, prefix: string): AsyncGenerator<string> {
  const { rows } = await asJobs(client, prefix, () => client.query<{ line: string }>(JOBS));
  for (const { line } of rows) yield line;
}

const JOBS = `select json_build_object('task', t.identifier, 'payload', j.payload, 'queue', q.queue_name,
    'at', j.run_at, 'most', j.max_attempts, 'key', j.key)::text as line
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  order by j.id`;

/** Queues them anew: a job that was running when the backup was made runs once more, as after a crash. */
export async function putJobs(
  client: pg.Client,
  prefix: string,
  lines: AsyncIterable<string>,
): Promise<number> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  await asJobs(client, prefix, () => client.query(PUT, [all]));
  return all.length;
}

const PUT = `select graphile_worker.add_job(identifier => j.task, payload => j.payload, queue_name => j.queue,
    run_at => j.at, max_attempts => j.most, job_key => j.key)
  from unnest($1::text[]) with ordinality as l(line, place)
  cross join lateral json_to_record(l.line::json)
    as j(task text, payload json, queue text, at timestamptz, most int, key text)
  order by l.place`;
