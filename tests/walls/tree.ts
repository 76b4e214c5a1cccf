import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Manifest {
  readonly name: string;
  readonly nx?: { readonly tags?: readonly string[] };
  readonly scripts?: { readonly [name: string]: string };
  readonly dependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
  readonly optionalDependencies?: { readonly [name: string]: string };
}

/** Paths from the root, `/` between their parts, of what the patterns match. Never what was installed or built. */
export function find(...patterns: readonly string[]): readonly string[] {
  return globSync(patterns, {
    cwd: root,
    exclude: [
      '**/node_modules',
      '**/dist',
      '**/{generated,audit-generated}',
      '.git',
      '.nx',
      '.mouding',
      'coverage',
    ],
  }).toSorted();
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const manifest = (path: string): Manifest => JSON.parse(read(path)) as Manifest;

/** The folder of every project of the workspace. */
export const projects: readonly string[] = find(
  '{apps,libs,workflows}/*/package.json',
  'tests/package.json',
).map((path) => path.slice(0, -'/package.json'.length));
