import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built page lies; the same from the sources and from what is built of them. */
const BUILT = fileURLToPath(new URL('../../../../apps/web/dist', import.meta.url));

const TYPES: { readonly [extension: string]: string } = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.zip': 'application/zip',
};

/** The desk, the phone, what is open to everybody (the tour and the show), and the auditor's. */
export const FACES = ['index', 'm', 'open', 'audit'] as const;
export type Face = (typeof FACES)[number];

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
  /** The script that tells a browser which is too old; undefined while the page is not built. */
  readonly floor: Buffer | undefined;
  /** The worker that keeps the desk's console usable without a network; null while the page is not built. */
  worker(): string | null;
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
  const worker = workerIn(folder, [...assets.keys()]);
  const documents = new Map(FACES.map((face) => [face, documentIn(folder, face)]));
  return {
    document: (face, nonce) => documents.get(face)?.replace('__NONCE__', nonce) ?? null,
    asset: (name) => assets.get(name),
    floor: existsSync(join(folder, 'floor.js')) ? readFileSync(join(folder, 'floor.js')) : undefined,
    worker: () => worker,
  };
}

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);

function documentIn(folder: string, face: Face): string | null {
  const path = join(folder, `${face}.html`);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** The worker with the files of this build and a name for them all: another build is another worker. */
function workerIn(folder: string, assets: readonly string[]): string | null {
  const path = join(folder, 'desk-worker.js');
  if (!existsSync(path)) return null;
  const source = readFileSync(path, 'utf8');
  const build = createHash('sha256').update(source).update(assets.join('\n')).digest('hex').slice(0, 16);
  const drawn = assets.filter((name) => /\.(?:js|css|svg)$/u.test(name)).map((name) => `/assets/${name}`);
  const floor = existsSync(join(folder, 'floor.js')) ? ['/floor.js'] : [];
  const files = ['/desk/', ...floor, ...drawn];
  return `const BUILD = ${JSON.stringify(build)};\nconst FILES = ${JSON.stringify(files)};\n${source}`;
}
