import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { assertOrderIsCausal } from './causal-order.ts';
import { entities } from './entities/all.ts';
import { accounts } from './migrations/accounts.ts';
import { auditing } from './migrations/auditing.ts';
import { auditSessions } from './migrations/audit-sessions.ts';
import { checkpointing } from './migrations/checkpointing.ts';
import { checkpoints } from './migrations/checkpoints.ts';
import { deadlinesByTime } from './migrations/deadlines-by-time.ts';
import { depositCodes } from './migrations/deposit-codes.ts';
import { drafts } from './migrations/drafts.ts';
import { erasure } from './migrations/erasure.ts';
import { firstSchema } from './migrations/first-schema.ts';
import { unsignedOpinions } from './migrations/unsigned-opinions.ts';
import { messages } from './migrations/messages.ts';
import { originals } from './migrations/originals.ts';
import { originalsRead } from './migrations/originals-read.ts';
import { outbox } from './migrations/outbox.ts';
import { trees } from './migrations/trees.ts';
import { jobsRole, objection } from './roles.ts';
import { sqlFile, VAULT } from './sql-files.ts';

/** The oldest server whose SQL we use. */
export const OLDEST_POSTGRES = 150_000;

/** MikroORM over the ledger's tables: for migrations, for comparing the schema, for reading by the owner. */
export function openOrm(ownerUrl: string, prefix = 'mouding'): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: ownerUrl,
    entities,
    extensions: [Migrator],
    // Policies, triggers and functions are ours (sql/): MikroORM must neither write nor drop them.
    schemaGenerator: {
      ignoreSchema: ['public', 'vault', 'graphile_worker'],
      ignorePolicies: true,
      ignoreTriggers: true,
      ignoreRoutines: true,
    },
    migrations: {
      tableName: 'ledger.migration',
      snapshot: false,
      silent: true,
      migrationsList: [
        { name: 'FirstSchema', class: firstSchema(prefix) },
        { name: 'UnsignedOpinions', class: unsignedOpinions(prefix) },
        { name: 'Accounts', class: accounts(prefix) },
        { name: 'Messages', class: messages(prefix) },
        { name: 'Originals', class: originals(prefix) },
        { name: 'Outbox', class: outbox(prefix) },
        { name: 'Trees', class: trees(prefix) },
        { name: 'Checkpoints', class: checkpoints(prefix) },
        { name: 'OriginalsRead', class: originalsRead(prefix) },
        { name: 'DepositCodes', class: depositCodes(prefix) },
        { name: 'Auditing', class: auditing(prefix) },
        { name: 'Drafts', class: drafts(prefix) },
        { name: 'Erasure', class: erasure(prefix) },
        { name: 'AuditSessions', class: auditSessions(prefix) },
        { name: 'Checkpointing', class: checkpointing(prefix) },
        { name: 'DeadlinesByTime', class: deadlinesByTime(prefix) },
      ],
    },
  });
}

/**
 * Brings a database to this version's schema: the ledger, the vault, the job queue. Safe to repeat and safe to run
 * twice at once; after a restore it deletes every data key that was destroyed before. The roles must exist.
 *
 * @throws when the server is older than PostgreSQL 15, or the roles of docker/roles.sql are missing
 */
export async function migrate(ownerUrl: string, prefix = 'mouding'): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'mouding-migrate' });
  await owner.connect();
  try {
    await refuseOldServer(owner);
    await refuseWithoutRoles(owner, prefix);
    await owner.query(`select pg_advisory_lock(7201, 2)`);
    await owner.query('create schema if not exists ledger');
    await migrateLedger(ownerUrl, prefix);
    await owner.query(sqlFile(VAULT, prefix));
    await owner.query('select ledger.reapply_destroyed_keys()');
    await migrateJobs(owner, ownerUrl, prefix);
    await assertOrderIsCausal(owner);
  } finally {
    await owner.end();
  }
}

async function refuseOldServer(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  const version = rows[0]?.version ?? 0;
  if (version < OLDEST_POSTGRES)
    throw new Error(`PostgreSQL 15 or later is needed; this server says ${version}`);
}

async function refuseWithoutRoles(owner: pg.Client, prefix: string): Promise<void> {
  const reason = await objection(owner, prefix);
  if (reason !== undefined)
    throw new Error(
      `Let an administrator run docker/roles.sql in this database once, then try again: ${reason}`,
    );
}

async function migrateLedger(ownerUrl: string, prefix: string): Promise<void> {
  const orm = await openOrm(ownerUrl, prefix);
  try {
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
}

// The queue belongs to a role of its own: its tables let only their owner past row-level security, and the worker
// must not be a member of the ledger's owner.
async function migrateJobs(owner: pg.Client, ownerUrl: string, prefix: string): Promise<void> {
  const role = owner.escapeIdentifier(jobsRole(prefix));
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  const database = owner.escapeIdentifier(rows[0]?.name ?? '');
  await owner.query(`grant create on database ${database} to ${role}`);
  const pool = new pg.Pool({ connectionString: ownerUrl, options: `-c role=${jobsRole(prefix)}`, max: 1 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
    await owner.query(`revoke create on database ${database} from ${role}`);
  }
}
