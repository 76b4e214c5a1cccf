import { randomUUID } from 'node:crypto';
import { openLedger } from '@mouding/ledger';
import { found, type Server } from './database.ts';
import { sequenceAll } from './whole-log.ts';
import type { Options } from './options.ts';
import { median } from './rounds.ts';
import { decided } from './subjects/decided.ts';
import { startSubject } from './subjects.ts';

/** What one append costs in an institution that holds so many facts; milliseconds, medians. */
export interface Growth {
  readonly facts: number;
  readonly ms: number;
}

const PER_STREAM = 20;
const PER_APPEND = 500;
const SERIES = 50;

/** The transactional append at one client, in turns among institutions of different sizes in one database. */
export async function measureGrowth(server: Server, { sizes, rounds }: Options): Promise<readonly Growth[]> {
  const { owner, roles } = await server.copy('bench_growth');
  const institutions = sizes.map((facts) => ({ facts, id: randomUUID() }));
  await found(
    owner,
    institutions.map(({ id }) => id),
  );
  for (const { id, facts } of institutions) await fill(roles.app, id, facts);
  await sequenceAll(
    roles.sequencer,
    sizes.reduce((sum, facts) => sum + facts, 0),
  );
  const running = await startSubject('subjects/transactional.ts', {
    url: roles.app,
    keyFile: server.keyFile,
    institution: institutions[0]?.id,
    connections: 1,
  });
  const series = async (id: string): Promise<number> =>
    median(await running.ask<number[]>('series', { institution: id, count: SERIES }));
  try {
    for (const { id } of institutions) await series(id);
    const times = institutions.map((): number[] => []);
    for (let round = 0; round < rounds; round++)
      for (const [i, { id }] of institutions.entries()) times[i]?.push(await series(id));
    return sizes.map((facts, i) => ({ facts, ms: median(times[i] ?? []) }));
  } finally {
    await running.close();
  }
}

async function fill(url: string, institution: string, facts: number): Promise<void> {
  const ledger = openLedger({ url, applicationName: 'bench', max: 2 });
  const at = await ledger.lawNow(institution);
  for (let from = 0; from < facts; from += PER_APPEND * 2)
    await Promise.all([0, 1].map((half) => appendSome(from + half * PER_APPEND)));
  await ledger.close();

  async function appendSome(from: number): Promise<void> {
    const streams = Array.from({ length: PER_APPEND / PER_STREAM }, () => `bench/${randomUUID()}`);
    const entries = Array.from({ length: PER_APPEND }, (_, i) =>
      decided(from + i, streams[i % streams.length] ?? '', at),
    );
    const expected = new Map(streams.map((stream) => [stream, { version: 0, hash: null }]));
    const done = await ledger.appendCoalesced(institution, { expected, entries });
    if (done.kind !== 'done') throw new Error('filling lost a race');
  }
}
