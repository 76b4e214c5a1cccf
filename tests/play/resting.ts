import { until } from 'mouding/until';
import type { Company } from './company.ts';
import { query } from './log.ts';

interface Job {
  readonly task: string;
  readonly attempts: number;
  readonly error: string | null;
  readonly locked: string | null;
}

/** What is still to be done by machines, a line each. */
export async function waiting(
  ownerUrl: string,
  { houses }: Pick<Company, 'houses'>,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const house of Object.values(houses) as string[]) {
    const text = `select
      (select count(*)::int from ledger.unsequenced where institution = $1) as unsequenced,
      (select count(*)::int from ledger.deadline where institution = $1 and due <= ledger.law_now($1)) as due`;
    const [row] = await query<{ unsequenced: number; due: number }>(ownerUrl, text, [house]);
    if (row && row.unsequenced > 0) lines.push(`${row.unsequenced} entries without a place`);
    if (row && row.due > 0) lines.push(`${row.due} deadlines`);
  }
  const jobs = await query<Job>(
    ownerUrl,
    `select task_identifier as task, attempts, last_error as error, locked_by as locked from graphile_worker.jobs`,
  );
  lines.push(
    ...jobs.map(
      ({ task, attempts, error, locked }) =>
        `job ${task} after ${attempts} attempts, held by ${locked}: ${error}`,
    ),
  );
  return lines;
}

/** Waits until the worker has nothing left to do of what people have done so far. */
export const untilAtRest = (ownerUrl: string, company: Pick<Company, 'houses'>): Promise<true> =>
  until('the machines to come to rest', async () =>
    (await waiting(ownerUrl, company)).length === 0 ? true : undefined,
  );
