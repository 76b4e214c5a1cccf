import { both } from '../words.ts';
import { checkReceipt, isGood } from './check-receipt.ts';
import { placeOf } from './check-entries.ts';
import type { BundleFault } from './fault.ts';
import { BUNDLE_PATHS, BundleReceipts, type Sentence } from './layout.ts';
import type { Bundle, BundledEntry, BundleMeans } from './read-bundle.ts';

/** What the house signed of the entries. */
export interface Receipted {
  /** 不同意见凭证 among the receipts. */
  readonly dissents: number;
}

/** The same as a line of the screen. */
export const receiptedWords = (receipted: Receipted | null): Sentence =>
  receipted
    ? both(
        `办理回执：由单位签署，涵盖全部记录；不同意见凭证 ${receipted.dissents} 份`,
        `Receipts: signed by the house over every entry; ${receipted.dissents} of dissents`,
      )
    : both('未附单位签署的办理回执', 'No receipts signed by the house');

interface Checked {
  /** Null: the house has signed no receipts. */
  readonly receipted: Receipted | null;
  readonly faults: readonly BundleFault[];
}

/**
 * Every receipt is signed by the key of the house's receipts over entries of the bundle as they are, together they leave
 * none out, and a 不同意见凭证 names a commitment that its entry has.
 */
export function receiptsOf({ files, entries }: Bundle, means: BundleMeans): Checked {
  const written = files.text(BUNDLE_PATHS.receipts);
  if (written === undefined) return { receipted: null, faults: [] };
  const notes = BundleReceipts.safeParse(parsed(written)).data;
  if (!notes) return { receipted: null, faults: [fault(BUNDLE_PATHS.receipts, 'no list of receipts')] };
  const signed: Signed = {
    key: files.text(BUNDLE_PATHS.receiptKey),
    entries: new Map(entries.map((one) => [placeOf(one), one])),
    leaves: new Map(entries.map((one) => [placeOf(one), one.leafHash])),
  };
  const judged = notes.map((note) => judgedBy(note, signed, means));
  const covered = new Set(judged.flatMap(({ places }) => places));
  const left = [...signed.entries.keys()].filter((place) => !covered.has(place));
  return {
    receipted: { dissents: judged.filter(({ isDissent }) => isDissent).length },
    faults: [
      ...judged.flatMap(({ wrong }, at) =>
        wrong === null ? [] : [fault(`${BUNDLE_PATHS.receipts} ${at + 1}`, wrong)],
      ),
      ...left.map((place) => fault(place, 'no receipt covers it')),
    ],
  };
}

interface Signed {
  readonly key: string | undefined;
  /** By their places. */
  readonly entries: ReadonlyMap<string, BundledEntry>;
  readonly leaves: ReadonlyMap<string, string>;
}

interface Judged {
  /** The places of the entries that the house has signed with it. */
  readonly places: readonly string[];
  readonly isDissent: boolean;
  readonly wrong: string | null;
}

function judgedBy(note: string, { key, entries, leaves }: Signed, means: BundleMeans): Judged {
  const report = checkReceipt(note, key, leaves, means);
  if (!isGood(report) || !('receipt' in report))
    return { places: [], isDissent: false, wrong: report.verdict };
  const { dissent, entries: named } = report.receipt;
  const places = named.map(({ stream, version }) => `${stream} ${version}`);
  if (dissent === null) return { places, isDissent: false, wrong: null };
  const bodies = entries.get(places[0] ?? '')?.entry.sealed ?? [];
  const isCommitted = bodies.some(({ cm }) => cm === dissent.commitment);
  return { places, isDissent: true, wrong: isCommitted ? null : 'another commitment than that of its entry' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const fault = (where: string, detail: string): BundleFault => ({ kind: 'receipt', where, detail });
