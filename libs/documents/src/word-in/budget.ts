import { beginOf, type Zip, type ZipEntry } from '../zip-in.ts';
import type { WordLimits } from './limits.ts';
import { NotRead } from './unreadable.ts';

/** Small parts of repeated markup are packed tightly in honest files too. */
const SMALL = 1_048_576;

/** A name that leaves its folder, names a disk, or hides what it is. */
const BAD_PATH = /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:|\\|[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/**
 * Holds what the directory of a zip declares to the limits, before anything is unpacked.
 *
 * @throws NotRead
 */
export function holdToBudget(bytes: Buffer, zip: Zip, limits: WordLimits): void {
  const sum = { size: 0, packed: 0 };
  for (const entry of zip.entries) {
    if (BAD_PATH.test(entry.name)) throw new NotRead('bad-path');
    hold(entry, limits.entry, limits.ratio);
    sum.size += entry.size;
    sum.packed += entry.packed;
  }
  hold(sum, limits.total, limits.ratio);
  holdApart(bytes, zip.entries);
}

type Sizes = Pick<ZipEntry, 'size' | 'packed'>;

function hold({ size, packed }: Sizes, most: number, ratio: number): void {
  if (size > SMALL && size > packed * ratio) throw new NotRead('packed-too-tightly');
  if (size > most) throw new NotRead('unpacks-too-large');
}

/** Parts that share bytes unpack to more than the file can hold. */
function holdApart(bytes: Buffer, entries: readonly ZipEntry[]): void {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset < end) throw new NotRead('overlapping');
    end = beginOf(bytes, entry) + entry.packed;
  }
}
