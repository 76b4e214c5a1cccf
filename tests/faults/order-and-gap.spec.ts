import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { encodeEntry, leafHash } from '@mouding/evidence';
import {
  createKeyFile,
  migrate,
  openLedger,
  prepareRoles,
  runSequencer,
  sha256,
  verifyInstitution,
  type Ledger,
} from '@mouding/ledger';
import { openCluster, type Cluster } from 'mouding/postgres/cluster';
import { rolePasswords, roleUrls, secretOf } from 'mouding/secret';
import { until } from 'mouding/until';
import pg from 'pg';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { asRole, countingFolder, entryOf, foundOne, newStream } from '../ledger/given.ts';
import { orderFaults, readLog } from './order/log-order.ts';
import { emptyTally, writer, type Field } from './order/load.ts';
import { dumpAndRestore } from './order/restore.ts';

const WRITERS = 24;
const COMMITS = Number(process.env['MOUDING_TORTURE_COMMITS'] ?? 2_000);
const NOTHING_WRONG = { missed: 0, inverted: 0, doubled: 0, gaps: 0 };

let database: FreshDatabase;
let ledger: Ledger;
let institutions: readonly string[];
const streams = Array.from({ length: 20 }, () => newStream());

const open = (url: string): Ledger => openLedger({ url, applicationName: 'spec-writers', max: WRITERS + 4 });

beforeAll(async () => {
  database = await freshDatabase();
  ledger = open(database.appUrl);
  const worker = openLedger({ url: database.workerUrl, applicationName: 'spec-worker' });
  institutions = [await foundOne(worker, 'rehearsal'), await foundOne(worker, 'live')];
  await worker.close();
  await asRole(database.ownerUrl, (owner) => owner.query(DOOMED));
});
afterAll(async () => {
  await ledger.close();
  await database.drop();
});

/** Fails a transaction in its commit: its positions are drawn, its rows written, and all is taken back. */
const DOOMED = `
  create function ledger.doom() returns trigger language plpgsql as $$ begin raise exception 'doomed'; end $$;
  create constraint trigger doom after insert on ledger.entry deferrable initially deferred
    for each row when (new.type = 'ChapterDoomed') execute function ledger.doom();`;

/** Three sequencers at once, for as long as the work lasts. */
async function whileSequenced<T>(url: string, work: () => Promise<T>): Promise<T> {
  const end = new AbortController();
  const running = [1, 2, 3].map(() => runSequencer({ url, signal: end.signal }));
  try {
    return await work();
  } finally {
    end.abort();
    await Promise.all(running);
  }
}

const leaves = async (of: Ledger): Promise<number> =>
  (await Promise.all(institutions.map((institution) => of.logSize(institution)))).reduce(
    (sum, size) => sum + size,
    0,
  );

const caughtUp = (of: Ledger, count: number): Promise<true> =>
  until(`${count} leaves`, async () => ((await leaves(of)) >= count ? true : undefined));

