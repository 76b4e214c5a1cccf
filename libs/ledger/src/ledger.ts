import type pg from 'pg';
import type { ItemRow, ObligationRow } from '@mouding/core';
import type { Json } from '@mouding/evidence';
import type { DeadlineRow, Head, StoredEntry } from './batch.ts';
import { openAuditLog, type AuditLog } from './audit-log.ts';
import { lawNow, moveClock, type ClockMove } from './clock.ts';
import { coalescer, type Coalesced, type CoalescedAppend } from './coalesced.ts';
import type { CommandKey } from './command-tx.ts';
import { ENTRIES, storedEntry, type EntryRow } from './entry-rows.ts';
import { GATE_LIMITS, openPool, within } from './connection.ts';
import { openKeys, type Disclosed, type Keys } from './data-keys.ts';
import { feed, history, listen, logSize, type Leaf } from './feed.ts';
import { openFiles, type Files } from './files.ts';
import { hexOf } from './hashing.ts';
import { beat, heartbeats, type Heartbeat } from './heartbeats.ts';
import {
  dueDeadlines,
  dueInstitutions,
  found,
  institutions,
  type Founding,
  type Institution,
} from './institutions.ts';
import { openDrafts, type Drafts } from './drafts.ts';
import { openContacts, type Contacts } from './contacts.ts';
import { openOutbox, type Outbox } from './messages.ts';
import { forgetArrival, openCommand, type Foreseen, type Opened } from './open-command.ts';
import {
  accesses,
  logAccess,
  openCredentials,
  openDirectory,
  type Access,
  type Credentials,
  type Directory,
} from './people.ts';
import { forwardJobs, freeAbandonedJobs } from './jobs.ts';
import { items, obligationsOf, obligationsOfCase, type ItemFilter, type Of } from './read-models.ts';
import { brought } from './brought.ts';
import { openSecondFactors, openStepUps, type SecondFactors, type StepUps } from './second-factors.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { openSignInTrails, type SignInTrails } from './sign-in-trails.ts';
import { HEADS } from './statements.ts';
import { openTexts, type Texts } from './texts.ts';
import { openMailedHeads, type MailedHeads } from './mailed-heads.ts';
import { openTreeLogs, type TreeLogs } from './tree-log.ts';
import { openDepositCodes, type DepositCodes } from './deposit-codes.ts';
import { lastLeafBy, timeline, type TimelineLeaf, type TimelineSpan, type TimelineWish } from './timeline.ts';
import { openUnsigned, type Unsigned } from './unsigned.ts';

export interface LedgerOptions {
  /** The address of a role: app, worker or audit. */
  readonly url: string;
  readonly applicationName: string;
  /** The file that wraps data keys; without it nothing can be sealed or opened. */
  readonly keyFile?: string;
  /** Most connections at once; 10 when left out. */
  readonly max?: number;
  /**
   * Connections set apart for signing in, sessions and health, so that these answer while all others are at work; when
   * left out they share the others.
   */
  readonly gate?: number;
}

/** The log and the tables beside it, under one role. Every call names the institution it is for. */
export interface Ledger extends Texts, Unsigned, Files, DepositCodes {
  /** Begins a command, unless its key was used or is being used. Whoever gets a transaction must end it. */
  open(institution: string, command: CommandKey, foreseen?: Foreseen): Promise<Opened>;
  /**
   * Takes back the first reading of a judged command that ended without an answer that is kept; whoever sends it again
   * is judged by the new reading. Not for a crash: there the first reading stays.
   */
  forgetArrival(institution: string, command: CommandKey): Promise<void>;
  /** Appends that nothing else must be atomic with, many in one transaction; each wins or loses by itself. */
  appendCoalesced(institution: string, append: CoalescedAppend): Promise<Coalesced>;

  lawNow(institution: string): Promise<string>;
  moveClock(institution: string, to: string): Promise<ClockMove>;

