import {
  decodeEntry,
  MalformedEntry,
  type Entry,
  type Sha256,
  type VerifySignature,
} from '@mouding/evidence';
import type { z } from 'zod';
import type { BundleFault } from './fault.ts';
import {
  BUNDLE_PATHS,
  BundleCapacities,
  BundleContents,
  BundleCourse,
  BundleFormat,
  BundleManifest,
  BundleProofs,
  BundleSealed,
  BundleStates,
} from './layout.ts';

/** The files of a bundle, unpacked. */
export interface BundleFiles {
  readonly paths: readonly string[];
  bytes(path: string): Uint8Array | undefined;
  /** The bytes as UTF-8; undefined for what is not there, and for what is none. */
  text(path: string): string | undefined;
}

/** What a check computes with: injected, so that the same code runs on a server, on a bare Node and in a page. */
export interface BundleMeans {
  readonly sha256: Sha256;
  readonly verify: VerifySignature;
}

/** An entry of the bundle at its place. */
export interface BundledEntry {
  readonly text: string;
  readonly entry: Entry;
  readonly index: number;
  readonly leafHash: string;
}

/** A bundle with its parts read. */
export interface Bundle {
  readonly files: BundleFiles;
  readonly manifest: BundleManifest;
  readonly proofs: BundleProofs;
  readonly entries: readonly BundledEntry[];
  readonly sealed: BundleSealed;
  readonly contents: BundleContents;
  readonly states: BundleStates;
  readonly capacities: BundleCapacities;
  readonly course: BundleCourse;
}

/** The parts of a bundle; faults say which of them cannot be read, and then there is nothing to check. */
export function readBundle(files: BundleFiles): Bundle | readonly BundleFault[] {
  const strange = strangeFormat(files);
  if (strange) return [strange];
  const faults: BundleFault[] = [];
  const part = <S extends z.ZodType>(path: string, shape: S): z.infer<S> | undefined => {
    const text = files.text(path);
    const value = parsed(text);
    const read = shape.safeParse(value);
    const without = text === undefined ? 'not there' : 'no JSON';
    if (!read.success)
      faults.push(unreadable(path, value === undefined ? without : (read.error.issues[0]?.message ?? '')));
    return read.data;
  };
  const manifest = part(BUNDLE_PATHS.manifest, BundleManifest);
  const proofs = part(BUNDLE_PATHS.proofs, BundleProofs);
  const sealed = part(BUNDLE_PATHS.sealed, BundleSealed);
  const contents = part(BUNDLE_PATHS.contents, BundleContents);
  const states = part(BUNDLE_PATHS.states, BundleStates);
  const capacities = part(BUNDLE_PATHS.capacities, BundleCapacities);
  const course = part(BUNDLE_PATHS.course, BundleCourse);
  const entries = entriesIn(files, proofs, faults);
  const parts = { files, manifest, proofs, entries, sealed, contents, states, capacities, course };
  return isWhole(parts) && faults.length === 0 ? parts : faults;
}

/** A bundle of another time is named as that: what else would be found of it means nothing. */
function strangeFormat(files: BundleFiles): BundleFault | null {
  const manifest = parsed(files.text(BUNDLE_PATHS.manifest));
  const { format } = (manifest ?? {}) as { readonly format?: unknown };
  if (typeof format !== 'string' || BundleFormat.safeParse(format).success) return null;
  const detail = `${format.slice(0, 100)}; known: ${BundleFormat.options.join(', ')}`;
  return { kind: 'format', where: BUNDLE_PATHS.manifest, detail };
}

type Parts = { readonly [Part in keyof Bundle]: Bundle[Part] | undefined };

const isWhole = (parts: Parts): parts is Bundle => Object.values(parts).every((part) => part !== undefined);

function entriesIn(
  files: BundleFiles,
  proofs: BundleProofs | undefined,
  faults: BundleFault[],
): readonly BundledEntry[] {
  const lines = (files.text(BUNDLE_PATHS.entries) ?? '').split('\n').slice(0, -1);
  if (proofs && lines.length !== proofs.leaves.length)
    faults.push({
      kind: 'proof',
      where: BUNDLE_PATHS.proofs,
      detail: `${lines.length} entries, ${proofs.leaves.length} proofs`,
    });
  return lines.flatMap((text, line) => {
    const { index = -1, leafHash = '' } = proofs?.leaves[line] ?? {};
    try {
      return [{ text, entry: decodeEntry(text), index, leafHash }];
    } catch (error) {
      if (!(error instanceof MalformedEntry)) throw error;
      faults.push({
        kind: 'entry',
        where: `${BUNDLE_PATHS.entries} ${line + 1}`,
        detail: error.message,
      });
      return [];
    }
  });
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const unreadable = (where: string, detail: string): BundleFault => ({ kind: 'unreadable', where, detail });
