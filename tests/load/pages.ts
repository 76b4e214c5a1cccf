import { freePort } from 'mouding/port';
import { plansFor } from '../play/institutions.ts';
import type { Server } from './database.ts';
import { startApi } from './http.ts';
import { cookieOf, makeWorld } from './http-world.ts';
import type { Options } from './options.ts';
import { takeTurns, type Measured, type Turn } from './rounds.ts';
import { startSubject, type Running } from './subjects.ts';

/** (v) to (y), each with the floor under it, in the words of the report. */
export const PAGES: Readonly<Record<string, string>> = {
  v: 'ours, /desk until its first bytes',
  w: 'ours, 待办 as JSON',
  x: 'ours, 总览 of a plan as JSON',
  y: 'ours, a 篇章 as JSON',
  ...Object.fromEntries(['v', 'w', 'x', 'y'].map((id) => [floorOf(id), 'a bare Nest route, the same body'])),
};

/** The floor under one of (v) to (y). */
export function floorOf(id: string): string {
  return `${id}°`;
}

interface Asked {
  readonly id: string;
  readonly path: string;
  /** Whether the first bytes end it, or the last. */
  readonly isFirst: boolean;
}

/** What the first screens ask of the api, each in turns with its floor. */
export async function measurePages(server: Server, options: Options): Promise<Measured[]> {
  const addresses = await server.copy('bench_page');
  const api = await startApi(server, addresses, {});
  const turns: Turn[] = [];
  try {
    const url = `http://127.0.0.1:${api.port}`;
    const { chapters } = await makeWorld(url, addresses, server.keyFile);
    const { code } = plansFor((who) => `某${who}`).hospital;
    const site = { port: api.port, url, cookie: await cookieOf(url, code, 'office') };
    for (const asked of await askedOf(site, chapters[0] ?? '')) {
      turns.push({ id: asked.id, running: await call(site, asked), pids: [server.pid, api.service.pid] });
      turns.push(await floorUnder(site, asked));
    }
    return await takeTurns(turns, { ...options, clients: [1] });
  } finally {
    for (const { running } of turns) await running.close();
    await api.service.stop();
  }
}

/** Where the api is, and as whom it is asked. */
interface Site {
  readonly port: number;
  readonly url: string;
  readonly cookie: string;
}

async function askedOf(site: Site, chapter: string): Promise<readonly Asked[]> {
  const path = `/v1/chapters/${chapter}`;
  const { case: caseId } = (await (await get(site, path)).json()) as { readonly case: string };
  return [
    { id: 'v', path: '/desk', isFirst: true },
    { id: 'w', path: '/v1/obligations', isFirst: false },
    { id: 'x', path: `/v1/cases/${caseId}`, isFirst: false },
    { id: 'y', path, isFirst: false },
  ];
}

const call = ({ port, cookie }: Pick<Site, 'port' | 'cookie'>, { path, isFirst }: Asked): Promise<Running> =>
  startSubject('subjects/page-caller.ts', { port, cookie, path, isFirst });

/** A bare server that answers with what the api answered, and a caller of its own. */
async function floorUnder(site: Site, asked: Asked): Promise<Turn> {
  const response = await get(site, asked.path);
  const type = response.headers.get('content-type') ?? 'text/plain';
  const port = await freePort();
  const bare = await startSubject('subjects/bare-nest.ts', { port, type, body: await response.text() });
  const caller = await call({ port, cookie: site.cookie }, asked);
  const close = async (): Promise<void> => {
    await caller.close();
    await bare.close();
  };
  return { id: floorOf(asked.id), running: { ...caller, close }, pids: [bare.pid] };
}

async function get({ url, cookie }: Site, path: string): Promise<Response> {
  const response = await fetch(`${url}${path}`, { headers: { cookie } });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}