/** A transaction of a stranger that has appended and does not end until it is told to. */
async function holdOpen(url: string, institution: string, stream: string): Promise<{ end(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const fresh = entryOf(stream, '2026-11-22T05:29:00.000Z');
  const entry = encodeEntry({ ...fresh, v: 1, institution, version: 1, prev: null, sealed: [] });
  const hash = Buffer.from(leafHash(entry, sha256));
  await client.query('begin');
  const values = [
    [0],
    [stream],
    [0],
    [null],
    [1],
    [hash],
    [0],
    [stream],
    [1],
    [fresh.type],
    [1],
    [fresh.at],
    [null],
    [hash],
    [entry],
  ];
  const holes = Array.from({ length: 21 }, (_, i) => `$${i + 1}`).join(', ');
  await client.query(`select ledger.append_coalesced(${holes})`, [
    institution,
    ...values,
    [],
    [],
    [],
    [],
    [],
  ]);
  return {
    async end() {
      await client.query('commit');
      await client.end();
    },
  };
}

/** Runs the writers for a number of commits, with a stranger's transaction open over the middle of them. */
async function torture(field: Field, url: string, commits: number): Promise<void> {
  const { tally, ledger: of } = field;
  const start = tally.committed;
  const before = await leaves(of);
  let done = false;
  const writers = Promise.all(Array.from({ length: WRITERS }, () => writer(field, () => done)));
  const reached = (share: number): Promise<true> =>
    until(`${share} of the commits`, async () =>
      tally.committed - start >= share * commits ? true : undefined,
    );
  try {
    await Promise.race([writers, underStranger()]);
  } finally {
    done = true;
    await writers;
  }

  async function underStranger(): Promise<void> {
    await reached(0.3);
    const stranger = await holdOpen(url, institutions[0] ?? '', newStream());
    await reached(0.6);
    // Nobody waits for the stranger: what was committed since it began has its place while it is still open.
    await caughtUp(of, before + tally.committed - start);
    await stranger.end();
    tally.committed += 1;
    await reached(1);
  }
}

async function expectOrdered(of: Ledger, url: string, committed: number): Promise<void> {
  let entries = 0;
  for (const institution of institutions) {
    const log = await readLog(of, institution);
    const all = [...new Set([...streams, ...log.map(({ stream }) => stream)])];
    const faults = await orderFaults(of, institution, all);
    expect(faults).toMatchObject(NOTHING_WRONG);
    entries += faults.entries;
    const { faults: found, unsequenced } = await verifyInstitution(
      { url, institution },
      () => countingFolder,
    );
    expect(found.filter(({ fault }) => fault !== 'item' && fault !== 'obligation')).toEqual([]);
    expect(unsequenced).toBe(0);
  }
  expect(entries).toBe(committed);
}

/** A server of its own with an empty ledger, as a restore finds it. */
async function emptyCluster(): Promise<{ cluster: Cluster; urls: ReturnType<typeof roleUrls> }> {
  const home = join(testHome(), `restored-${process.pid}`);
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const cluster = await openCluster({ home, durable: false });
  if ('refused' in cluster) throw new Error(cluster.refused.en);
  const passwords = rolePasswords(secretOf(home));
  await prepareRoles(cluster.ownerUrl, passwords);
  await migrate(cluster.ownerUrl);
  createKeyFile(join(home, 'key'));
  return { cluster, urls: roleUrls(cluster.ownerUrl, passwords) };
}

it('misses, inverts and doubles nothing, under load and after a restore into a fresh cluster', async () => {
  const tally = emptyTally();
  const field: Field = { ledger, institutions, streams, tally };
  await whileSequenced(database.sequencerUrl, () => torture(field, database.ownerUrl, COMMITS));
  // Some entries are still without a place when the dump is taken.
  let more = tally.committed + 100;
  await Promise.all(Array.from({ length: WRITERS }, () => writer(field, () => tally.committed >= more)));
  expect(Math.min(tally.rolledBack, tally.doomed, tally.conflicts)).toBeGreaterThan(0);
  expect(await leaves(ledger)).toBeLessThan(tally.committed);

  const { cluster, urls } = await emptyCluster();
  const restored = open(urls.app);
  try {
    await dumpAndRestore(database.ownerUrl, cluster.ownerUrl);
    await asRole(cluster.ownerUrl, (owner) => owner.query(DOOMED));
    await whileSequenced(database.sequencerUrl, () => caughtUp(ledger, tally.committed));
    await expectOrdered(ledger, database.auditUrl, tally.committed);

    const after = { ...tally };
    await whileSequenced(urls.sequencer, async () => {
      await torture(
        { ...field, ledger: restored, tally: after },
        cluster.ownerUrl,
        tally.committed + COMMITS / 2,
      );
      await caughtUp(restored, after.committed);
    });
    await expectOrdered(restored, urls.audit, after.committed);
    more = after.committed - tally.committed;
    expect(more).toBeGreaterThanOrEqual(COMMITS / 2);
  } finally {
    await restored.close();
    await cluster.stop('immediate');
  }
});
