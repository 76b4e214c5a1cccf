import type { Head, HashTile } from '@mouding/evidence';
import type pg from 'pg';
import { within, type Statement } from './connection.ts';
import * as sql from './tree-log-statements.ts';

/** One of the logs of an institution: the first, or one that was opened by a declaration. */
export interface LogGeneration {
  readonly generation: number;
  /** Its name in checkpoints; it never changes. */
  readonly origin: string;
}

/** Why a further log was opened, and where the one before had been signed last. */
export interface LogRestart extends LogGeneration {
  readonly reason: string;
  readonly after: Head;
  readonly at: string;
}

/** What was signed, as it is stored. */
export interface StoredCheckpoint extends Head, LogGeneration {
  /** The signed note, without the lines of witnesses. */
  readonly note: string;
  /** Lines of witnesses, each with its newline. */
  readonly cosignatures: readonly string[];
  /** Machine time. */
  readonly at: string;
}

/** A leaf with the bytes that it stands for; `entry` is null where there are none. */
export interface LeafEntry {
  readonly idx: number;
  readonly stream: string;
  readonly version: number;
  readonly entry: string | null;
  readonly leafHash: Buffer | null;
}

/** Whether checkpoints come out. `waiting`: something is away. `stopped`: something is wrong, a person must look. */
export interface LogState {
  readonly state: 'publishing' | 'waiting' | 'stopped';
  readonly zh: string;
  readonly en: string;
}

/** The trees over the entries of an institution, and what was signed of them. */
export interface TreeLogs {
  /** The log that counts; undefined before the first checkpoint. */
  generation(institution: string): Promise<LogGeneration | undefined>;
  /** Every further log with its declaration, oldest first. */
  restarts(institution: string): Promise<readonly LogRestart[]>;
  /** Opens a log, where it is not there. Needs the checkpointer's role, or the owner's. */
  open(
    institution: string,
    log: LogGeneration,
    restart?: Pick<LogRestart, 'reason' | 'after'>,
  ): Promise<void>;
  /** What was signed last of the log that counts; with `witnesses`, the last under which as many of them have signed. */
  newest(institution: string, witnesses?: number): Promise<StoredCheckpoint | undefined>;
  /** The first checkpoint of the log that counts with more than `idx` leaves, under which so many witnesses have signed. */
  covering(institution: string, idx: number, witnesses?: number): Promise<StoredCheckpoint | undefined>;
  /** The checkpoint of this size of the log that counts. */
  ofSize(institution: string, size: number): Promise<StoredCheckpoint | undefined>;
  /** Keeps what was signed together with the tiles of its tree. Needs the checkpointer's role. */
  publish(
    institution: string,
    checkpoint: Pick<StoredCheckpoint, 'generation' | 'size' | 'root' | 'note'>,
    tiles: readonly HashTile[],
  ): Promise<void>;
  /** Keeps the line of a witness. Needs the checkpointer's role. */
  cosign(
    institution: string,
    checkpoint: Pick<StoredCheckpoint, 'generation' | 'size'>,
    cosignature: { readonly witness: string; readonly line: string; readonly seconds: number },
  ): Promise<void>;
  /** How far a witness has cosigned the log that counts; 0 for not at all. */
  cosignedBy(institution: string, witness: string): Promise<number>;
  /** The hashes of a tile of the log that counts, as far as it is filled. */
  tile(institution: string, level: number, index: number): Promise<Uint8Array | undefined>;
  /** Leaves from `from` on, in order, with the bytes of their entries. */
  leaves(institution: string, from: number, limit: number): Promise<readonly LeafEntry[]>;
  /** Says whether checkpoints come out. Needs the checkpointer's role. */
  note(institution: string, state: LogState): Promise<void>;
  /** Whether they do, and since when (machine time). */
  state(institution: string): Promise<(LogState & { readonly since: string }) | undefined>;
}

/** The trees of this ledger's institutions, under the role of the pool. */
export function openTreeLogs(pool: pg.Pool): TreeLogs {
  const first = async <R extends object>(institution: string, statement: Statement): Promise<R | undefined> =>
    (await within<R>(pool, institution, statement))[0];
  const checkpointOf = async (institution: string, statement: Statement) => {
    const row = await first<CheckpointRow>(institution, statement);
    return row && { ...row, at: row.at.toISOString() };
  };
  return {
    generation: (institution) => first<LogGeneration>(institution, sql.GENERATION),
    async restarts(institution) {
      return (await within<RestartRow>(pool, institution, sql.RESTARTS)).map(restartOf);
    },
    async open(institution, log, restart) {
      await within(pool, institution, sql.openLog(log, restart));
    },
    newest: (institution, witnesses = 0) => checkpointOf(institution, sql.newest(witnesses)),
    covering: (institution, idx, witnesses = 0) => checkpointOf(institution, sql.covering(idx, witnesses)),
    ofSize: (institution, size) => checkpointOf(institution, sql.ofSize(size)),
    async publish(institution, checkpoint, tiles) {
      await within(pool, institution, sql.keepTiles(checkpoint.generation, tiles), sql.publish(checkpoint));
    },
    async cosign(institution, checkpoint, cosignature) {
      await within(pool, institution, sql.cosign(checkpoint, cosignature));
    },
    async cosignedBy(institution, witness) {
      return (await first<{ size: number }>(institution, sql.cosignedBy(witness)))?.size ?? 0;
    },
    async tile(institution, level, index) {
      return (await first<{ hashes: Buffer }>(institution, sql.tile(level, index)))?.hashes;
    },
    leaves: (institution, from, limit) => within<LeafEntry>(pool, institution, sql.leaves(from, limit)),
    async note(institution, state) {
      await within(pool, institution, sql.noteState(state));
    },
    async state(institution) {
      const row = await first<LogState & { since: Date }>(institution, sql.STATE);
      return row && { ...row, since: row.since.toISOString() };
    },
  };
}

interface CheckpointRow extends Omit<StoredCheckpoint, 'at'> {
  readonly at: Date;
}
interface RestartRow extends LogGeneration {
  readonly reason: string;
  readonly size: number;
  readonly root: Buffer;
  readonly at: Date;
}

const restartOf = ({ size, root, at, ...row }: RestartRow): LogRestart => ({
  ...row,
  after: { size, root },
  at: at.toISOString(),
});
