import { contentFaults, sealedFaults } from './check-contents.ts';
import { entryFaults } from './check-entries.ts';
import { fileFaults } from './check-files.ts';
import { proofFaults, signedBy, type Signed } from './check-proofs.ts';
import { receiptsOf, type Receipted } from './check-receipts.ts';
import { proceduresOf, rosterFaults, stateFaults } from './check-states.ts';
import { courseFaults, courseOf, type Course } from './course.ts';
import type { BundleFault } from './fault.ts';
import type { BundleManifest } from './layout.ts';
import { restartFaults, restartsIn, type BundledRestart } from './restarts.ts';
import { readBundle, type Bundle, type BundleFiles, type BundleMeans } from './read-bundle.ts';

/** What the check of a 归档包 found. Nothing in `faults` means 一致. */
export interface BundleReport {
  readonly faults: readonly BundleFault[];
  /** Null where the bundle could not be read. */
  readonly read: ReadReport | null;
}

export interface ReadReport {
  readonly manifest: BundleManifest;
  readonly figures: {
    readonly files: number;
    readonly entries: number;
    readonly streams: number;
    /** Sealed bodies: open to the reader, kept from the reader, erased (已按规定清除). */
    readonly open: number;
    readonly kept: number;
    readonly erased: number;
    /** Texts and originals that are not in the bundle. */
    readonly absent: number;
  };
  readonly tree: { readonly size: number; readonly root: string };
  /** Null: nobody signed the tree; then the bundle agrees with itself, and no more is shown. */
  readonly signed: Signed | null;
  /** Logs that went on in the place of a lost one, as the house declared it: no fault, and never silent. */
  readonly restarts: readonly BundledRestart[];
  /** Null: the house has signed no receipts over the entries. */
  readonly receipted: Receipted | null;
  readonly course: Course | null;
}

/** The steps of a check, in their order. */
export const BUNDLE_STEPS = ['read', 'files', 'entries', 'proofs', 'contents', 'states', 'course'] as const;
export type BundleStep = (typeof BUNDLE_STEPS)[number];

/**
 * Checks a 归档包 by what is in it alone: every hash, chain, proof and signature, what is cited, sealed bodies that are
 * open, the states folded anew from the entries, the posts of then, and the course of the case. Each step is named before
 * it is done, so that a page can show how far it is; the report comes last.
 */
export function* checkingBundle(
  files: BundleFiles,
  means: BundleMeans,
): Generator<BundleStep | BundleReport, void, void> {
  yield 'read';
  const bundle = readBundle(files);
  if (!('manifest' in bundle)) {
    yield { faults: bundle, read: null };
    return;
  }
  const { sha256 } = means;
  const faults: BundleFault[] = [];
  yield 'files';
  faults.push(...fileFaults(bundle, sha256));
  yield 'entries';
  faults.push(...entryFaults(bundle, sha256));
  yield 'proofs';
  faults.push(...proofFaults(bundle, means));
  const { signed, faults: unsigned } = signedBy(bundle, means);
  const { receipted, faults: unreceipted } = receiptsOf(bundle, means);
  faults.push(...unsigned, ...unreceipted);
  yield 'contents';
  faults.push(...contentFaults(bundle, sha256), ...sealedFaults(bundle, sha256));
  yield 'states';
  const procedure = proceduresOf(bundle);
  faults.push(...stateFaults(bundle, procedure), ...rosterOf(bundle));
  const restarts = declaredIn(bundle);
  faults.push(...restartFaults(restarts, signed));
  yield 'course';
  const course = courseOf(bundle.manifest.case.id, bundle.entries, procedure);
  faults.push(...courseFaults(bundle, course));
  yield { faults, read: { ...reportOf(bundle), signed, restarts, receipted, course } };
}

/** Entries of the house that cannot be folded are named with the states. */
function rosterOf(bundle: Bundle): readonly BundleFault[] {
  try {
    return rosterFaults(bundle);
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'unreadable';
    return [{ kind: 'roster', where: bundle.manifest.institution.id, detail }];
  }
}

/** Nothing, where the house cannot be folded: which is named with the states. */
function declaredIn({ entries }: Bundle): readonly BundledRestart[] {
  try {
    return restartsIn(entries);
  } catch {
    return [];
  }
}

function reportOf({
  manifest,
  entries,
  sealed,
  contents,
  proofs,
}: Bundle): Omit<ReadReport, 'signed' | 'restarts' | 'receipted' | 'course'> {
  const bodies = (state: string): number => sealed.filter((body) => body.state === state).length;
  return {
    manifest,
    figures: {
      files: manifest.files.length,
      entries: entries.length,
      streams: new Set(entries.map(({ entry }) => entry.stream)).size,
      open: bodies('open'),
      kept: bodies('kept'),
      erased: bodies('erased'),
      absent: contents.filter(({ path }) => path === null).length,
    },
    tree: { size: proofs.size, root: proofs.root },
  };
}
