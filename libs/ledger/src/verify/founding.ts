import type { Entry } from '@mouding/evidence';
import type { LogReader } from '../log-reader.ts';
import type { Fault } from './faults.ts';

type Row = Readonly<Record<'name' | 'code' | 'mode', string>>;

const TEXT = 'select name, code, mode from ledger.institution where institution = ledger.institution()';

/** Compares the institution's row with its founding entry. A log that does not begin with one has nothing to compare. */
export async function foundingFaults(
  { client, institution }: LogReader,
  founding: Entry | undefined,
): Promise<readonly Fault[]> {
  if (founding?.type !== 'InstitutionFounded') return [];
  const { rows } = await client.query<Row>(TEXT);
  const row = rows[0];
  const said = founding.data as Row;
  return (['name', 'code', 'mode'] as const)
    .filter((column) => row?.[column] !== said[column])
    .map((column) => {
      const detail = `column ${column} says ${row?.[column] ?? 'nothing'}, the founding entry says ${said[column]}`;
      return { stream: `org/${institution}`, version: 1, fault: 'institution', detail };
    });
}
