import { interrupted, listenForInterrupt } from './interrupt.ts';
import { keyFileOf, launch, type SystemUrls, type SystemWish } from './launch.ts';
import { freePort } from './port.ts';
import { runningIn } from './run-file.ts';
import { rolePasswords, roleUrls, secretOf } from './secret.ts';
import { isRefused, type Refused } from './words.ts';

/** What `withRunningSystem` needs to know of its command. */
export type SystemUse = Pick<SystemWish, 'home' | 'databaseUrl' | 'command' | 'out'>;

/**
 * Does `work` with a running system: the one of the home folder if it runs, otherwise one that is
 * started for it on free ports and stopped afterwards.
 * @returns what `work` returned, or why there was no system to work with
 */
export async function withRunningSystem<Result>(
  use: SystemUse,
  work: (urls: SystemUrls) => Promise<Result>,
): Promise<Result | Refused> {
  const running = runningSystem(use.home);
  if (running) return work(running);
  const interrupt = listenForInterrupt();
  try {
    use.out.progress({ zh: '启动数据库和服务……', en: 'starting the database and the services …' });
    const ports = { apiPort: await freePort(), auditPort: await freePort() };
    const system = await launch({ ...use, ...ports, abort: interrupt.signal });
    if (isRefused(system)) return system;
    try {
      return await Promise.race([work(system.urls), system.failed, interrupt.asked.then(interrupted)]);
    } finally {
      await system.stop();
    }
  } finally {
    interrupt.ignore();
  }
}

/** How the system that `mouding start` runs in the home folder is reached; undefined when none runs. */
export function runningSystem(home: string): SystemUrls | undefined {
  const run = runningIn(home);
  if (run?.command !== 'start') return undefined;
  const { apiUrl, auditUrl, databaseUrl } = run;
  const roles = roleUrls(databaseUrl, rolePasswords(secretOf(home)));
  return {
    apiUrl,
    auditUrl,
    ownerUrl: databaseUrl,
    roleUrls: roles,
    keyFile: keyFileOf(home),
  };
}
