import type { PrintedHead } from '@mouding/documents';
import { checkpointFile } from '../log/published.ts';
import type { Reader } from '../queries/reader.ts';

/**
 * 记录链校验值 for a paper: the first checkpoint over everything that was entered by a law time, so that the paper is the
 * same whenever it is printed; null while nothing that reaches so far was signed.
 */
export async function headOfDay({ ledger, visitor }: Reader, at: string): Promise<PrintedHead | null> {
  const { institution } = visitor;
  const size = await ledger.logSize(institution);
  const last = await ledger.lastLeafBy(institution, size, at);
  const found = last < 0 ? undefined : await ledger.treeLogs.covering(institution, last);
  if (!found) return null;
  return {
    size: found.size,
    root: Buffer.from(found.root).toString('hex'),
    note: checkpointFile({ ...found, cosignatures: [] }),
  };
}
