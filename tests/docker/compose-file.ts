import { join } from 'node:path';
import { root } from '../walls/tree.ts';

/** A container of docker/compose.yaml, as far as the specs look at it. */
export interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly ports?: readonly string[];
}

/** A process that start-external.mjs makes of it. */
export interface Composed {
  readonly name: string;
  readonly command: readonly string[];
  readonly endsByItself: boolean;
  readonly environment: Readonly<Record<string, string>>;
}

interface ComposeFile {
  readCompose(): {
    readonly services: Readonly<Record<string, Service>>;
    readonly secrets: Readonly<Record<string, { readonly file: string }>>;
  };
  composed(given: Readonly<Record<string, string | undefined>>): readonly Composed[];
}

/** docker/composed.mjs. By its address, since what docker/ runs belongs to no project. */
export const { readCompose, composed } = (await import(join(root, 'docker', 'composed.mjs'))) as ComposeFile;
