import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('clear.mjs', import.meta.url));

// In a process of its own, since Jest itself resolves no library to its sources outside of specs.
export default function teardown() {
  const args = ['--conditions=@mouding/source', script, process.env.MOUDING_TEST_HOME];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error('The test database could not be cleared away.');
}
