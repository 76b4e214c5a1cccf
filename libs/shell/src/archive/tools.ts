import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What goes with every bundle: the checker as a script for a bare Node, and as a page that is opened from disk. */
export interface BundleTools {
  readonly script: string;
  readonly page: string;
}

/** Where the build puts them; the same from the sources and from what is built of them. */
const BUILT = fileURLToPath(new URL('../../../../apps/web/dist/checker', import.meta.url));

/** @throws Error while they are not built */
export function bundleTools(folder = BUILT): BundleTools {
  return {
    script: readFileSync(join(folder, 'verify.mjs'), 'utf8'),
    page: readFileSync(join(folder, 'check.html'), 'utf8'),
  };
}
