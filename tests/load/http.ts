import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from 'mouding/port';
import { openLedger } from '@mouding/ledger';
import { programs } from 'mouding/services/programs';
import { startService, type Service } from 'mouding/services/service';
import { send } from '../play/http.ts';
import type { Addresses, Server } from './database.ts';
import { inputRequest, makeWorld, type World } from './http-world.ts';
import type { Options } from './options.ts';
import type { Place } from './replay.ts';
import { takeTurns, type Measured } from './rounds.ts';
import { startSubject, type Running } from './subjects.ts';

export const HTTP: Readonly<Record<string, string>> = {
  g: 'ours, a whole command over HTTP',
  h: 'bare node:http + pg, the same statements',
};

/** What (g) leaves behind: a log of real facts. */
export interface Played {
  readonly measured: readonly Measured[];
  readonly addresses: Addresses;
  readonly world: World;
}

/** (g) and (h): the api as it is started by `npm start`, beside a bare server that sends what it was seen to send. */
export async function measureHttp(server: Server, options: Options): Promise<Played> {
  const addresses = await server.copy('bench_http');
  const { world, capture } = await rehearse(server, addresses);
  const bare = await server.copy('bench_bare', 'bench_http');
  const api = await startApi(server, addresses, {});
  const ports = { g: api.port, h: await freePort() };
  const floor = await startFloor(bare, ports.h, world, capture);
  const callers = { g: await call(ports.g, world), h: await call(ports.h, world) };
  try {
    const turns = [
      { id: 'g', running: callers.g, pids: [server.pid, api.service.pid] },
      { id: 'h', running: stocked(callers.h, floor), pids: [server.pid, floor.pid] },
    ];
    return { measured: await takeTurns(turns, options), addresses, world };
  } finally {
    for (const running of [callers.g, callers.h, floor]) await running.close();
    await api.service.stop();
  }
}

const call = (port: number, world: World): Promise<Running> =>
  startSubject('subjects/http-caller.ts', { port, world });

/** Before each load of (h), more than its clients can use up is worked out, and none of that is measured. */
function stocked(caller: Running, floor: Running): Running {
  return {
    ...caller,
    async load(load) {
      const count = Math.ceil((load.ms * 4) / load.clients) + 20;
      await floor.ask('stock', { clients: load.clients, count });
      return caller.load(load);
    },
  };
}

interface Api {
  readonly service: Service;
  readonly port: number;
}

export async function startApi(
  server: Server,
  { roles }: Addresses,
  env: Readonly<Record<string, string>>,
): Promise<Api> {
  const port = await freePort();
  const log = join(server.home, 'log');
  mkdirSync(log, { recursive: true });
  const { api } = programs({ urls: roles, keyFile: server.keyFile, apiPort: port, auditPort: 0, log });
  const service = await startService({ ...api, env: { ...api.env, LOG_LEVEL: 'warn', ...env } });
  if ('refused' in service) throw new Error(service.refused.en);
  return { service, port };
}

/** Makes the world through an api that writes down what it sends, and gives the command there until it is warm. */
async function rehearse(server: Server, addresses: Addresses): Promise<{ world: World; capture: string }> {
  const capture = join(server.home, 'capture');
  const hook = fileURLToPath(new URL('capture.mjs', import.meta.url));
  const env = { NODE_OPTIONS: `--import=${hook}`, BENCH_CAPTURE: capture };
  const { service, port } = await startApi(server, addresses, env);
  try {
    const api = `http://127.0.0.1:${port}`;
    const world = await makeWorld(api, addresses, server.keyFile);
    for (let version = 1; version < 4; version++) {
      writeFileSync(capture, '');
      const { path, headers, body } = inputRequest(world, world.chapters.length - 1, version);
      const { status, text } = await send(api, { method: 'POST', path, headers, body: JSON.parse(body) });
      if (status !== 200) throw new Error(text);
      writeFileSync(`${capture}.answer`, text);
    }
    return { world: { ...world, chapters: world.chapters.slice(0, -1) }, capture };
  } finally {
    await service.stop();
  }
}

async function startFloor(
  { roles }: Addresses,
  port: number,
  world: World,
  capture: string,
): Promise<Running> {
  const answer = readFileSync(`${capture}.answer`, 'utf8');
  const places = await placesOf(roles.app, world);
  return startSubject('subjects/bare-server.ts', { url: roles.app, port, capture, answer, places });
}

/** Where the chapters stand before anything was given to them. */
async function placesOf(url: string, { institution, chapters }: World): Promise<readonly Place[]> {
  const ledger = openLedger({ url, applicationName: 'bench', max: 1 });
  const heads = await ledger.heads(
    institution,
    chapters.map((id) => `chapter/${id}`),
  );
  await ledger.close();
  return [...heads].map(([stream, { version, hash }]) => ({ stream, version, hash: hash ?? '' }));
}
