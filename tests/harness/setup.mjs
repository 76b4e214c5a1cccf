// Before the first spec: a folder for the database server, which is started only when a spec asks for a database.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identity, isAlive } from 'mouding/bin/lock.mjs';

const prefix = 'mouding-test-';

export default function setup() {
  sweep();
  const home = mkdtempSync(join(tmpdir(), prefix));
  // Run as root, the server works as another user, who has to pass through.
  chmodSync(home, 0o711);
  process.env.MOUDING_TEST_HOME = home;
  process.env.MOUDING_TEST_RUN = identity(process.pid);
  writeFileSync(join(home, 'run'), process.env.MOUDING_TEST_RUN);
}

// A run that was killed before it started a server has no watchdog to remove its folder.
function sweep() {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const home = join(tmpdir(), name);
    const run = read(join(home, 'run'));
    if (run && !isAlive(run) && !existsSync(join(home, 'watchdog.pid')))
      rmSync(home, { recursive: true, force: true });
  }
}

// The folder of another user, or one that is being removed, tells nothing.
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
