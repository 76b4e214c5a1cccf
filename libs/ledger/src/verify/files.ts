import { createHash } from 'node:crypto';
import { PART, PART_OF } from '../files.ts';
import type { LogReader } from '../log-reader.ts';
import type { Cited, Place } from './cited.ts';
import type { Fault } from './faults.ts';

const FILES = 'select hash, bytes from ledger.file where institution = ledger.institution() order by hash';

/** Checks every stored original against its hash and its length, and that each cited one is stored. */
export async function fileFaults({ client }: LogReader, { files }: Cited): Promise<readonly Fault[]> {
  const absent = new Map(files);
  const faults: Fault[] = [];
  const { rows } = await client.query<{ hash: Buffer; bytes: number }>(FILES);
  for (const { hash, bytes } of rows) {
    const name = hash.toString('hex');
    const stored = await contentOf(client, hash);
    if (stored.hash !== name) faults.push(fault(files.get(name), `the original ${name} was altered`));
    else if (stored.bytes !== bytes)
      faults.push(
        fault(files.get(name), `the original ${name} has ${stored.bytes} bytes, its row says ${bytes}`),
      );
    absent.delete(name);
  }
  return [
    ...faults,
    ...[...absent].map(([hash, place]) => fault(place, `the original ${hash} is not there`)),
  ];
}

/** Reads an original part by part: one may be large. */
async function contentOf(
  client: LogReader['client'],
  hash: Buffer,
): Promise<{ readonly hash: string; readonly bytes: number }> {
  const hashing = createHash('sha256');
  for (let bytes = 0; ;) {
    const { rows } = await client.query<{ part: Buffer }>({
      name: 'file-part',
      text: PART_OF,
      values: [hash, bytes + 1, PART],
    });
    const part = rows[0]?.part ?? Buffer.of();
    hashing.update(part);
    bytes += part.length;
    if (part.length < PART) return { hash: hashing.digest('hex'), bytes };
  }
}

/** What no entry cites belongs to no stream. */
const fault = (place: Place | undefined, detail: string): Fault => ({
  ...(place ?? { stream: 'log', version: 0 }),
  fault: 'file',
  detail,
});
