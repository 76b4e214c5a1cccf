import {
  cosignedAt,
  includes,
  isSignedBy,
  parseVerifierKey,
  readCheckpoint,
  readNote,
  hex,
  type Note,
} from '@mouding/evidence';
import { fromHex } from './bytes.ts';
import { placeOf } from './check-entries.ts';
import type { BundleFault } from './fault.ts';
import { BUNDLE_PATHS } from './layout.ts';
import type { Bundle, BundleMeans } from './read-bundle.ts';

/** Who signed the tree that the entries stand in. */
export interface Signed {
  readonly origin: string;
  /** Names of the witnesses whose cosignature holds, with the moment (seconds since 1970). */
  readonly witnesses: readonly { readonly name: string; readonly at: number }[];
}

/** Every entry is in the tree. */
export function proofFaults({ entries, proofs }: Bundle, { sha256 }: BundleMeans): readonly BundleFault[] {
  const root = fromHex(proofs.root);
  return entries.flatMap((one, at) => {
    const proof = proofs.leaves[at]?.proof.map(fromHex) ?? [];
    const leaf = fromHex(one.leafHash);
    const place = { leaf, index: one.index, size: proofs.size, root };
    return includes(place, proof, sha256)
      ? []
      : [{ kind: 'proof' as const, where: placeOf(one), detail: `index ${one.index} of ${proofs.size}` }];
  });
}

interface Signing {
  readonly signed: Signed | null;
  readonly faults: readonly BundleFault[];
}

/** The checkpoint over that tree, where the bundle has one: null says that nobody signed it. */
export function signedBy(bundle: Bundle, means: BundleMeans): Signing {
  const written = bundle.files.text(BUNDLE_PATHS.checkpoint);
  if (written === undefined) return { signed: null, faults: [] };
  const note = readNote(written);
  const checkpoint = note && readCheckpoint(note.text);
  if (!note || !checkpoint) return refused('it is no checkpoint');
  const { size, root } = bundle.proofs;
  const isOfTree = checkpoint.size === size && hex(checkpoint.root) === root;
  return isOfTree ? signedNote(bundle, note, checkpoint.origin, means) : refused('it is of another tree');
}

function signedNote(bundle: Bundle, note: Note, origin: string, means: BundleMeans): Signing {
  const { sha256, verify } = means;
  const key = parseVerifierKey((bundle.files.text(BUNDLE_PATHS.logKey) ?? '').trim(), sha256);
  if (key?.name !== origin) return refused('no key of this log');
  if (!isSignedBy(note, key, sha256, verify)) return refused('not signed by the key of the log');
  const { witnesses, faults } = witnessed(bundle, note, means);
  return { signed: { origin, witnesses }, faults };
}

function witnessed(
  { files }: Bundle,
  note: Note,
  { sha256, verify }: BundleMeans,
): { readonly witnesses: Signed['witnesses']; readonly faults: readonly BundleFault[] } {
  const lines = (files.text(BUNDLE_PATHS.witnesses) ?? '').split('\n').filter((line) => line !== '');
  const read = lines.map((line) => {
    const key = parseVerifierKey(line, sha256);
    const at = key && cosignedAt(note, key, sha256, verify);
    return { name: key?.name ?? line, at };
  });
  return {
    witnesses: read.flatMap(({ name, at }) => (at === null ? [] : [{ name, at }])),
    faults: read.flatMap(({ name, at }) =>
      at === null ? [fault(BUNDLE_PATHS.witnesses, `no good cosignature of ${name}`)] : [],
    ),
  };
}

const refused = (detail: string): Signing => ({
  signed: null,
  faults: [fault(BUNDLE_PATHS.checkpoint, detail)],
});

const fault = (where: string, detail: string): BundleFault => ({ kind: 'signature', where, detail });
