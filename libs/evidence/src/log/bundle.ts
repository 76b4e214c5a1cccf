import { bigEndian, fromBigEndian, joined } from './bytes.ts';
import { fromUtf8, utf8 } from './utf8.ts';
import { TILE_WIDTH } from './tiles.ts';

const LENGTH_BYTES = 2;

/** Entries one after another, each behind its length. @source C2SP tlog-tiles, Log entries */
export const encodeBundle = (entries: readonly string[]): Uint8Array =>
  joined(
    ...entries.flatMap((entry) => {
      const bytes = utf8(entry);
      return [bigEndian(bytes.length, LENGTH_BYTES), bytes];
    }),
  );

/** The entries of a bundle. @throws RangeError where it ends in the middle of one, holds none, or more than 256 */
export function decodeBundle(bytes: Uint8Array): readonly string[] {
  const entries: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = fromBigEndian(bytes.subarray(at, at + LENGTH_BYTES));
    const end = at + LENGTH_BYTES + length;
    if (at + LENGTH_BYTES > bytes.length || end > bytes.length)
      throw new RangeError(`the bundle ends inside entry ${entries.length}`);
    entries.push(fromUtf8(bytes.subarray(at + LENGTH_BYTES, end)));
    at = end;
  }
  if (entries.length === 0 || entries.length > TILE_WIDTH)
    throw new RangeError(`a bundle of ${entries.length} entries`);
  return entries;
}
