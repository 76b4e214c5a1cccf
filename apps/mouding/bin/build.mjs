import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Unready } from './unready.mjs';

/** What `npm start` needs built: the programs, and with them every library they use. */
export const programs = ['apps/api', 'apps/worker', 'apps/audit', 'apps/mouding', 'apps/web'];

/**
 * Builds what is older than its sources: the client of the page, the programs (`tsc -b` finds out itself), the page.
 * @param {string} root @param {string} node @param {string[]} projects folders with a tsconfig.json
 * @param {(zh: string, en: string) => void} say
 */
export function build(root, node, projects, say) {
  say('编译……', 'building …');
  const page = join(root, 'apps', 'web', 'build.mjs');
  const compiler = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
  const steps = [[page, '--client'], [compiler, '-b', ...projects], [page]];
  for (const args of steps) {
    const { status } = spawnSync(node, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) throw new Unready('编译没有通过（原因见上）。', 'The build failed (see above).');
  }
}
