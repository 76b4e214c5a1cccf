import { existsSync, readFileSync } from 'node:fs';
import { BUNDLE_PATHS, checkReceipt, isGood, receiptLines } from '@mouding/contract';
import { decodeEntry, fromUtf8, hex, leafHash, readNote, readReceipt, type Note } from '@mouding/evidence';
import { unzip } from '@mouding/documents';
import { sha256, verifyEd25519 } from '@mouding/ledger';
import { receiptSigner } from '@mouding/shell';
import { exitCode } from '../exit-code.ts';
import { homeOf } from '../home.ts';
import { receiptKeyOf } from '../launch.ts';
import type { Out } from '../out.ts';

/** What a receipt is checked with; without either, the key file of this home is used. */
export interface ReceiptWish {
  readonly receipt: string;
  /** File with the verifier key of the house's receipts. */
  readonly key?: string;
  /** A 归档包: its key, and whether the entries are in it. */
  readonly bundle?: string;
}

const LIMITS = { entries: 65_535, entry: 512 * 1024 * 1024 };

/** `mouding verify --receipt FILE`: offline; nothing is asked but what lies on this machine. */
export function verifyReceipt({ receipt, key, bundle }: ReceiptWish, out: Out): number {
  const written = readFileSync(receipt, 'utf8');
  const found = bundle === undefined ? NO_BUNDLE : inBundle(bundle);
  const keyLine = key === undefined ? (found.key ?? keyOfHome(written)) : readFileSync(key, 'utf8');
  const report = checkReceipt(written, keyLine, found.leaves, {
    sha256,
    verify: verifyEd25519,
  });
  for (const line of receiptLines(report)) out.line(line);
  out.answer(report);
  return isGood(report) ? exitCode.ok : exitCode.mismatch;
}

interface Found {
  readonly key: string | undefined;
  readonly leaves: ReadonlyMap<string, string> | null;
}

const NO_BUNDLE: Found = { key: undefined, leaves: null };

function inBundle(path: string): Found {
  const zip = unzip(readFileSync(path), LIMITS);
  const entries = zip.read(BUNDLE_PATHS.entries);
  return {
    key: zip.read(BUNDLE_PATHS.receiptKey)?.toString('utf8'),
    leaves: leavesIn(entries ?? new Uint8Array()),
  };
}

function leavesIn(entries: Uint8Array): ReadonlyMap<string, string> {
  const lines = fromUtf8(entries).split('\n').filter(Boolean);
  return new Map(
    lines.map((line) => {
      const { stream, version } = decodeEntry(line);
      return [`${stream} ${version}`, hex(leafHash(line, sha256))];
    }),
  );
}

/** The key under the name that the receipt itself bears: this home is the house that it must be of. */
function keyOfHome(written: string): string | undefined {
  const file = receiptKeyOf(homeOf(process.env));
  const note = readNote(written);
  if (!note || !existsSync(file)) return undefined;
  return receiptSigner(file, originOf(note))?.keyOf(institutionOf(note));
}

const institutionOf = ({ text }: Note): string => readReceipt(text)?.institution ?? '';

const originOf = ({ signatures }: Note): string => signatures[0]?.name.split('/receipts/')[0] ?? '';
