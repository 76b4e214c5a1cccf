import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Receipt } from '@mouding/contract';
import { ED25519, receiptKeyName, signedReceipt, verifierKey, type SignedReceipt } from '@mouding/evidence';
import { sha256 } from '@mouding/ledger';

/** Signs receipts for this house; null as a whole where no key is set. */
export interface ReceiptSigner {
  /** The line that configures a verifier of an institution's receipts. */
  keyOf(institution: string): string;
  /** The receipt as a signed note. */
  sign(receipt: SignedReceipt): string;
}

/** What the composition root hands in: a {@link ReceiptSigner}, or null. */
export const RECEIPTS = Symbol('receipts');

const KEY_BYTES = 32;

/**
 * The key of receipts: a file of its own, never the signer's, whose process api does not reach.
 *
 * @param origin what the names of its keys begin with
 * @throws Error for a file that holds no Ed25519 key
 */
export function receiptSigner(file: string | undefined, origin: string): ReceiptSigner | null {
  if (file === undefined || !existsSync(file)) return null;
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`${file} holds no Ed25519 key`);
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);
  const nameOf = (institution: string): string => receiptKeyName(origin, institution);
  return {
    keyOf: (institution) => verifierKey({ name: nameOf(institution), type: ED25519, publicKey }, sha256),
    sign: (receipt) =>
      signedReceipt(
        receipt,
        { name: nameOf(receipt.institution), publicKey, sign: (message) => sign(null, message, key) },
        sha256,
      ),
  };
}

/** The signed note over everything that one command recorded; undefined where nothing was, or nobody signs. */
export const noteOver = (
  signer: ReceiptSigner | null,
  institution: string,
  receipts: readonly Receipt[],
): string | undefined =>
  signer && receipts.length > 0 ? signer.sign({ institution, entries: receipts, dissent: null }) : undefined;
