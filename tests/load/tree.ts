import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fromBase64, hex, leafHash, nodeHash } from '@mouding/evidence';
import { openLedger, sha256, verifyLog, type Ledger } from '@mouding/ledger';
import type { Addresses, Server } from './database.ts';
import type { Options } from './options.ts';
import { checkpointersLedger, signAll, startSigning, type Signing } from './signed-log.ts';
import { decided } from './subjects/decided.ts';
import { timed, type WholeLog } from './whole-log.ts';

/** The tree over a log: how fast it is grown and signed, and how soon after a fact it covers it. */
export interface TreeWork {
  readonly entries: number;
  /** Leaves hashed anew from their entries, put into the tree, kept as tiles and signed; per second of processor time. */
  readonly integrated: number;
  /** Beside it: the same leaves read and hashed, and paired up to the root in memory; nothing kept, nothing signed. */
  readonly paired: number;
  /** The tree made anew from the bytes of the entries and compared with everything signed and kept; the same second. */
  readonly verified: number;
  /** Must be 0. */
  readonly faults: number;
  /** Facts appended one by one while the checkpointer went on. */
  readonly facts: number;
  /** Milliseconds from before a fact was appended until a checkpoint that covers it was published. */
  readonly p50: number;
  readonly p99: number;
}

/** Grows the tree of a log from nothing, beside a loop that only hashes; then lets facts come while it is followed. */
export async function measureTree(server: Server, log: WholeLog, options: Options): Promise<TreeWork> {
  const signing = await startSigning(server, log.addresses);
  const ledger = checkpointersLedger(log.addresses);
  try {
    const grown = await timed(server, () => signAll(ledger, signing.signer, log.institution));
    const paired = await timed(server, () => pairAll(ledger, log.institution));
    const newest = await ledger.treeLogs.newest(log.institution);
    if (!newest || hex(newest.root) !== paired.answer) throw new Error('the two trees differ');
    const trust = { publicKey: fromBase64(readFileSync(signing.publicKey, 'utf8').trim()) };
    const verified = await timed(server, () =>
      verifyLog({ url: log.addresses.owner, institution: log.institution, trust }),
    );
    const lags = await lagsOf(log, signing, ledger, options);
    return {
      entries: newest.size,
      integrated: newest.size / grown.seconds / grown.share,
      paired: newest.size / paired.seconds / paired.share,
      verified: verified.answer.entriesPerSecond / verified.share,
      faults: verified.answer.faults.length,
      facts: lags.length,
      p50: at(lags, 0.5),
      p99: at(lags, 0.99),
    };
  } finally {
    await ledger.close();
    await signing.stop();
  }
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? 0;

const PAGE = 2_000;

/** The root in hex, as a loop that anybody would write comes to it. Sizes that are no power of two carry the last up. */
async function pairAll({ treeLogs, logSize }: Ledger, institution: string): Promise<string> {
  const size = await logSize(institution);
  let level: Uint8Array[] = [];
  while (level.length < size)
    for (const { entry } of await treeLogs.leaves(institution, level.length, PAGE))
      level.push(leafHash(entry ?? '', sha256));
  while (level.length > 1) level = above(level);
  return hex(level[0] ?? NONE);
}

function above(level: readonly Uint8Array[]): Uint8Array[] {
  return Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => {
    const [left = NONE, right] = level.slice(i * 2, i * 2 + 2);
    return right ? nodeHash(left, right, sha256) : left;
  });
}

const NONE = new Uint8Array();

/** Between two facts. Milliseconds; no divisor of the second in which checkpoints come. */
const BETWEEN_MS = 37;
const PATIENCE_MS = 30_000;

/** Appends facts while the worker runs, and finds when each was covered. Milliseconds, sorted. */
async function lagsOf(
  { addresses, institution }: WholeLog,
  signing: Signing,
  ledger: Ledger,
  { ms }: Options,
): Promise<readonly number[]> {
  const worker = await signing.startWorker();
  try {
    const sent = await appendOneByOne(addresses, institution, ms * SPAN);
    const last = sent.at(-1)?.idx ?? 0;
    await covered(ledger, institution, last);
    const lags = [];
    for (const { idx, at: when } of sent) lags.push((await covered(ledger, institution, idx)) - when);
    return lags.toSorted((one, other) => one - other);
  } finally {
    await worker.stop();
  }
}

/** When the first checkpoint over a leaf was published: milliseconds since 1970. @throws Error where none comes */
async function covered({ treeLogs }: Ledger, institution: string, idx: number): Promise<number> {
  for (const until = performance.now() + PATIENCE_MS; ; await pause(BETWEEN_MS)) {
    const checkpointed = await treeLogs.covering(institution, idx);
    if (checkpointed) return Date.parse(checkpointed.at);
    if (performance.now() > until) throw new Error(`entry ${idx} was never covered`);
  }
}

/** So many times the length of one load. */
const SPAN = 20;

async function appendOneByOne(
  { roles }: Addresses,
  institution: string,
  ms: number,
): Promise<readonly { readonly idx: number; readonly at: number }[]> {
  const ledger = openLedger({ url: roles.worker, applicationName: 'bench', max: 1 });
  try {
    const first = await ledger.logSize(institution);
    const sent: { idx: number; at: number }[] = [];
    const law = await ledger.lawNow(institution);
    for (const until = performance.now() + ms; performance.now() < until; await pause(BETWEEN_MS)) {
      const stream = `bench/${randomUUID()}`;
      const idx = first + sent.length;
      const when = Date.now();
      const expected = new Map([[stream, { version: 0, hash: null }]]);
      const done = await ledger.appendCoalesced(institution, {
        expected,
        entries: [decided(idx, stream, law)],
      });
      if (done.kind !== 'done') throw new Error('an append lost its race');
      sent.push({ idx, at: when });
    }
    return sent;
  } finally {
    await ledger.close();
  }
}
