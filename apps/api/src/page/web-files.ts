import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built page lies; the same from the sources and from what is built of them. */
const BUILT = fileURLToPath(new URL('../../../web/dist', import.meta.url));

const TYPES: { readonly [extension: string]: string } = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export type Face = 'index' | 'm';

/** One file of the page. Its name holds the hash of its content. */
export interface WebFile {
  readonly type: string;
  readonly content: Buffer;
}

/** The built page, read once. */
export interface WebFiles {
  /** The document of a face, for one nonce; null while the page is not built. */
  document(face: Face, nonce: string): string | null;
  asset(name: string): WebFile | undefined;
}

/** Reads the built page. Without one there are no files, and whoever asks for it is told to build it. */
export function openWebFiles(folder = BUILT): WebFiles {
  const assets = new Map(
    namesIn(join(folder, 'assets')).map((name) => [
      name,
      {
        type: TYPES[extname(name)] ?? 'application/octet-stream',
        content: readFileSync(join(folder, 'assets', name)),
      },
    ]),
  );
  const documents = { index: documentIn(folder, 'index'), m: documentIn(folder, 'm') };
  return {
    document: (face, nonce) => documents[face]?.replace('__NONCE__', nonce) ?? null,
    asset: (name) => assets.get(name),
  };
}

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

function documentIn(folder: string, face: Face): string | null {
  const path = join(folder, `${face}.html`);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
