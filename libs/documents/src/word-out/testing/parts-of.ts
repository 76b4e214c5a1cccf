import { unzip } from '../../zip-in.ts';

/** The XML parts of a file by their names. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = unzip(Buffer.from(bytes), { entries: 200, entry: 20_000_000 });
  return new Map(
    file.names
      .filter((name) => /\.(?:xml|rels)$/.test(name))
      .map((name) => [name, file.read(name)?.toString('utf8') ?? '']),
  );
}

/** What stands in the body of a file. */
export const bodyOf = (bytes: Uint8Array): string => partsOf(bytes).get('word/document.xml') ?? '';
