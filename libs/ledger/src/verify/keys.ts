import type { LogReader } from '../log-reader.ts';
import type { Fault } from './faults.ts';

/** What the look at the data keys found. */
export interface KeyReport {
  /**
   * Subjects whose sealed bodies nobody can open although no destruction is recorded. The record is whole without them
   * (that is how a restore without the vault ends), so this is no fault; it is for the operator to know why.
   */
  readonly missing: readonly string[];
  readonly faults: readonly Fault[];
}

const MISSING = `select b.subject from (
    select institution, subject from ledger.sealed_body where institution = ledger.institution() group by 1, 2
  ) b
  where not exists (select from vault.data_key k where k.institution = b.institution and k.subject = b.subject)
    and not exists (select from ledger.destroyed_key d where d.institution = b.institution and d.subject = b.subject)
  order by 1`;

const BACK = `select k.subject from vault.data_key k
  join ledger.destroyed_key d on d.institution = k.institution and d.subject = k.subject
  where k.institution = ledger.institution() order by 1`;

interface SubjectRow {
  readonly subject: string;
}

/** Compares the data keys that exist with the sealed bodies and with the list of destroyed keys. */
export async function checkKeys({ client }: LogReader): Promise<KeyReport> {
  const missing = await client.query<SubjectRow>(MISSING);
  const back = await client.query<SubjectRow>(BACK);
  return {
    missing: missing.rows.map(({ subject }) => subject),
    faults: back.rows.map(({ subject }) => {
      const detail = `the key of ${subject} was destroyed, and is there`;
      return { stream: 'vault', version: 0, fault: 'key', detail };
    }),
  };
}
