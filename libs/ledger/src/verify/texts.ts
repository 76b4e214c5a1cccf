import { hex } from '@mouding/evidence';
import { sha256 } from '../hashing.ts';
import type { LogReader } from '../log-reader.ts';
import type { Cited, Place } from './cited.ts';
import type { Fault } from './faults.ts';

interface BlobRow {
  readonly hash: Buffer;
  readonly content: Buffer;
  readonly bytes: number;
}

const BLOBS =
  'select hash, content, bytes from ledger.blob where institution = ledger.institution() order by hash';
/** Texts in memory at a time: one may be large. */
const BATCH = 8;

/** Checks every stored text against its hash and its length, and that each cited one is stored. */
export async function textFaults({ client }: LogReader, { texts: cited }: Cited): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const absent = new Map(cited);
  await client.query(`declare texts no scroll cursor for ${BLOBS}`);
  for (;;) {
    const { rows } = await client.query<BlobRow>({ name: 'texts', text: `fetch ${BATCH} from texts` });
    if (rows.length === 0) break;
    for (const row of rows) {
      const hash = row.hash.toString('hex');
      const why = wrongText(row, hash);
      if (why) faults.push(fault(cited.get(hash), `the text ${hash} ${why}`));
      absent.delete(hash);
    }
  }
  await client.query('close texts');
  return [...faults, ...[...absent].map(([hash, place]) => fault(place, `the text ${hash} is not there`))];
}

function wrongText({ content, bytes }: BlobRow, hash: string): string | undefined {
  if (hex(sha256(content)) !== hash) return 'was altered';
  return content.length === bytes ? undefined : `has ${content.length} bytes, its row says ${bytes}`;
}

/** What no entry cites belongs to no stream. */
const fault = (place: Place | undefined, detail: string): Fault => ({
  ...(place ?? { stream: 'log', version: 0 }),
  fault: 'text',
  detail,
});
