import type pg from 'pg';
import { accountWrites, type AccountWrites } from './account-writes.ts';
import type { Batch, Head, Receipt, Settled, StoredEntry } from './batch.ts';
import { movedClock, type ClockMove } from './clock.ts';
import { compose, type Columns } from './compose.ts';
import { COMMIT, pipeline, ROLLBACK, sqlState, type Statement } from './connection.ts';
import type { Keys } from './data-keys.ts';
import { ENTRIES, storedEntry, type EntryRow } from './entry-rows.ts';
import { failpoint } from './failpoint.ts';
import { bytesOf, hexOf } from './hashing.ts';
import { commitValues } from './commit-values.ts';
import { broughtIn, broughtStatement, textIn, type ReadAhead } from './read-ahead.ts';
import {
  COMMIT_BATCH,
  DEADLINE_STANDS,
  FILE_EXISTS,
  LOCK,
  MOVE_CLOCK,
  REGISTER,
  textBy,
  TEXT_EXISTS,
} from './statements.ts';
import { boxOf, type Box } from './unsigned.ts';

/** What a client asks for, under the key that makes it happen once. */
export interface CommandKey {
  /** The person who asks, or the name of the clockwork. */
  readonly person: string;
  readonly key: string;
  readonly verb: string;
  /** The stream, or route, that the command goes to. */
  readonly target: string;
  /** Hash of the parsed body. */
  readonly bodyHash: string;
  /** Whether its time decides (a deadline is judged by it): its first reading is then kept over retries. */
  readonly judged: boolean;
}

/** A new person's way in. `secret` is an argon2id string. */
export interface Account {
  readonly person: string;
  readonly login: string;
  readonly secret: string;
  readonly name: string;
  /** Whether it must be changed at the first sign-in. */
  readonly oneTime?: boolean;
}

/** A stream to be locked: `write` keeps everyone else off it, `read` keeps writers off it. */
export interface Lock {
  readonly name: string;
  readonly mode: 'read' | 'write';
}