  /** Where streams stand, without locking them; absent ones are at version 0. */
  heads(institution: string, streams: readonly string[]): Promise<ReadonlyMap<string, Head>>;
  /** Entries of a stream after a version (0), ascending. */
  entries(institution: string, stream: string, after?: number): Promise<readonly StoredEntry[]>;
  /** Which of these texts and originals (hashes in hex) a person brought, with the law time at which first. */
  brought(
    institution: string,
    person: string,
    hashes: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
  feed(institution: string, afterIdx: number, limit: number): Promise<readonly Leaf[]>;
  /** Entries of these streams after a leaf index (-1 for all), in the order of the log. */
  history(
    institution: string,
    streams: readonly string[],
    afterIdx: number,
    limit: number,
  ): Promise<readonly (Leaf & { readonly entry: string })[]>;
  /** Entries that fit, in either order, out of at most so many leaves. */
  timeline(institution: string, wish: TimelineWish, span: TimelineSpan): Promise<readonly TimelineLeaf[]>;
  /** The last leaf that was entered by a law time, among the first `size`; -1 when there is none. */
  lastLeafBy(institution: string, size: number, at: string): Promise<number>;
  /** The number of leaves of an institution's log. */
  logSize(institution: string): Promise<number>;
  /** Calls back when leaves were added anywhere, and now and then besides; answers how to stop. */
  listen(onBatch: () => void): Promise<() => Promise<void>>;

  /** A sealed body in clear; undefined when there is none or its key was destroyed. @throws WillNotOpen */
  openSealed(
    institution: string,
    stream: string,
    version: number,
    subject: string,
  ): Promise<Json | undefined>;
  /** The same with what shows that it is the one that its entry committed to. @throws WillNotOpen */
  discloseSealed(
    institution: string,
    body: { readonly stream: string; readonly version: number; readonly subject: string },
  ): Promise<Disclosed | undefined>;
  /** Destroys the data key of a subject; no hash changes, no body opens any more. */
  destroyKey(institution: string, subject: string): Promise<void>;
  /** Subjects whose data key was destroyed. */
  destroyedKeys(institution: string): Promise<ReadonlySet<string>>;

  /** Needs the worker's role, or the owner's. */
  found(founding: Founding): Promise<void>;
  institutions(): Promise<readonly Institution[]>;
  dueDeadlines(institution: string, limit: number): Promise<readonly DeadlineRow[]>;
  /** Institutions that have a deadline whose law time has come. Needs the worker's role. */
  dueInstitutions(): Promise<readonly string[]>;
  /** Gives jobs back that a fallen worker held; answers how many. Needs the worker's role. */
  freeAbandonedJobs(): Promise<number>;
  /** Hands at most `most` jobs of the outbox on to the queue; answers how many. Needs the worker's role. */
  forwardJobs(most: number): Promise<number>;

  items(institution: string, filter: ItemFilter): Promise<readonly Of<ItemRow>[]>;
  itemsOfCase(institution: string, caseId: string): Promise<readonly Of<ItemRow>[]>;
  obligationsOf(institution: string, holders: readonly string[]): Promise<readonly Of<ObligationRow>[]>;
  obligationsOfCase(institution: string, caseId: string): Promise<readonly Of<ObligationRow>[]>;

  readonly sessions: Sessions;
  readonly credentials: Credentials;
  readonly trails: SignInTrails;
  readonly secondFactors: SecondFactors;
  readonly stepUps: StepUps;
  readonly directory: Directory;
  readonly contacts: Contacts;
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  readonly treeLogs: TreeLogs;
  readonly mailedHeads: MailedHeads;
  readonly auditLog: AuditLog;
  logAccess(
    institution: string,
    access: { readonly person: string | null; readonly action: string; readonly detail: string },
  ): Promise<void>;

  /** The access log after a position (-1 for all), oldest first. Needs the audit role. */
  accesses(institution: string, after: number, limit: number): Promise<readonly Access[]>;
  /** Says that a process works. Needs the worker's role. */
  beat(process: string): Promise<void>;
  heartbeats(): Promise<readonly Heartbeat[]>;
  /** The reads that signing in needs, over the connections set apart. */
  readonly atGate: Pick<Ledger, 'entries' | 'heads' | 'lawNow' | 'directory'>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the ledger under one role. Nothing is connected until it is used. @throws when the key file is unusable */
export function openLedger(options: LedgerOptions): Ledger {
  const pool = openPool(options);
  const gate = options.gate === undefined ? pool : gateOf(options, options.gate);
  const keys = openKeys(pool, options.keyFile);
  const appendCoalesced = coalescer(pool, keys);
  return {
    open: (institution, command, foreseen) => openCommand(pool, keys, institution, command, foreseen),
    forgetArrival: (institution, command) => forgetArrival(pool, institution, command),
    appendCoalesced,
    moveClock: (institution, to) => moveClock(pool, institution, to),
    ...readsOn(pool),
    atGate: readsOn(gate),
    ...doorOn(gate, options.keyFile),
    ...logOn(pool),
    ...auditOn(pool),
    listen: (onBatch) => listen(options.url, options.applicationName, onBatch),
    ...openTexts(pool),
    ...openFiles(pool),
    ...openUnsigned(pool, keys),
    ...openDepositCodes(pool),
    ...sealedIn(keys),
    found: (founding) => found(pool, founding),
    dueDeadlines: (institution, limit) => dueDeadlines(pool, institution, limit),
    dueInstitutions: () => dueInstitutions(pool),
    freeAbandonedJobs: () => freeAbandonedJobs(pool),
    forwardJobs: (most) => forwardJobs(pool, most),
    items: (institution, filter) => items(pool, institution, filter),
    itemsOfCase: (institution, caseId) => items(pool, institution, { case: caseId }),
    brought: (institution, person, hashes) => brought(pool, institution, person, hashes),
    obligationsOf: (institution, holders) => obligationsOf(pool, institution, holders),
    obligationsOfCase: (institution, caseId) => obligationsOfCase(pool, institution, caseId),
    contacts: openContacts(pool),
    drafts: openDrafts(pool, keys),
    outbox: openOutbox(pool),
    treeLogs: openTreeLogs(pool),
    mailedHeads: openMailedHeads(pool),
    close: () => end(new Set([pool, gate])),
  };
}

async function end(pools: ReadonlySet<pg.Pool>): Promise<void> {
  await Promise.all([...pools].map((pool) => pool.end()));
}

const sealedIn = (
  keys: Keys,
): Pick<Ledger, 'openSealed' | 'discloseSealed' | 'destroyKey' | 'destroyedKeys'> => ({
  openSealed: (institution, stream, version, subject) => keys.open(institution, stream, version, subject),
  discloseSealed: (institution, body) => keys.disclose({ ...body, institution }),
  destroyKey: (institution, subject) => keys.destroy(institution, subject),
  destroyedKeys: (institution) => keys.destroyed(institution),
});

const logOn = (pool: pg.Pool): Pick<Ledger, 'feed' | 'history' | 'timeline' | 'lastLeafBy' | 'logSize'> => ({
  timeline: (institution, wish, span) => timeline(pool, institution, wish, span),
  lastLeafBy: (institution, size, at) => lastLeafBy(pool, institution, size, at),
  feed: (institution, afterIdx, limit) => feed(pool, institution, afterIdx, limit),
  history: (institution, streams, afterIdx, limit) => history(pool, institution, streams, afterIdx, limit),
  logSize: (institution) => logSize(pool, institution),
});

const auditOn = (pool: pg.Pool): Pick<Ledger, 'accesses' | 'auditLog'> => ({
  accesses: (institution, after, limit) => accesses(pool, institution, after, limit),
  auditLog: openAuditLog(pool),
});

const readsOn = (pool: pg.Pool): Ledger['atGate'] => ({
  lawNow: (institution) => lawNow(pool, institution),
  heads: (institution, streams) => headsOf(pool, institution, streams),
  async entries(institution, stream, after = 0) {
    return (await within<EntryRow>(pool, institution, { ...ENTRIES, values: [stream, after] })).map(
      storedEntry,
    );
  },
  directory: openDirectory(pool),
});

type Door =
  | 'sessions'
  | 'credentials'
  | 'trails'
  | 'secondFactors'
  | 'stepUps'
  | 'institutions'
  | 'logAccess'
  | 'beat'
  | 'heartbeats'
  | 'ping';

/** Signing in, sessions and health. */
const doorOn = (gate: pg.Pool, keyFile: string | undefined): Pick<Ledger, Door> => ({
  sessions: openSessions(gate),
  credentials: openCredentials(gate),
  trails: openSignInTrails(gate),
  secondFactors: openSecondFactors(gate, keyFile),
  stepUps: openStepUps(gate),
  institutions: () => institutions(gate),
  logAccess: (institution, access) => logAccess(gate, institution, access),
  beat: (process) => beat(gate, process),
  heartbeats: () => heartbeats(gate),
  ping: async () => void (await gate.query('select')),
});

const gateOf = ({ url, applicationName }: LedgerOptions, max: number): pg.Pool =>
  openPool({ url, applicationName: `${applicationName}-gate`, max, limits: GATE_LIMITS });

async function headsOf(
  pool: pg.Pool,
  institution: string,
  streams: readonly string[],
): Promise<ReadonlyMap<string, Head>> {
  const rows = await within<HeadRow>(pool, institution, { ...HEADS, values: [streams] });
  const heads = new Map<string, Head>(streams.map((stream) => [stream, { version: 0, hash: null }]));
  for (const { stream, version, hash } of rows) heads.set(stream, { version, hash: hexOf(hash) });
  return heads;
}

interface HeadRow {
  readonly stream: string;
  readonly version: number;
  readonly hash: Buffer | null;
}
