import { Me } from '@mouding/contract';
import { randomFrom } from 'mouding/random';
import { until } from 'mouding/until';
import { assemble, type Company } from '../play/company.ts';
import { entriesOf, query } from '../play/log.ts';
import { HEADS } from '../play/plan.ts';
import { SHORT } from '../play/scheme-procedures.ts';
import { once, read, stageOf } from '../play/stage.ts';
import type { Who } from '../play/institutions.ts';
import * as check from './kill/check.ts';
import { letFall, plannedFalls, type Falls } from './kill/killer.ts';
import { startSystem, type System } from './kill/system.ts';
import { emptyMemory, tell, type Memory } from './kill/told.ts';
import { CLIENTS, openShort, type Shift } from './kill/work.ts';

/**
 * Programs and database fall again and again while people work; afterwards the record must be as if nothing had.
 * `KILLS=1000` and `SEED=7` in the environment for longer and other runs.
 */
const KILLS = Number(process.env['KILLS'] ?? 30);
const SEED = Number(process.env['SEED'] ?? Date.now() % 100_000);
const PATIENCE = 300_000 + KILLS * 20_000;

let system: System;
let company: Company;
let heads: ReadonlyMap<string, Who>;
const memory: Memory = emptyMemory();
let before: check.Record;
let falls: Falls;
let seconds = 0;
let silence = 0;

beforeAll(async () => {
  system = await startSystem();
  const { api, ownerUrl, keyFile } = system;
  company = await assemble({ api, ownerUrl, keyFile });
  const stage = stageOf(company, once(company));
  await stage.give('office', 'procedure.publish', '', { definition: SHORT, document: null });
  heads = new Map(await Promise.all(HEADS.map(async (head) => [await departmentOf(head), head] as const)));
  before = await check.recordOf(system, company);
});

afterAll(async () => {
  if (falls) await printFigures();
  await system?.stop();
});

async function printFigures(): Promise<void> {
  const { told, kept, retries, strange } = memory;
  const { entries } = await check.recordOf(system, company);
  const figures = {
    kills: KILLS,
    seed: SEED,
    seconds: Math.round(seconds),
    falls: Object.fromEntries([...falls].toSorted(([one], [other]) => one.localeCompare(other))),
    acknowledged: told.filter(({ heard }) => heard !== null).length,
    refused: told.filter(({ heard }) => heard !== null && heard.status >= 400).length,
    unknown: told.filter(({ heard }) => heard === null).length,
    texts: kept.length,
    entries: entries.length,
    dossiers: entries.filter(({ type }) => type === 'DossierReceived').length,
    fellDue: entries.filter(({ type }) => type === 'ContributionFellDue').length,
    retries,
    strange: strange.length,
    longestSilenceMs: Math.round(silence),
  };
  process.stdout.write(`kill test ${JSON.stringify(figures)}\n`);
}

async function departmentOf(head: Who): Promise<string> {
  const { capacities } = Me.parse(await read({ company }, head, '/v1/me'));
  return capacities.find(({ department }) => department)?.department?.id ?? '';
}

const shiftFor = (seed: number, over: () => boolean): Shift => ({
  company,
  memory,
  heads,
  random: randomFrom(seed),
  over,
});

test(
  `${KILLS} falls under load: everything that was acknowledged is there once, everything else once or never`,
  async () => {
    let isOver = false;
    const from = performance.now();
    memory.lastHeard = from;
    const clients = CLIENTS.map(async (client, i) => {
      const shift = shiftFor(SEED + i, () => isOver);
      while (!isOver) await client(shift);
    });
    const falling = letFall(system, plannedFalls(KILLS, randomFrom(SEED)), randomFrom(SEED + 100)).finally(
      () => (isOver = true),
    );
    [falls] = await Promise.all([falling, ...clients]);
    seconds = (performance.now() - from) / 1_000;
    ({ silence } = memory);
    expect(system.fellByThemselves).toEqual([]);
    expect(await check.drained(system, company)).toEqual([]);
    const record = await check.recordOf(system, company);
    expect(check.lostOrDoubled(company, memory, record, before)).toEqual([]);
    expect(await check.lostTexts(system, company, memory)).toEqual([]);
    expect(check.astray(record)).toEqual([]);
    expect(check.wronglyDue(record, Me.parse(await read({ company }, 'office', '/v1/me')).now)).toEqual([]);
    // Whatever falls, a client hears that it should come again, and never that something is broken.
    expect(memory.strange).toEqual([]);
  },
  PATIENCE,
);

test(
  'a key that was acknowledged answers the same bytes again, and adds nothing',
  async () => {
    const size = (await check.recordOf(system, company)).entries.length;
    expect(await check.differentlyReplayed(company, memory)).toEqual([]);
    expect((await check.recordOf(system, company)).entries.length).toBe(size);
  },
  PATIENCE,
);

test(
  'chains and versions are whole, and the read models are what the log gives',
  async () => {
    expect(await check.verdict(system, company)).toEqual([]);
  },
  PATIENCE,
);

test(
  'a deadline that falls due while everything is down fires once, after the start, with its own date',
  async () => {
    const shift = shiftFor(SEED + 200, () => false);
    const steady: Parameters<typeof openShort>[1] = async (_, who, verb, on, body = {}) => {
      const heard = await tell(company, memory, { who, verb, on, body }, false);
      return heard && heard.status < 300 ? JSON.parse(heard.text) : null;
    };
    const caseId = await openShort(shift, steady);
    const { hospital } = company.houses;
    const asked = (await entriesOf(system.ownerUrl, hospital)).filter(
      ({ type, data }) => type === 'ContributionRequested' && data['case'] === caseId,
    );
    const due = String(asked[0]?.data['due']);
    const to = new Date(Date.parse(due) - 3_000).toISOString();
    // The worker first: nobody knows how long the others take to fall, and it would be there when the date passes.
    await system.kill('worker');
    await steady(shift, 'admin', 'org.move-clock', `org/${hospital}`, { to });
    await Promise.all([system.kill('api'), system.stopDatabase()]);
    await system.startDatabase();
    await until('the date to pass', async () => {
      const [row] = await query<{ past: boolean }>(
        system.ownerUrl,
        'select ledger.law_now($1) > $2::timestamptz as past',
        [hospital, due],
      );
      return row?.past ? row : undefined;
    });
    const fired = async () =>
      (await entriesOf(system.ownerUrl, hospital)).filter(
        ({ type, stream }) => type === 'ContributionFellDue' && asked.some((one) => one.stream === stream),
      );
    expect(await fired()).toEqual([]);
    await Promise.all([system.start('worker'), system.start('api')]);
    expect(await check.drained(system, company)).toEqual([]);
    const facts = await fired();
    expect(facts.map(({ stream }) => stream).toSorted()).toEqual(
      asked.map(({ stream }) => stream).toSorted(),
    );
    expect(new Set(facts.map(({ data }) => data['due']))).toEqual(new Set([due]));
  },
  PATIENCE,
);
