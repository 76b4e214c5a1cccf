import type { Writable } from 'node:stream';
import pg from 'pg';

/** A statement with its values. Named, so that each connection prepares it once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * How long the server lets a connection of ours be, in milliseconds: at one statement, waiting for a lock, with a
 * transaction begun and nothing asked. A process that hangs must not hold its locks for ever.
 */
export interface Limits {
  readonly statementMs: number;
  readonly lockMs: number;
  readonly idleMs: number;
}

const LIMITS: Limits = { statementMs: 20_000, lockMs: 5_000, idleMs: 10_000 };
/** Sign-in, sessions and health: short or not at all. */
export const GATE_LIMITS: Limits = { statementMs: 3_000, lockMs: 2_000, idleMs: 3_000 };

/**
 * Connections of one process under one role. They pipeline: statements sent without waiting travel together and are
 * answered in order, each failing or not by itself inside the transaction that they share.
 */
export function openPool(options: {
  readonly url: string;
  readonly applicationName: string;
  readonly max?: number;
  readonly limits?: Limits;
}): pg.Pool {
  const { statementMs, lockMs, idleMs } = options.limits ?? LIMITS;
  const pool = new pg.Pool({
    connectionString: options.url,
    application_name: options.applicationName,
    max: options.max ?? 10,
    pipeline: true,
    statement_timeout: statementMs,
    lock_timeout: lockMs,
    idle_in_transaction_session_timeout: idleMs,
    connectionTimeoutMillis: 10_000,
  });
  // A server that goes away ends connections that nobody waits on; the next use of one says so to whoever asks.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    // Plans of prepared statements are kept, and many are made while tables are still small: by key, always.
    client.query('set enable_seqscan = off; set jit = off').catch(() => {});
  });
  return pool;
}

/** `begin`, and the institution for every policy, as the first statements of a pipeline. */
export const beginFor = (institution: string): readonly Statement[] => [
  BEGIN,
  { name: 'institution', text: `select set_config('mouding.institution', $1, true)`, values: [institution] },
];
export const BEGIN: Statement = { name: 'begin', text: 'begin', values: [] };
export const COMMIT: Statement = { name: 'commit', text: 'commit', values: [] };
export const ROLLBACK: Statement = { name: 'rollback', text: 'rollback', values: [] };

/** Sends all statements in one go; answers the rows of each. @throws the first failure, after every answer is in */
export async function pipeline(
  client: pg.ClientBase,
  statements: readonly Statement[],
): Promise<readonly object[][]> {
  const answers = await Promise.allSettled(
    inOneWrite(client, () =>
      statements.map(({ name, text, values }) => client.query<object>({ name, text, values: [...values] })),
    ),
  );
  return answers.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value.rows;
  });
}

/** What `pg` does not declare of its client: the socket. */
interface WithSocket {
  readonly connection?: { readonly stream?: Writable };
}

// Each statement is written by itself otherwise, and a write wakes the server: half of what a short command costs here.
function inOneWrite<T>(client: pg.ClientBase, send: () => T): T {
  const socket = (client as WithSocket).connection?.stream;
  socket?.cork();
  try {
    return send();
  } finally {
    socket?.uncork();
  }
}

/**
 * Runs statements for one institution in one transaction and one round trip; answers the rows of the last.
 * After a failure the connection is thrown away: a pipeline that broke off may leave statements half prepared.
 */
export async function within<R extends object>(
  pool: pg.Pool,
  institution: string,
  ...statements: readonly Statement[]
): Promise<readonly R[]> {
  const client = await pool.connect();
  try {
    const answers = await pipeline(client, [...beginFor(institution), ...statements, COMMIT]);
    client.release();
    return (answers.at(-2) ?? []) as R[];
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Runs one statement that needs no institution, or sets it by itself. */
export async function single<R extends object>(pool: pg.Pool, statement: Statement): Promise<readonly R[]> {
  const { name, text, values } = statement;
  return (await pool.query<R>({ name, text, values: [...values] })).rows;
}

/** The SQLSTATE of an error of the database. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code : undefined;
