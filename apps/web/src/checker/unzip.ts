import type { BundleFiles } from '@mouding/contract';

/** Thrown for bytes that are no zip. */
export class NoZip extends Error {}

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const LONGEST_COMMENT = 65_535;
const DEFLATED = 8;
/** Of one file, unpacked; a bundle holds no larger original. */
const MOST_BYTES = 512 * 1024 * 1024;

interface Place {
  readonly path: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Every file of a zip, unpacked. @throws NoZip */
export async function unzipped(bytes: Uint8Array): Promise<BundleFiles> {
  const files = new Map<string, Uint8Array>();
  for (const place of placesIn(bytes)) {
    if (files.has(place.path)) throw new NoZip(`${place.path} is there twice`);
    files.set(place.path, await contentAt(bytes, place));
  }
  return filesFrom(files);
}

/** The files of a bundle by their paths. */
export function filesFrom(files: ReadonlyMap<string, Uint8Array>): BundleFiles {
  return {
    paths: [...files.keys()],
    bytes: (path) => files.get(path),
    text(path) {
      const content = files.get(path);
      if (!content) return undefined;
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
      } catch {
        return undefined;
      }
    },
  };
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function placesIn(bytes: Uint8Array): readonly Place[] {
  const view = viewOf(bytes);
  const end = endOf(view);
  const places: Place[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new NoZip('no directory');
    const length = view.getUint16(at + 28, true);
    places.push({
      path: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return places;
}

/** Where the directory ends: searched from the back, past a comment. */
function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - LONGEST_COMMENT);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  throw new NoZip('no end of a zip');
}

async function contentAt(
  bytes: Uint8Array,
  { path, method, packed, size, offset }: Place,
): Promise<Uint8Array> {
  const view = viewOf(bytes);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL)
    throw new NoZip(`${path} is not there`);
  const begin = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const stored = bytes.subarray(begin, begin + packed);
  if (stored.length !== packed || size > MOST_BYTES) throw new NoZip(`${path} is cut off or too large`);
  const content = method === DEFLATED ? await inflated(stored, size, path) : stored;
  if (content.length !== size) throw new NoZip(`${path} is not as long as declared`);
  return content;
}

/** Unpacks at most as much as was declared. */
async function inflated(stored: Uint8Array, size: number, path: string): Promise<Uint8Array> {
  const content = new Uint8Array(size);
  let filled = 0;
  try {
    const reader = new Blob([stored.slice()])
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw'))
      .getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return content.subarray(0, filled);
      if (filled + value.length > size) throw new NoZip(`${path} is longer than declared`);
      content.set(value, filled);
      filled += value.length;
    }
  } catch (error) {
    throw error instanceof NoZip ? error : new NoZip(`${path} is broken`);
  }
}
