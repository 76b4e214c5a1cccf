import { createHash } from 'node:crypto';
import type { Entry } from '@mouding/evidence';
import { openLedger, type Ledger, type NewEntry } from '@mouding/ledger';
import { seedDemo } from 'mouding/demo/seed';
import pg from 'pg';
import type { Addresses, Server } from './database.ts';
import { startApi } from './http.ts';

/** A log of real facts of every kind. */
export interface Corpus {
  readonly addresses: Addresses;
  readonly institution: string;
  readonly entries: number;
  /** Appended and without an index yet. */
  readonly unsequenced: number;
}

/**
 * Plays the demo through the api, then appends the streams of its plan again and again under other ids until the log
 * holds as many entries as wished: as if the hospital had made many plans.
 */
export async function playCorpus(server: Server, atLeast: number, database = 'bench_log'): Promise<Corpus> {
  const addresses = await server.copy(database);
  const api = await startApi(server, addresses, {});
  const { keyFile } = server;
  await seedDemo({
    apiUrl: `http://127.0.0.1:${api.port}`,
    ownerUrl: addresses.owner,
    keyFile,
    say: () => {},
  });
  await api.service.stop();
  const { institution, entries } = await largestLog(addresses.owner);
  const plan = entries.filter(({ stream }) => !OF_THE_HOUSE.test(stream));
  const copies = Math.max(0, Math.ceil((atLeast - entries.length) / plan.length));
  const ledger = openLedger({ url: addresses.roles.worker, applicationName: 'bench', max: 3 });
  for (let copy = 0; copy < copies; copy++) await appendCopy(ledger, institution, plan, copy);
  await ledger.close();
  await copyDeadlines(addresses.owner, institution, copies);
  const total = entries.length + copies * plan.length;
  return { addresses, institution, entries: total, unsequenced: total };
}

/** There is one house, however many plans it made. */
const OF_THE_HOUSE = /^(org|person|procedure)\//;

async function largestLog(url: string): Promise<{ institution: string; entries: readonly Entry[] }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ entry: string }>(
    `select entry from ledger.entry join ledger.unsequenced using (institution, stream, version)
     where institution = (select institution from ledger.entry group by 1 order by count(*) desc limit 1) order by pos`,
  );
  await client.end();
  const entries = rows.map(({ entry }) => JSON.parse(entry) as Entry);
  return { institution: entries[0]?.institution ?? '', entries };
}

async function appendCopy(
  ledger: Ledger,
  institution: string,
  plan: readonly Entry[],
  copy: number,
): Promise<void> {
  const ids = new Map(plan.map(({ stream }) => [idOf(stream), otherId(idOf(stream), copy)]));
  const text = JSON.stringify(plan).replace(UUID, (id) => ids.get(id) ?? id);
  // The bodies stay sealed under the plan that they were written for; a copy has none.
  const entries = (JSON.parse(text) as Entry[]).map((entry): NewEntry => ({ ...entry, sealed: [] }));
  const expected = new Map(entries.map(({ stream }) => [stream, { version: 0, hash: null }]));
  const done = await ledger.appendCoalesced(institution, { expected, entries });
  if (done.kind !== 'done') throw new Error('a copy lost its race');
}

/** What the plan waits for, its copies wait for too: deadlines are no read model that a rebuild would bring. */
async function copyDeadlines(url: string, institution: string, copies: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`select set_config('mouding.institution', $1, false)`, [institution]);
  const { rows } = await client.query<Deadline>('select stream, name, due, verb from ledger.deadline');
  for (let copy = 0; copy < copies; copy++)
    for (const { stream, name, due, verb } of rows.filter((row) => !OF_THE_HOUSE.test(row.stream)))
      await client.query('insert into ledger.deadline values ($1, $2, $3, $4, $5)', [
        institution,
        stream.replace(UUID, (id) => otherId(id, copy)),
        name,
        due,
        verb,
      ]);
  await copyAnswers(client, institution, copies);
  await client.end();
}

/** Nor is it a fact that the clock asked once and had nothing to do: its answer alone says why the deadline is gone. */
async function copyAnswers(client: pg.Client, institution: string, copies: number): Promise<void> {
  const keys = `person = 'clock' and key like 'deadline/%'`;
  const { rows } = await client.query<{ key: string }>(`select key from ledger.command where ${keys}`);
  for (let copy = 0; copy < copies; copy++)
    for (const { key } of rows)
      await client.query(
        `insert into ledger.command select (jsonb_populate_record(answered, jsonb_build_object('key', $3::text))).*
         from ledger.command answered where institution = $1 and ${keys} and key = $2`,
        [institution, key, key.replace(UUID, (id) => otherId(id, copy))],
      );
}

interface Deadline {
  readonly stream: string;
  readonly name: string;
  readonly due: Date;
  readonly verb: string;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const idOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

const otherId = (id: string, copy: number): string =>
  createHash('sha256')
    .update(`${id} ${copy}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
