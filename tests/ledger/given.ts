import { randomUUID } from 'node:crypto';
import type { Rows } from '@mouding/core';
import {
  openLedger,
  sequenceBatch,
  type Batch,
  type CommandKey,
  type CommandTx,
  type Folder,
  type Ledger,
  type NewEntry,
} from '@mouding/ledger';
import pg from 'pg';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';

/** A fresh database with one institution that rehearses, opened as the app and as the worker. */
export interface Stage {
  readonly database: FreshDatabase;
  readonly app: Ledger;
  readonly worker: Ledger;
  readonly institution: string;
  close(): Promise<void>;
}

export async function openStage(max = 10): Promise<Stage> {
  return stageOn(await freshDatabase(), max);
}

/** Opens a database that is there. */
export async function stageOn(database: FreshDatabase, max = 10): Promise<Stage> {
  const keyFile = `${testHome()}/key`;
  const app = openLedger({ url: database.appUrl, applicationName: 'spec-app', keyFile, max });
  const worker = openLedger({ url: database.workerUrl, applicationName: 'spec-worker', keyFile });
  const institution = await foundOne(worker, 'rehearsal');
  return {
    database,
    app,
    worker,
    institution,
    async close() {
      await Promise.all([app.close(), worker.close()]);
      await database.drop();
    },
  };
}

export async function foundOne(worker: Ledger, mode: 'live' | 'rehearsal'): Promise<string> {
  const id = randomUUID();
  await worker.found({ id, code: id.slice(0, 8), name: '和平医院', mode });
  return id;
}

export const newStream = (kind = 'chapter'): string => `${kind}/${randomUUID()}`;

export const newKey = (over: Partial<CommandKey> = {}): CommandKey => ({
  person: randomUUID(),
  key: randomUUID(),
  verb: 'chapter.submit',
  target: newStream(),
  bodyHash: 'body',
  judged: false,
  ...over,
});

export const entryOf = (stream: string, at: string, over: Partial<NewEntry> = {}): NewEntry => ({
  stream,
  type: 'ChapterSubmitted',
  sv: 1,
  at,
  actor: { as: 'department-head', by: null, for: null, post: null, recorder: null },
  command: { key: null, verb: 'chapter.submit' },
  data: { note: '同意' },
  sealed: [],
  ...over,
});

export const batchOf = (entries: readonly NewEntry[], over: Partial<Batch> = {}): Batch => ({
  entries,
  texts: [],
  jobs: [],
  deadlines: [],
  settled: [],
  rows: [],
  answer: null,
  ...over,
});

/** Rows that say how many facts a stream has: what {@link countingFolder} folds to. */
export const countRows = (stream: string, facts: number): Rows => ({
  item: {
    kind: stream.split('/')[0] ?? '',
    id: stream.split('/')[1] ?? '',
    case: null,
    stage: null,
    status: `facts-${facts}`,
    label: '篇章',
    department: null,
    due: null,
    no: facts,
  },
  obligations:
    facts % 2 === 0
      ? []
      : [
          {
            name: 'sign-off',
            holder: 'office',
            verb: 'chapter.sign',
            case: null,
            due: '2027-01-01T00:00:00.000Z',
          },
        ],
});

/** A fresh transaction; a key that is not fresh fails the spec. */
export async function begin(
  ledger: Ledger,
  institution: string,
  over: Partial<CommandKey> = {},
): Promise<CommandTx> {
  const opened = await ledger.open(institution, newKey(over));
  if (opened.kind !== 'fresh') throw new Error(`not fresh: ${opened.kind}`);
  return opened.tx;
}

/** Appends facts to one stream through the transactional door, with the rows that they fold to. */
export async function appendTo(
  ledger: Ledger,
  institution: string,
  stream: string,
  facts = 1,
): Promise<void> {
  const tx = await begin(ledger, institution);
  const version = (await tx.lock([{ name: stream, mode: 'write' }])).get(stream)?.version ?? 0;
  const entries = Array.from({ length: facts }, () => entryOf(stream, tx.now));
  const rows = [{ stream, rows: countRows(stream, version + facts) }];
  const done = await tx.commit(batchOf(entries, { rows }));
  if (done.kind !== 'done') throw new Error('moved');
}

/** Runs SQL as some role, outside every ledger. */
export async function asRole<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The error that a statement meets, or nothing. */
export async function refusal(client: pg.Client, sql: string): Promise<string | undefined> {
  try {
    await client.query(sql);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  }
}

/** Folds a stream of these specs: its rows say how many facts it has, and a fact's `due` is its deadline. */
export const countingFolder: Folder = {
  start(stream) {
    let facts = 0;
    let due: string | undefined;
    return {
      apply({ type, data }) {
        if (type === 'ChapterUnthinkable') return { ok: false, why: `${type} cannot happen` };
        facts += 1;
        if (typeof data['due'] === 'string') ({ due } = data as { due: string });
        return { ok: true };
      },
      rows: () => countRows(stream, facts),
      deadlines: () => (due === undefined ? [] : [{ name: 'due', due, verb: 'chapter.expire' }]),
    };
  },
};

/** Gives every entry its index. */
export const sequenceAll = (stage: Stage): Promise<void> =>
  asRole(stage.database.sequencerUrl, async (client) => {
    while ((await sequenceBatch(client)) > 0);
  });

/** Changes what nobody may change: with the triggers off, as only whoever owns the machine can. */
export const tamper = (stage: Pick<Stage, 'database' | 'institution'>, sql: string): Promise<void> =>
  asRole(stage.database.ownerUrl, async (owner) => {
    await owner.query(`set session_replication_role = replica`);
    await owner.query(`select set_config('mouding.institution', $1, false)`, [stage.institution]);
    for (const check of ['entry_leaf_hash_check', 'entry_columns_check'])
      await owner.query(`alter table ledger.entry drop constraint if exists ${check}`);
    for (const table of ['blob', 'file', 'tree'])
      for (const check of ['hash', 'bytes'])
        await owner.query(`alter table ledger.${table} drop constraint if exists ${table}_${check}_check`);
    await owner.query(sql);
  });
