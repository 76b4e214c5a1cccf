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
import { both } from '../words.ts';
import { BUNDLE_PATHS, type BundleManifest, type Sentence } from './layout.ts';
import type { Bundle, BundleMeans } from './read-bundle.ts';

/** Who signed the tree that the entries stand in. */
export interface Signed {
  readonly origin: string;
  /** Names of the witnesses whose cosignature holds, with the moment (seconds since 1970). */
  readonly witnesses: readonly { readonly name: string; readonly at: number }[];
}

/**
 * Who signed, as a line of the screen. Fewer witnesses than the house wants are no fault of the bundle, and are never
 * passed over: what their lines would show is not shown yet.
 */
export function signedWords(
  signed: Signed | null,
  { files, witnessesRequired: required }: Pick<BundleManifest, 'files' | 'witnessesRequired'>,
): Sentence {
  if (!signed && files.some(({ path }) => path === BUNDLE_PATHS.checkpoint))
    return both('所附日志签名不成立', 'the signature of the log that is in the bundle does not hold');
  if (!signed)
    return both(
      '未附日志签名：只说明包内各项相互一致',
      'no signature of the log: the bundle agrees with itself, and no more is shown',
    );
  const { origin, witnesses } = signed;
  const names = witnesses.map(({ name }) => name);
  const count = required === 0 ? '' : `${names.length}/${required}`;
  const zh = [count, names.join('、') || '无'].filter(Boolean).join('，');
  const en = [count, names.join(', ') || 'none'].filter(Boolean).join(', ');
  return names.length >= required
    ? both(`日志签名：${origin}；见证：${zh}`, `signed by ${origin}; witnesses: ${en}`)
    : both(
        `日志签名：${origin}；见证：${zh}（尚未齐全，请另向单位索取见证齐全的检查点）`,
        `signed by ${origin}; witnesses: ${en} (NOT all that the house wants: ask it for a checkpoint that has them)`,
      );
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
