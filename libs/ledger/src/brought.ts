import type pg from 'pg';
import { within } from './connection.ts';
import { broughtIn, broughtStatement } from './read-ahead.ts';

/** Which of these texts and originals (hashes in hex) a person brought, with the law time at which first. */
export async function brought(
  pool: pg.Pool,
  institution: string,
  person: string,
  hashes: readonly string[],
): Promise<ReturnType<typeof broughtIn>> {
  return broughtIn(await within(pool, institution, broughtStatement(person, hashes)));
}
