import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyFile, migrate, prepareRoles } from '@mouding/ledger';
import { openCluster, type Cluster } from 'mouding/postgres/cluster';
import { rolePasswords, roleUrls, secretOf } from 'mouding/secret';
import { programs } from 'mouding/services/programs';
import { startService, type Service } from 'mouding/services/service';
import { guardHome } from '../../harness/cluster.ts';
import { ownPort } from '../../harness/port.ts';

export type Program = 'api' | 'worker';

/** A whole system of its own, every part of which can be made to fall: fsync on, as in a hospital. */
export interface System {
  readonly api: string;
  readonly ownerUrl: string;
  readonly auditUrl: string;
  readonly keyFile: string;
  /** What fell although nobody let it, with its last words. */
  readonly fellByThemselves: readonly string[];
  /** Starts a program that is down. With a failpoint (`name@n`) it falls there by itself. */
  start(program: Program, failpoint?: string): Promise<void>;
  /** `kill -9`. Resolves when it is gone. */
  kill(program: Program): Promise<void>;
  /** Resolves when the program has fallen; rejects when it is still up after the patience. */
  fallen(program: Program, patience: number): Promise<void>;
  /** Immediate stop of the database, as in a power cut. */
  stopDatabase(): Promise<void>;
  /** Starts it again at the same address; it recovers from its log. */
  startDatabase(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts database, api and worker in a folder of their own. */
export async function startSystem(): Promise<System> {
  const home = join(await guardHome(), 'kill');
  mkdirSync(join(home, 'log'), { recursive: true });
  let cluster = await open(home);
  const { ownerUrl } = cluster;
  const passwords = rolePasswords(secretOf(home));
  const prepared = await prepareRoles(ownerUrl, passwords);
  if ('refused' in prepared) throw new Error(prepared.refused);
  await migrate(ownerUrl);
  const keyFile = join(home, 'key');
  createKeyFile(keyFile);
  const urls = roleUrls(ownerUrl, passwords);
  const apiPort = await ownPort();
  const wishes = programs({ urls, keyFile, apiPort, auditPort: 0, log: join(home, 'log') });
  const running = new Map<Program, Service>();
  const fellByThemselves: string[] = [];
  const watch = async (program: Program, service: Service): Promise<void> => {
    const how = await service.ended;
    if (running.get(program) !== service) return;
    running.delete(program);
    fellByThemselves.push(`${program} (${how}): ${lastWords(wishes[program].log)}`);
  };
  const system: System = {
    api: `http://127.0.0.1:${apiPort}`,
    ownerUrl,
    auditUrl: urls.audit,
    keyFile,
    fellByThemselves,
    async start(program, failpoint) {
      const wish = wishes[program];
      const env = failpoint === undefined ? wish.env : { ...wish.env, FAILPOINT: failpoint };
      const service = await startService({ ...wish, env });
      if ('refused' in service) {
        if (failpoint === undefined) throw new Error(service.refused.zh);
        return;
      }
      running.set(program, service);
      if (failpoint === undefined) void watch(program, service);
    },
    async kill(program) {
      const service = running.get(program);
      if (!service) return;
      running.delete(program);
      process.kill(service.pid, 'SIGKILL');
      await service.ended;
    },
    async fallen(program, patience) {
      const service = running.get(program);
      running.delete(program);
      const late = new Promise<'late'>((resolve) => setTimeout(resolve, patience, 'late').unref());
      if (service && (await Promise.race([service.ended, late])) === 'late') {
        running.set(program, service);
        throw new Error(`${program} did not come to its failpoint`);
      }
    },
    stopDatabase: () => cluster.stop('immediate'),
    async startDatabase() {
      cluster = await open(home);
      if (cluster.ownerUrl !== ownerUrl) throw new Error('the database came back at another address');
    },
    async stop() {
      const services = [...running.values()];
      running.clear();
      await Promise.all(services.map((service) => service.stop()));
      await cluster.stop('immediate');
    },
  };
  await Promise.all([system.start('api'), system.start('worker')]);
  return system;
}

const lastWords = (log: string): string => readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n');

async function open(home: string): Promise<Cluster> {
  const cluster = await openCluster({ home, durable: true });
  if ('refused' in cluster) throw new Error(cluster.refused.en);
  return cluster;
}
