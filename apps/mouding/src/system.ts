import { interrupted, listenForInterrupt } from './interrupt.ts';
import { keyFileOf, launch, type SystemUrls, type SystemWish } from './launch.ts';
import type { MailRoute } from './mail-route.ts';
import { freePort } from './port.ts';
import { runningIn } from './run-file.ts';
import { rolePasswords, roleUrls, secretOf } from './secret.ts';
import { isRefused, refuse, type Refused } from './words.ts';

/** What `withRunningSystem` needs to know of its command. */
export type SystemUse = Pick<SystemWish, 'home' | 'databaseUrl' | 'command' | 'out'> & {
  /** Where mail must go, by the address of the api. A system that runs sends elsewhere and is not used then. */
  readonly mailBy?: (apiUrl: string) => MailRoute;
};

/**
 * Does `work` with a running system: the one of the home folder if it runs, otherwise one that is
 * started for it on free ports and stopped afterwards.
 * @returns what `work` returned, or why there was no system to work with
 */
export async function withRunningSystem<Result>(
  use: SystemUse,
  work: (urls: SystemUrls) => Promise<Result>,
): Promise<Result | Refused> {
  const { mailBy, ...common } = use;
  const running = runningSystem(use.home);
  if (running) return mailBy ? sendsElsewhere() : work(running);
  const interrupt = listenForInterrupt();
  try {
    use.out.progress({ zh: '启动数据库和服务……', en: 'starting the database and the services …' });
    const ports = { apiPort: await freePort(), auditPort: await freePort() };
    const mail = mailBy ? { mail: mailBy(`http://127.0.0.1:${ports.apiPort}`) } : {};
    const system = await launch({ ...common, ...ports, ...mail, abort: interrupt.signal });
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

const sendsElsewhere = (): Refused =>
  refuse(
    '本次演练要用自备的邮件服务器，不能使用正在运行的系统。请先按 Ctrl-C 停止它，或者用 MOUDING_HOME 另指一个文件夹。',
    'This rehearsal brings a mail server of its own and cannot use the system that runs. Stop it with Ctrl-C, or name another folder by MOUDING_HOME.',
  );

/** How the system that `mouding start` runs in the home folder is reached; undefined when none runs. */
export function runningSystem(home: string): SystemUrls | undefined {
  const run = runningIn(home);
  if (run?.command !== 'start') return undefined;
  const { apiUrl, auditUrl, inboxUrl, databaseUrl } = run;
  const roles = roleUrls(databaseUrl, rolePasswords(secretOf(home)));
  return {
    apiUrl,
    auditUrl,
    ...(inboxUrl ? { inboxUrl } : {}),
    ownerUrl: databaseUrl,
    roleUrls: roles,
    keyFile: keyFileOf(home),
  };
}
