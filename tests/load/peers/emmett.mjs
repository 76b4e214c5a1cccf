// (b) emmett-postgresql: appendToStream of one event to a new stream.
import { randomUUID } from 'node:crypto';
// oxlint-disable-next-line @nx/enforce-module-boundaries -- a package of this folder, not of the workspaces
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { payload } from '../payload.ts';
import { present } from '../subject.ts';

await present(async ({ url, connections }) => {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pooled: true, pool } });
  await store.schema.migrate();
  return {
    op: (i) => store.appendToStream(`bench-${randomUUID()}`, [{ type: 'Decided', data: payload(i) }]),
    close: () => pool.end(),
  };
});
