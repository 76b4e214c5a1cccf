import type { Sha256 } from '../leaf.ts';
import {
  ED25519,
  isSignedBy,
  keyIdOf,
  readNote,
  writeNote,
  type NoteKey,
  type VerifySignature,
} from './note.ts';
import { utf8 } from './utf8.ts';

/** An entry that a receipt stands for. */
export interface ReceiptEntry {
  /** `kind/uuid`. */
  readonly stream: string;
  readonly version: number;
  /** Law time. */
  readonly at: string;
  /** Hex. */
  readonly leafHash: string;
}

/**
 * What the house signs that it has recorded: entries, and of a dissent the meeting, the number of the item there and the
 * commitment to the words, never the words.
 */
export interface SignedReceipt {
  readonly institution: string;
  readonly entries: readonly ReceiptEntry[];
  readonly dissent: { readonly meeting: string; readonly item: number; readonly commitment: string } | null;
}

const FIRST = 'mouding-receipt@1';
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const INSTITUTION = new RegExp(`^institution (${UUID})$`);
const DISSENT = new RegExp(`^dissent (${UUID}) ([1-9]\\d{0,3}) ([0-9a-f]{64})$`);
const ENTRY = new RegExp(
  `^entry ([a-z]{2,20}/${UUID}) ([1-9]\\d{0,8}) (\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}Z) ([0-9a-f]{64})$`,
);

/** The name of the key that signs receipts of an institution. It is never a key of a log. */
export const receiptKeyName = (origin: string, institution: string): string =>
  `${origin}/receipts/${institution}`;

/** The text of the note that is signed. @source C2SP signed-note */
export const receiptText = ({ institution, entries, dissent }: SignedReceipt): string =>
  [
    FIRST,
    `institution ${institution}`,
    ...(dissent ? [`dissent ${dissent.meeting} ${dissent.item} ${dissent.commitment}`] : []),
    ...entries.map(({ stream, version, at, leafHash }) => `entry ${stream} ${version} ${at} ${leafHash}`),
    '',
  ].join('\n');

/** The receipt of a note's text; null for what is none. */
export function readReceipt(text: string): SignedReceipt | null {
  const [, house = '', ...lines] = text.split('\n').slice(0, -1);
  const institution = institutionOf(house);
  const dissent = dissentOf(lines[0] ?? '');
  const entries = lines.slice(dissent ? 1 : 0).map(entryOf);
  const read = { institution, dissent, entries: entries.flatMap((entry) => entry ?? []) };
  return entries.length > 0 && receiptText(read) === text ? read : null;
}

const institutionOf = (line: string): string => INSTITUTION.exec(line)?.[1] ?? '';

function dissentOf(line: string): SignedReceipt['dissent'] {
  const [, meeting, item, commitment] = DISSENT.exec(line) ?? [];
  return meeting && commitment ? { meeting, item: Number(item), commitment } : null;
}

function entryOf(line: string): ReceiptEntry | null {
  const [, stream, version, at, leafHash] = ENTRY.exec(line) ?? [];
  return stream && at && leafHash ? { stream, version: Number(version), at, leafHash } : null;
}

/** Whoever signs: the name and public half of a key, and its signature over bytes. */
export interface Signing {
  readonly name: string;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

/** The receipt as a signed note, as it is handed out. */
export function signedReceipt(
  receipt: SignedReceipt,
  { name, publicKey, sign }: Signing,
  sha256: Sha256,
): string {
  const text = receiptText(receipt);
  const keyId = keyIdOf({ name, type: ED25519, publicKey }, sha256);
  return writeNote({ text, signatures: [{ name, keyId, signature: sign(utf8(text)) }] });
}

/** What a receipt says, where the key has signed it; null for what is none, was altered, or is another's. */
export function openReceipt(
  written: string,
  key: NoteKey,
  sha256: Sha256,
  verify: VerifySignature,
): SignedReceipt | null {
  const note = readNote(written);
  return note && isSignedBy(note, key, sha256, verify) ? readReceipt(note.text) : null;
}
