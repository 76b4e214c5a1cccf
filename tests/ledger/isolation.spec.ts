import { openLedger } from '@mouding/ledger';
import pg from 'pg';
import {
  appendTo,
  asRole,
  batchOf,
  begin,
  entryOf,
  foundOne,
  newStream,
  openStage,
  refusal,
  type Stage,
} from './given.ts';
import { GRANTS, GRANTS_QUERY } from './grants.ts';

let stage: Stage;
let other: string;
const stream = newStream();
beforeAll(async () => {
  stage = await openStage();
  other = await foundOne(stage.worker, 'live');
  await appendTo(stage.app, stage.institution, stream);
  await stage.app.putText(stage.institution, '只给本单位看');
});
afterAll(() => stage.close());

const TENANT_TABLES = `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'institution'
  where n.nspname in ('ledger', 'vault') and c.relkind = 'r' order by 1`;

describe('an institution', () => {
  it('sees none of another’s rows, in no table, whoever asks', async () => {
    const { database, institution } = stage;
    const tables = await asRole(
      database.ownerUrl,
      async (owner) => (await owner.query<{ name: string }>(TENANT_TABLES)).rows,
    );
    expect(tables.length).toBeGreaterThanOrEqual(18);
    for (const url of [database.appUrl, database.workerUrl, database.auditUrl])
      await asRole(url, async (client) => {
        await client.query(`select set_config('mouding.institution', $1, false)`, [other]);
        for (const { name } of tables) {
          const seen = await client
            .query(`select from ${name} where institution = $1`, [institution])
            .catch(() => undefined);
          const open =
            name === 'ledger.institution' || (url === database.workerUrl && /deadline|clock/.test(name));
          expect([name, open ? 0 : (seen?.rowCount ?? 0)]).toEqual([name, 0]);
        }
      });
  });

  it('cannot be written to by another', async () => {
    const { database, institution } = stage;
    await asRole(database.appUrl, async (client) => {
      await client.query(`select set_config('mouding.institution', $1, false)`, [other]);
      const insert = `insert into ledger.directory (institution, person, name) values ('${institution}', gen_random_uuid(), '张三')`;
      expect(await refusal(client, insert)).toMatch(/row-level security/);
    });
  });

  it('has row-level security, forced, on every table that names it', async () => {
    const { database } = stage;
    const bare = await asRole(database.ownerUrl, async (owner) =>
      owner.query(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'institution'
        where n.nspname in ('ledger', 'vault') and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`),
    );
    expect(bare.rows).toEqual([]);
  });

  it('is part of every key of every table that names it', async () => {
    const { rows } = await asRole(stage.database.ownerUrl, (owner) =>
      owner.query<{ name: string }>(`select i.indexrelid::regclass::text as name
        from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attname = 'institution'
        join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('ledger', 'vault') and not a.attnum = any (i.indkey::int2[])`),
    );
    expect(rows).toEqual([{ name: 'ledger.institution_code_unique' }]);
  });
});

describe('a pooled connection', () => {
  const probe = `select current_setting('mouding.institution', true) as set, (select count(*)::int from ledger.entry) as entries`;

  it('carries nothing over from a transaction, its error, or another institution', async () => {
    const { database, institution } = stage;
    const ledger = openLedger({ url: database.appUrl, applicationName: 'spec-one', max: 1 });
    try {
      expect(await ledger.entries(institution, stream)).toHaveLength(1);
      expect(await ledger.entries(other, stream)).toEqual([]);
      const tx = await begin(ledger, institution);
      await expect(tx.entries(stream, 1.5)).rejects.toThrow(/integer/);
      await tx.rollback();
      expect(await ledger.entries(other, stream)).toEqual([]);
      await (await begin(ledger, institution)).rollback();
      expect(await ledger.entries(other, stream)).toEqual([]);
      await expect(ledger.entries('nowhere', stream)).rejects.toThrow(/uuid/);
      expect(await ledger.entries(other, stream)).toEqual([]);
      expect(await ledger.entries(institution, stream)).toHaveLength(1);
    } finally {
      await ledger.close();
    }
  });

  it('shows nothing without an institution', async () => {
    const pool = new pg.Pool({ connectionString: stage.database.appUrl, max: 1 });
    try {
      expect((await pool.query(probe)).rows).toEqual([{ set: null, entries: 0 }]);
      const client = await pool.connect();
      await client.query('begin');
      await client.query(`select set_config('mouding.institution', $1, true)`, [stage.institution]);
      expect((await client.query(probe)).rows).toMatchObject([{ entries: 1 }]);
      await expect(client.query('select 1/0')).rejects.toThrow('division');
      await client.query('rollback');
      client.release();
      expect((await pool.query(probe)).rows).toMatchObject([{ entries: 0 }]);
    } finally {
      await pool.end();
    }
  });
});

describe('the roles', () => {
  it('may do what the list says, and nothing else', async () => {
    const { rows } = await asRole(stage.database.ownerUrl, (owner) =>
      owner.query<{ line: string }>(GRANTS_QUERY),
    );
    expect(rows.map(({ line }) => line)).toEqual(GRANTS.trim().split('\n'));
  });

  it.each(['appUrl', 'workerUrl', 'auditUrl', 'sequencerUrl', 'checkpointerUrl'] as const)(
    'cannot change an entry as %s',
    async (role) => {
      await asRole(stage.database[role], async (client) => {
        await client.query(`select set_config('mouding.institution', $1, false)`, [stage.institution]);
        for (const sql of [
          `update ledger.entry set entry = '{}'`,
          'delete from ledger.entry',
          'truncate ledger.entry',
          `insert into ledger.entry select * from ledger.entry`,
          'alter table ledger.entry disable trigger all',
          'drop table ledger.entry',
        ])
          expect(await refusal(client, sql)).toMatch(/permission denied|must be owner/);
      });
    },
  );

  it('stop the owner too from changing what is append-only', async () => {
    await asRole(stage.database.ownerUrl, async (owner) => {
      for (const table of [
        'entry',
        'sealed_body',
        'leaf',
        'blob',
        'tree',
        'upload',
        'command',
        'access_log',
        'audit_log',
        'destroyed_key',
      ])
        for (const sql of [
          `update ledger.${table} set institution = institution`,
          `delete from ledger.${table}`,
          `truncate ledger.${table}`,
        ])
          expect(await refusal(owner, sql)).toMatch(/append-only/);
      expect(await refusal(owner, 'delete from ledger.stream_head')).toMatch(/append-only/);
      for (const sql of ['update ledger.arrival set received = now()', 'truncate ledger.arrival'])
        expect(await refusal(owner, sql)).toMatch(/append-only/);
    });
  });

  it('let the auditor read and log the reading, and write nothing else', async () => {
    const audit = openLedger({ url: stage.database.auditUrl, applicationName: 'spec-audit' });
    try {
      expect(await audit.entries(stage.institution, stream)).toHaveLength(1);
      const reading = { person: null, letter: null, action: 'read', detail: stream };
      await audit.auditLog.note(stage.institution, reading);
      expect(await audit.auditLog.list(stage.institution, undefined, 1)).toMatchObject([reading]);
      const access = { person: null, action: 'read', detail: stream };
      await expect(audit.logAccess(stage.institution, access)).rejects.toThrow('permission denied');
      await expect(audit.putText(stage.institution, '新')).rejects.toThrow('permission denied');
      const tx = audit.open(stage.institution, {
        person: 'p',
        key: 'k',
        verb: 'v',
        target: 't',
        bodyHash: 'b',
        judged: false,
      });
      await expect(tx).rejects.toThrow('permission denied');
    } finally {
      await audit.close();
    }
  });

  it('let nobody but the functions call the inner ones', async () => {
    await asRole(stage.database.appUrl, async (client) => {
      expect(await refusal(client, `select ledger.write_rows('[]')`)).toMatch('permission denied');
      expect(await refusal(client, `select ledger.enqueue('[]')`)).toMatch('permission denied');
      expect(await refusal(client, 'select ledger.sequence(1)')).toMatch('permission denied');
      expect(await refusal(client, `select graphile_worker.add_job('x')`)).toMatch('permission denied');
    });
  });
});

describe('the database itself', () => {
  it('refuses an entry whose hash or columns are not those of its bytes', async () => {
    const { database, institution } = stage;
    const tx = await begin(stage.app, institution);
    const fresh = newStream();
    await tx.lock([{ name: fresh, mode: 'write' }]);
    await tx.commit(batchOf([entryOf(fresh, tx.now)]));
    await asRole(database.ownerUrl, async (owner) => {
      await owner.query(`select set_config('mouding.institution', $1, false)`, [institution]);
      for (const [column, value] of [
        ['stream', `'${newStream()}'`],
        ['version', '2'],
        ['type', `'ChapterReturned'`],
        ['sv', '2'],
        ['at', `at + interval '1 ms'`],
        ['prev', `sha256('x')`],
      ] as const) {
        const columns = [
          'institution',
          'stream',
          'version',
          'type',
          'sv',
          'at',
          'prev',
          'leaf_hash',
          'entry',
        ];
        const select = columns.map((name) => (name === column ? value : name)).join(', ');
        const sql = `insert into ledger.entry select ${select} from ledger.entry where stream = '${fresh}'`;
        expect(await refusal(owner, sql)).toMatch('entry_columns_check');
      }
      const hash = `insert into ledger.entry select institution, stream, version, type, sv, at, prev, sha256('x'), entry from ledger.entry where stream = '${fresh}'`;
      expect(await refusal(owner, hash)).toMatch('entry_leaf_hash_check');
    });
  });
});
