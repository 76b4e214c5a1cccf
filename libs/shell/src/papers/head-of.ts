import type { PrintedHead } from '@mouding/documents';
import { checkpointFile, cosignedFirst } from '../log/published.ts';
import type { Reader } from '../queries/reader.ts';

/** So many lines of witnesses fit into a code that is still read from paper. */
const LINES = 4;

/**
 * 记录链校验值 for a paper: the first checkpoint over everything that was entered by a law time and that enough witnesses
 * have signed, so that the paper is the same whenever it is printed; while none has enough, the first that covers it, with
 * what stands under it. Null while nothing that reaches so far was signed.
 */
export async function headOfDay(
  { ledger, visitor, witnessing: { required } }: Reader,
  at: string,
): Promise<PrintedHead | null> {
  const { institution } = visitor;
  const { treeLogs } = ledger;
  const size = await ledger.logSize(institution);
  const last = await ledger.lastLeafBy(institution, size, at);
  if (last < 0) return null;
  const found =
    (await treeLogs.covering(institution, last, required)) ?? (await treeLogs.covering(institution, last));
  if (!found) return null;
  const cosignatures = cosignedFirst(found, Math.min(required, LINES));
  return {
    size: found.size,
    root: Buffer.from(found.root).toString('hex'),
    note: checkpointFile({ ...found, cosignatures }),
    witnesses: required === 0 ? null : { signed: Math.min(found.cosignatures.length, required), required },
  };
}
