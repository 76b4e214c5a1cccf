import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { BUNDLE_PATHS, BundleManifest, BundleProofs } from '@mouding/contract';
import {
  checkpointText,
  cosigned,
  cosignedMessage,
  keyIdOf,
  signatureLine,
  verifierKey,
  writeNote,
  type NoteKey,
} from '@mouding/evidence';
import { sha256 } from '@mouding/ledger';
import { withManifest, type Unpacked } from './bundles.ts';

/** A key pair that signs notes. */
export interface Pair extends NoteKey {
  readonly private: KeyObject;
}

export function pairOf(name: string, type: number): Pair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return { name, type, publicKey: der.subarray(der.length - 32), private: privateKey };
}

/** The bundle with a checkpoint over its tree, signed by the log and by a witness. */
export function signed(files: Unpacked, log: Pair, witness: Pair): Unpacked {
  const { size, root } = BundleProofs.parse(JSON.parse(String(files.get(BUNDLE_PATHS.proofs))));
  const text = checkpointText({ origin: log.name, size, root: Buffer.from(root, 'hex') });
  const own = {
    name: log.name,
    keyId: keyIdOf(log, sha256),
    signature: sign(null, Buffer.from(text), log.private),
  };
  const seconds = 1_800_000_000;
  const seen = sign(null, cosignedMessage(seconds, text), witness.private);
  const note =
    writeNote({ text, signatures: [own] }) + signatureLine(cosigned(witness, seconds, seen, sha256));
  return withManifest(
    listed(files, {
      [BUNDLE_PATHS.checkpoint]: note,
      [BUNDLE_PATHS.logKey]: `${verifierKey(log, sha256)}\n`,
      [BUNDLE_PATHS.witnesses]: `${verifierKey(witness, sha256)}\n`,
    }),
  );
}

/** With further files, which the manifest names. */
function listed(files: Unpacked, more: { readonly [path: string]: string }): Unpacked {
  const manifest = BundleManifest.parse(JSON.parse(String(files.get(BUNDLE_PATHS.manifest))));
  const named = Object.keys(more).map((path) => ({ path, bytes: 0, sha256: '0'.repeat(64) }));
  const contents = Object.entries(more).map(([path, text]) => [path, Buffer.from(text)] as const);
  const mended = JSON.stringify({ ...manifest, files: [...manifest.files, ...named] });
  return new Map([...files, ...contents, [BUNDLE_PATHS.manifest, Buffer.from(mended)]]);
}
