// `npm run bench`: builds the tree, installs the compared stores beside it, and runs the bench in Node.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
// oxlint-disable-next-line @nx/enforce-module-boundaries -- the launcher works before anything is installed or built
import { programs } from '../../apps/mouding/bin/build.mjs';
// oxlint-disable-next-line @nx/enforce-module-boundaries -- the launcher works before anything is installed or built
import { endWith, environment, ready, run } from '../../apps/mouding/bin/ready.mjs';

const peers = fileURLToPath(new URL('peers', import.meta.url));
const say = (zh, en) => process.stderr.write(`${zh} ${en}\n`);

await endWith(async () => {
  const node = await ready({ projects: programs, say });
  installPeers();
  return run(node, [fileURLToPath(new URL('run.ts', import.meta.url)), ...process.argv.slice(2)]);
});

// They are compared with, never shipped: their packages stay outside of the workspaces, with a lockfile of their own.
function installPeers() {
  const lock = readFileSync(join(peers, 'package-lock.json'), 'utf8');
  const note = join(peers, 'node_modules', '.installed');
  if (existsSync(note) && readFileSync(note, 'utf8') === lock) return;
  say('安装对照软件包……', 'installing the peers …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: peers,
    env: environment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('npm ci failed in tests/load/peers');
  writeFileSync(note, lock);
}