/** One command's transaction, on one connection. It ends with `commit` or `rollback`, whichever comes first. */
export interface CommandTx {
  /** Law time. After `lock` it is the time at which the locks were held, and no earlier than the last entry of a locked stream. */
  readonly now: string;
  /** First database reading of this command in law time; kept over retries when the command is judged by it. */
  readonly received: string;
  /** Where a stream stands that is locked already; undefined for any other. */
  held(stream: string): Head | undefined;
  /**
   * Whether these may be locked now: nothing is locked yet, or all of them are. Locks that come in two turns are not in
   * one order for all, and two commands could wait for each other.
   */
  mayLock(streams: readonly Lock[]): boolean;
  /** Locks streams in one order for all (absent ones too) and answers where they stand after the last lock was got. */
  lock(streams: readonly Lock[]): Promise<ReadonlyMap<string, Head>>;
  /** Entries of a stream after a version, ascending. */
  entries(stream: string, after: number): Promise<readonly StoredEntry[]>;
  /** A text by its key: of a blob the content, of a tree its document. */
  text(key: string): Promise<string | undefined>;
  textExists(hash: string): Promise<boolean>;
  /** Whether the original with this hash (hex) is kept. */
  file(hash: string): Promise<boolean>;
  /** Whether a deadline is still set for this very time. */
  deadlineStands(deadline: Required<Settled>): Promise<boolean>;
  /** Which of these texts and originals (by their keys) a person brought: hashes with the law time at which first. */
  brought(person: string, keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Moves the law clock of a rehearsal forward, with this transaction. */
  moveClock(to: string): Promise<ClockMove>;
  /** Gives a new person a login and a name, beside the log and with this transaction. */
  register(account: Account): Promise<'registered' | 'login-taken'>;
  /** The box of unsigned opinions, with this transaction. */
  readonly box: Box;
  /** What else is done to accounts, beside the log and with this transaction. */
  readonly accounts: AccountWrites;
  /** Appends everything and commits, or writes nothing because a head is not what `lock` answered. */
  commit(
    batch: Batch,
  ): Promise<{ readonly kind: 'done'; readonly receipts: readonly Receipt[] } | { readonly kind: 'moved' }>;
  rollback(): Promise<void>;
}

/** What a transaction works with. `client` has begun, has its institution, and is given back when it ends. */
export interface Begun {
  readonly client: pg.PoolClient;
  readonly keys: Keys;
  readonly institution: string;
  readonly command: CommandKey;
  readonly now: string;
  readonly received: string;
  readonly ahead: ReadAhead;
}

/** A transaction under way. */
interface Running extends Begun {
  readonly heads: Map<string, Head>;
  /** Streams that are locked for writing. */
  readonly written: Set<string>;
  readonly state: { now: string; ended: boolean; failed: boolean };
}

/** The transaction of a command that is neither answered nor being worked on. */
export function commandTx(begun: Begun, locks: readonly Lock[], rows: readonly HeadRow[]): CommandTx {
  const { now, received } = begun;
  const running: Running = {
    ...begun,
    heads: new Map(),
    written: new Set(),
    state: { now, ended: false, failed: false },
  };
  noteHeads(running, locks, rows);
  return {
    get now() {
      return running.state.now;
    },
    received,
    held: (stream) => running.heads.get(stream),
    mayLock: (streams) => running.heads.size === 0 || streams.every((lock) => isHeld(running, lock)),
    lock: (streams) => lockStreams(running, streams),
    entries: async (stream, after) =>
      (await ask<EntryRow>(running, { ...ENTRIES, values: [stream, after] })).map(storedEntry),
    text: (key) => textOf(running, key),
    textExists: (hash) => isThere(running, { ...TEXT_EXISTS, values: [bytesOf(hash)] }),
    file: (hash) => isThere(running, { ...FILE_EXISTS, values: [bytesOf(hash)] }),
    deadlineStands: ({ stream, name, due }) =>
      isThere(running, { ...DEADLINE_STANDS, values: [stream, name, due] }),
    brought: (person, keys) => brought(running, person, keys),
    moveClock: (to) => moveClock(running, to),
    register: (account) => register(running, account),
    box: boxOf((statement) => ask(running, statement), begun.keys, begun.institution),
    accounts: accountWrites((statement) => ask(running, statement)),
    commit: (batch) => commit(running, batch),
    async rollback() {
      const { client, state } = running;
      if (state.ended) return;
      state.ended = true;
      // What a statement left half prepared, and its transaction, go with the connection.
      if (state.failed) client.release(true);
      else await end(client, [ROLLBACK]);
    },
  };
}

async function ask<R extends object>(
  { client, state }: Running,
  statement: Statement,
): Promise<readonly R[]> {
  if (state.ended) throw new Error('this transaction has ended');
  try {
    return ((await pipeline(client, [statement]))[0] ?? []) as R[];
  } catch (error) {
    state.failed = true;
    throw error;
  }
}

const isThere = async (running: Running, statement: Statement): Promise<boolean> =>
  (await ask(running, statement)).length > 0;

async function lockStreams(running: Running, streams: readonly Lock[]): Promise<ReadonlyMap<string, Head>> {
  const { heads } = running;
  const more = streams.filter((lock) => !isHeld(running, lock));
  if (more.length > 0)
    noteHeads(running, more, await ask<HeadRow>(running, { ...LOCK, values: lockValues(more) }));
  failpoint('lock.after');
  return new Map(streams.map(({ name }) => [name, heads.get(name) ?? EMPTY]));
}

/** Streams and modes, side by side, as the statements take them. */
export const lockValues = (locks: readonly Lock[]): readonly [readonly string[], readonly boolean[]] => [
  locks.map(({ name }) => name),
  locks.map(({ mode }) => mode === 'write'),
];

const isHeld = ({ heads, written }: Running, { name, mode }: Lock): boolean =>
  mode === 'write' ? written.has(name) : heads.has(name);

function noteHeads(
  { heads, written, state }: Running,
  locks: readonly Lock[],
  rows: readonly HeadRow[],
): void {
  for (const { stream, version, hash, law_now } of rows) {
    heads.set(stream, { version, hash: hexOf(hash) });
    state.now = later(state.now, law_now.toISOString());
  }
  for (const { name, mode } of locks) if (mode === 'write') written.add(name);
}

// Instants are written in one form, so that their order is that of their texts.
const later = (one: string, other: string): string => (one < other ? other : one);

async function textOf(running: Running, key: string): Promise<string | undefined> {
  const { texts } = running.ahead;
  if (texts.has(key)) return texts.get(key);
  return textIn(await ask(running, textBy(key)));
}

async function brought(
  running: Running,
  person: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { ahead, command } = running;
  const known = person === command.person && keys.every((key) => ahead.texts.has(key));
  return known ? ahead.brought : broughtIn(await ask(running, broughtStatement(person, keys)));
}

async function register(
  running: Running,
  { person, login, secret, name, oneTime = false }: Account,
): Promise<'registered' | 'login-taken'> {
  const rows = await ask(running, { ...REGISTER, values: [person, login, secret, name, oneTime] });
  return rows.length > 0 ? 'registered' : 'login-taken';
}

async function moveClock(running: Running, to: string): Promise<ClockMove> {
  const [row] = await ask<ClockRow>(running, { ...MOVE_CLOCK, values: [to] });
  const moved = movedClock(row);
  if (moved.kind === 'moved') running.state.now = later(running.state.now, moved.now);
  return moved;
}

async function commit(running: Running, batch: Batch): ReturnType<CommandTx['commit']> {
  const { keys, institution, heads, written, state } = running;
  const dataKeys = await keys.forSealing(institution, batch.entries, (wanted) => ask(running, wanted));
  const locked = new Map([...heads].filter(([stream]) => written.has(stream)));
  const columns = compose(institution, batch.entries, locked, dataKeys);
  state.ended = true;
  return send(running, batch, columns);
}

async function send(
  { client, command, keys, institution }: Begun,
  batch: Batch,
  columns: Columns,
): ReturnType<CommandTx['commit']> {
  failpoint('commit.before');
  try {
    await end(client, [{ ...COMMIT_BATCH, values: commitValues(command, batch, columns) }, COMMIT]);
  } catch (error) {
    if (sqlState(error) === MOVED) return { kind: 'moved' };
    // Tried again, the keys are fetched anew, and one that was destroyed is missed by name.
    if (sqlState(error) !== KEY_GONE) throw error;
    keys.forget(institution);
    return { kind: 'moved' };
  }
  failpoint('commit.after');
  return { kind: 'done', receipts: columns.receipts };
}

// The commit is sent with the batch: after a failure it rolls back, and the connection is thrown away, because an
// unfinished pipeline may have left statements half prepared.
async function end(client: pg.PoolClient, statements: readonly Statement[]): Promise<void> {
  try {
    await pipeline(client, statements);
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Raised by `ledger.commit`. */
const MOVED = 'MD001';
const KEY_GONE = 'MD002';

const EMPTY: Head = { version: 0, hash: null };

/** Where a locked stream stands, with the law time at which the locks were held. */
export interface HeadRow {
  readonly stream: string;
  readonly version: number;
  readonly hash: Buffer | null;
  readonly law_now: Date;
}
interface ClockRow {
  readonly refused: string | null;
  readonly law_now: Date;
}
