import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { payload } from '../payload.ts';
import { present } from '../subject.ts';

// (a) What any transaction costs: BEGIN, one prepared INSERT, COMMIT, each its own round trip.
await present<{ url: string; connections: number }>(async ({ url, connections }) => {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  await pool.query(
    `create table if not exists raw_event (id uuid primary key, stream text not null, version int not null,
       type text not null, data jsonb not null, created timestamptz not null default now())`,
  );
  const text = 'insert into raw_event (id, stream, version, type, data) values ($1, $2, 1, $3, $4)';
  return {
    async op(i) {
      const client = await pool.connect();
      try {
        await client.query({ name: 'begin', text: 'begin' });
        const values = [randomUUID(), `s${i}`, 'Decided', JSON.stringify(payload(i))];
        await client.query({ name: 'insert', text, values });
        await client.query({ name: 'commit', text: 'commit' });
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
});
