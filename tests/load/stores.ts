import { randomUUID } from 'node:crypto';
import { found, type Server } from './database.ts';
import type { Options } from './options.ts';
import { takeTurns, type Measured, type Turn } from './rounds.ts';
import { startSubject } from './subjects.ts';

/** What (a) to (f) are, in the words of the report. */
export const STORES: Readonly<Record<string, string>> = {
  a: 'raw BEGIN / INSERT / COMMIT, prepared',
  b: 'emmett-postgresql 0.42.0 appendToStream',
  c: 'MikroORM 7.2.1 fork / create / flush',
  d: 'DBOS 5.3.0 workflow with one step',
  e: 'ours, transactional append',
  f: 'ours, coalesced append',
};

/** Connections of each store that has a pool: 64 clients share them. The server takes 200 in all. */
const CONNECTIONS = 36;

/** (a) to (f), each in its own process on its own database of one server. */
export async function measureStores(server: Server, options: Options): Promise<Measured[]> {
  const turns: Turn[] = [];
  try {
    for (const [id, start] of Object.entries(await programsOf(server))) {
      if (options.only.length > 0 && !options.only.includes(id)) continue;
      turns.push({ id, running: await start(), pids: [server.pid] });
    }
    return await takeTurns(turns, options);
  } finally {
    for (const { running } of turns) await running.close();
  }
}

type Start = () => ReturnType<typeof startSubject>;

async function programsOf(server: Server): Promise<Readonly<Record<string, Start>>> {
  const peer = (name: string) => async () =>
    startSubject(`peers/${name}.mjs`, {
      url: await server.create(`bench_${name.replace('-', '_')}`),
      connections: CONNECTIONS,
    });
  const ours = (name: string) => async () => {
    const { owner, roles } = await server.copy(`bench_${name}`);
    const institution = randomUUID();
    await found(owner, [institution]);
    const { keyFile } = server;
    return startSubject(`subjects/${name}.ts`, {
      url: roles.app,
      keyFile,
      institution,
      connections: CONNECTIONS,
    });
  };
  return {
    a: async () =>
      startSubject('subjects/raw-insert.ts', {
        url: await server.create('bench_raw'),
        connections: CONNECTIONS,
      }),
    b: peer('emmett'),
    c: peer('mikro-orm'),
    d: peer('dbos'),
    e: ours('transactional'),
    f: ours('coalesced'),
  };
}
