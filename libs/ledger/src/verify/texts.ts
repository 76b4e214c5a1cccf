import { hex, type Entry, type Json } from '@mouding/evidence';
import { sha256 } from '../hashing.ts';
import type { LogReader } from '../log-reader.ts';
import type { Fault } from './faults.ts';

/** The first place that cites a text. */
interface Place {
  readonly stream: string;
  readonly version: number;
}

/** Texts that entries cite, by hash, each with the first entry that does. Hashes only: no text is held. */
export type Cited = Map<string, Place>;

/** Facts that name a definition of a procedure by its hash alone. */
const DEFINITION: Readonly<Record<string, (data: Entry['data']) => Json | undefined>> = {
  CaseOpened: ({ procedure }) => memberOf(procedure, 'hash'),
  ProcedurePublished: ({ hash }) => hash,
};

/** Notes every text that an entry cites in clear: references anywhere in its data, and definitions of procedures. */
export function noteCited(cited: Cited, { stream, version, type, data }: Entry): void {
  const note = (hash: Json | undefined): void => {
    if (typeof hash === 'string' && !cited.has(hash)) cited.set(hash, { stream, version });
  };
  note(DEFINITION[type]?.(data));
  // The canonical form bounds the depth of entries, and with it that of this walk.
  const walk = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    if (memberOf(value, 'scheme') === 'blob-sha256@1') note(memberOf(value, 'hash'));
    for (const member of Object.values(value)) walk(member);
  };
  walk(data);
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as { readonly [key: string]: Json })[name] : undefined;
}

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
export async function textFaults({ client }: LogReader, cited: Cited): Promise<readonly Fault[]> {
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
