import { randomInt } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFree } from 'mouding/port';
import { testHome } from './cluster.ts';

/** Systems give out ports from 32,768 on by themselves. */
const [LOWEST, BEYOND] = [20_000, 32_000];

/**
 * A port for a server that is started later: below those that the system gives to whoever asks for any, and claimed in
 * the folder of this run, so that no spec beside this one takes it meanwhile.
 */
export async function ownPort(): Promise<number> {
  const claims = join(testHome(), 'ports');
  mkdirSync(claims, { recursive: true });
  for (;;) {
    const port = randomInt(LOWEST, BEYOND);
    if (isClaimed(join(claims, String(port))) && (await isFree(port))) return port;
  }
}

function isClaimed(file: string): boolean {
  try {
    writeFileSync(file, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
