// Ends what a run of the specs started and removes its folder: `node clear.mjs <folder> [<run>]`.
// With a run it first waits for that run to be over; this is the watchdog against a run that is killed.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from 'mouding/bin/lock.mjs';
import { readRecord } from 'mouding/postgres/cluster-record';
import { endServerOf } from 'mouding/postgres/pid-file';

const [home, run] = process.argv.slice(2);
while (run && isAlive(run) && existsSync(home)) await pause(500);
if (existsSync(home)) await clear();

async function clear() {
  // A spec may have a server of its own, in a folder below.
  const below = readdirSync(home, { withFileTypes: true }).filter((each) => each.isDirectory());
  for (const folder of [home, ...below.map(({ name }) => join(home, name))]) await endServerIn(folder);
  const note = join(home, 'watchdog.pid');
  const watchdog = existsSync(note) ? Number(readFileSync(note, 'utf8')) : process.pid;
  rmSync(home, { recursive: true, force: true });
  if (watchdog !== process.pid) process.kill(watchdog, 'SIGKILL');
}

async function endServerIn(folder) {
  const record = readRecord(folder);
  if (!record || !('data' in record)) return;
  await endServerOf(record.data, 'immediate');
  rmSync(record.data, { recursive: true, force: true });
}
