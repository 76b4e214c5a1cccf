import { existsSync, readFileSync } from 'node:fs';
import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises';
import type { BundleProofs } from '@mouding/contract';
import {
  ED25519,
  fromBase64,
  hex,
  inclusionProof,
  nodeHash,
  rangeHash,
  verifierKey,
} from '@mouding/evidence';
import { sha256, type Ledger, type StoredCheckpoint } from '@mouding/ledger';
import { NO_WITNESSES, type Witnessing } from '../log/witnesses.ts';
import { overKeptTiles, type OverTree } from './nodes.ts';
import type { GatheredEntry } from './placed-entries.ts';

/** The keys by which signatures of logs are checked. */
export interface LogKeys {
  /** Of the signer of this system's logs, 32 bytes; null where it is not known here: then bundles are not signed. */
  readonly publicKey: Uint8Array | null;
  /** Lines of C2SP signed-note. */
  readonly witnesses: readonly string[];
  /** How many of them must have signed a checkpoint that is handed out. */
  readonly required: number;
}

/** @param file the signer's public key in Base64; it is there once the signer has run */
export function logKeysFrom(
  file: string | undefined,
  { witnesses, required }: Witnessing = NO_WITNESSES,
): LogKeys {
  const there = file !== undefined && existsSync(file);
  return {
    publicKey: there ? fromBase64(readFileSync(file, 'utf8').trim()) : null,
    witnesses: witnesses.map(({ key }) => verifierKey(key, sha256)),
    required,
  };
}

interface Signers {
  readonly log: string;
  readonly witnesses: readonly string[];
}

/** How the entries stand in the institution's log, and who signed it. */
export interface Proven {
  readonly proofs: BundleProofs;
  /** Null while nothing that covers every entry was signed, or its key is not known here. */
  readonly checkpoint: (Pick<StoredCheckpoint, 'note'> & Signers) | null;
}

const PAGE = 5_000;
/** So many proofs are made before whoever else waits for this process has a turn. */
const AT_ONCE = 100;

/**
 * Proofs of every entry in one tree: that of the first checkpoint that covers them all and bears enough lines of
 * witnesses, otherwise of the first that covers them, otherwise that of now.
 */
export async function provenIn(
  ledger: Ledger,
  institution: string,
  entries: readonly GatheredEntry[],
  keys: LogKeys,
): Promise<Proven> {
  const last = entries.at(-1)?.index ?? 0;
  const covering = keys.publicKey ? await coveringOf(ledger, institution, last, keys.required) : undefined;
  const size = covering?.size ?? (await ledger.logSize(institution));
  const over = covering
    ? overKeptTiles(ledger.treeLogs, institution)
    : overLeaves(await leavesOf(ledger, institution, size));
  return {
    checkpoint: covering ? checkpointOf(covering, keys) : null,
    proofs: {
      size,
      root: hex(await over((nodeAt) => rangeHash(0, size, nodeAt, sha256))),
      leaves: await proofsOf(entries, size, over),
    },
  };
}

async function proofsOf(
  entries: readonly GatheredEntry[],
  size: number,
  over: OverTree,
): Promise<BundleProofs['leaves']> {
  const leaves: BundleProofs['leaves'] = [];
  for (const { index, leafHash } of entries) {
    const proof = await over((nodeAt) => inclusionProof(index, size, nodeAt, sha256));
    leaves.push({ index, leafHash, proof: proof.map(hex) });
    if (leaves.length % AT_ONCE === 0) await breath();
  }
  return leaves;
}

function checkpointOf(covering: StoredCheckpoint, keys: LogKeys): Proven['checkpoint'] {
  const signers = signersOf(covering, keys);
  return signers ? { note: covering.note + covering.cosignatures.join(''), ...signers } : null;
}

/** The keys of whoever signed; nothing where that of the log is not known. Witnesses that have not signed are not named. */
function signersOf(
  { origin, cosignatures }: StoredCheckpoint,
  { publicKey, witnesses }: LogKeys,
): Signers | undefined {
  if (!publicKey) return undefined;
  const names = new Set(cosignatures.map((line) => line.split(' ')[1] ?? ''));
  return {
    log: verifierKey({ name: origin, type: ED25519, publicKey }, sha256),
    witnesses: witnesses.filter((line) => names.has(line.split('+')[0] ?? '')),
  };
}

/** How long a checkpoint over what was just done is waited for, and how often it is looked for. Milliseconds of real time. */
const [PATIENCE_MS, LOOK_MS] = [4_000, 100];

/** The first checkpoint over a leaf that enough witnesses signed, or that there is; none where nothing is signed for this ledger. */
async function coveringOf(
  { treeLogs }: Ledger,
  institution: string,
  index: number,
  required: number,
): Promise<StoredCheckpoint | undefined> {
  for (const until = performance.now() + PATIENCE_MS; ; await pause(LOOK_MS)) {
    const found = await treeLogs.covering(institution, index, required);
    if (found) return found;
    if (performance.now() > until) return required === 0 ? undefined : treeLogs.covering(institution, index);
  }
}

async function leavesOf(ledger: Ledger, institution: string, size: number): Promise<readonly Uint8Array[]> {
  const leaves: Uint8Array[] = [];
  while (leaves.length < size) {
    const page = await ledger.feed(institution, leaves.length - 1, Math.min(PAGE, size - leaves.length));
    if (page.length === 0) throw new Error(`the log has no leaf ${leaves.length}`);
    leaves.push(...page.map(({ leafHash }) => Buffer.from(leafHash, 'hex')));
  }
  return leaves;
}

/** Every full node over these leaves. */
function overLeaves(leaves: readonly Uint8Array[]): OverTree {
  const levels: (readonly Uint8Array[])[] = [leaves];
  for (let below = leaves; below.length > 1;) {
    const pairs = Array.from({ length: Math.floor(below.length / 2) }, (_, at) =>
      nodeHash(below[2 * at] ?? NONE, below[2 * at + 1] ?? NONE, sha256),
    );
    levels.push(pairs);
    below = pairs;
  }
  return (work) => Promise.resolve(work((level, index) => levels[level]?.[index] ?? NONE));
}

const NONE = new Uint8Array();
