import { readTreeDocument, rootOf, treeDocument } from '@mouding/text';
import { hex } from '@mouding/evidence';
import { sha256 } from '../hashing.ts';
import type { LogReader } from '../log-reader.ts';
import type { Cited, Place } from './cited.ts';
import type { Fault } from './faults.ts';

interface TreeRow {
  readonly root: Buffer;
  readonly hash: Buffer;
  readonly content: Buffer;
  readonly bytes: number;
}

const TREES =
  'select root, hash, content, bytes from ledger.tree where institution = ledger.institution() order by root';
/** Texts in memory at a time: one may be large. */
const BATCH = 8;

/** Makes the root of every stored tree again from its document, and checks that each cited tree is stored. */
export async function treeFaults({ client }: LogReader, { trees: cited }: Cited): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  const absent = new Map(cited);
  await client.query(`declare trees no scroll cursor for ${TREES}`);
  for (;;) {
    const { rows } = await client.query<TreeRow>({ name: 'trees', text: `fetch ${BATCH} from trees` });
    if (rows.length === 0) break;
    for (const row of rows) {
      const root = row.root.toString('hex');
      const why = wrongTree(row, root);
      if (why) faults.push(fault(cited.get(root), `the text ${root} ${why}`));
      absent.delete(root);
    }
  }
  await client.query('close trees');
  return [...faults, ...[...absent].map(([root, place]) => fault(place, `the text ${root} is not there`))];
}

function wrongTree({ content, hash, bytes }: TreeRow, root: string): string | undefined {
  if (rootIn(content.toString('utf8')) !== root) return 'was altered';
  if (hex(sha256(content)) !== hash.toString('hex')) return 'has another hash than its row says';
  return content.length === bytes ? undefined : `has ${content.length} bytes, its row says ${bytes}`;
}

/** The root of the tree in a document; none where it is no tree, or not written in its one form. */
function rootIn(document: string): string | undefined {
  try {
    const tree = readTreeDocument(document);
    return treeDocument(tree) === document ? rootOf(tree, sha256) : undefined;
  } catch {
    return undefined;
  }
}

/** What no entry cites belongs to no stream. */
const fault = (place: Place | undefined, detail: string): Fault => ({
  ...(place ?? { stream: 'log', version: 0 }),
  fault: 'text',
  detail,
});
