import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Unready } from './unready.mjs';

/** What `npm start` needs built: the programs, and with them every library they use. */
export const programs = ['apps/api', 'apps/worker', 'apps/audit', 'apps/mouding'];

/**
 * Builds what is older than its sources (`tsc -b` finds that out itself).
 * @param {string} root @param {string} node @param {string[]} projects folders with a tsconfig.json
 * @param {(zh: string, en: string) => void} say
 */
export function build(root, node, projects, say) {
  say('编译……', 'building …');
  const compiler = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
  const { status } = spawnSync(node, [compiler, '-b', ...projects], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status === 0) return;
  throw new Unready('编译没有通过（原因见上）。', 'The build failed (see above).');
}
