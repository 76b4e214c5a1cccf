// The same few streams, writers and slow transactions for emmett: its append function inside a transaction that wrote
// a row before, and its own consumer as the reader.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
// oxlint-disable-next-line @nx/enforce-module-boundaries -- a package of this folder, not of the workspaces
import { defaultTag, getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { payload } from '../payload.ts';
import { present } from '../subject.ts';
import { choose, TORTURE } from '../tail.ts';

const APPEND = `select success, next_stream_position::int as version from emt_append_to_stream(
  array[$1], array[$2::jsonb], array['{}'::jsonb], array['1'], array['Decided'], array['E'], $3, 'bench', $4, $5)`;

await present(async ({ url }) => {
  const pool = new pg.Pool({ connectionString: url, max: TORTURE.writers + 4 });
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  await pool.query('create table if not exists business (id uuid primary key)');
  const streams = Array.from({ length: TORTURE.streams }, () => `bench-${randomUUID()}`);
  const seen = [];
  const consumer = store.consumer();
  consumer.reactor({
    processorId: 'tail',
    startFrom: 'BEGINNING',
    eachMessage: ({ metadata }) => {
      seen.push({ stream: metadata.streamName, version: Number(metadata.streamPosition) });
    },
  });
  void consumer.start();

  async function append(client, i, stream) {
    const { rows: heads } = await client.query(
      'select stream_position::int as version from emt_streams where stream_id = $1',
      [stream],
    );
    const data = JSON.stringify(payload(i));
    await client.query(APPEND, [randomUUID(), data, stream, heads[0]?.version ?? 0, defaultTag]);
  }

  return {
    async op(i) {
      const { stream: number, slow } = choose();
      const client = await pool.connect();
      try {
        await client.query('begin');
        if (slow) {
          await client.query('insert into business values ($1)', [randomUUID()]);
          await pause(Math.random() * TORTURE.slowMs);
        }
        await append(client, i, streams[number]);
        await client.query('commit');
      } catch {
        // Two first versions of a stream collide in its primary key; whoever loses has written nothing.
        await client.query('rollback');
      } finally {
        client.release();
      }
    },
    also: {
      async settle() {
        for (let idle = 0; idle < 20; idle += 1) {
          const before = seen.length;
          await pause(100);
          if (seen.length > before) idle = 0;
        }
        const { rows } = await pool.query(
          'select stream_id as stream, stream_position::int as version from emt_messages',
        );
        return { written: rows, seen };
      },
    },
    async close() {
      await consumer.stop();
      await pool.end();
    },
  };
});
