import {
  cosignedAt,
  COSIGNATURE,
  parseVerifierKey,
  readNote,
  readSignature,
  signatureLine,
  writeAddCheckpoint,
  type NoteKey,
  type Proof,
} from '@mouding/evidence';
import { sha256, verifyEd25519 } from '@mouding/ledger';
import { LOG_SETTINGS } from './settings.ts';

/** Somebody else who looks that a log only grows, and says so by a signature. */
export interface Witness {
  readonly key: NoteKey;
  readonly url: string;
}

/** The setting `WITNESSES`: a witness each, separated by spaces: the line of its key, `@`, its address. */
export function readWitnesses(setting: string | undefined): readonly Witness[] {
  return (setting ?? '').split(/\s+/).filter(Boolean).map(witnessOf);
}

/** The setting `WITNESSES_REQUIRED` of a process that reads no others. @throws Error when it is no number */
export const witnessesRequired = (environment: Readonly<Record<string, string | undefined>>): number =>
  LOG_SETTINGS.WITNESSES_REQUIRED.parse(environment['WITNESSES_REQUIRED'] || undefined);

/** Who watches a log, and how many of them must have signed what is handed out of it. */
export interface Witnessing {
  readonly witnesses: readonly Witness[];
  readonly required: number;
}

/** Of a house that named nobody. */
export const NO_WITNESSES: Witnessing = { witnesses: [], required: 0 };

/** @throws Error for a setting that cannot be read, and where more must sign than are named */
export function openWitnessing(setting: string | undefined, required: number): Witnessing {
  const witnesses = readWitnesses(setting);
  if (required <= witnesses.length) return { witnesses, required };
  throw new Error(
    `WITNESSES_REQUIRED=${required}，而 WITNESSES 只有 ${witnesses.length} 个 · only ${witnesses.length} are named in WITNESSES`,
  );
}

function witnessOf(word: string): Witness {
  const [, line = '', url = ''] = /^(.+?)@(https?:\/\/.+)$/.exec(word) ?? [];
  const key = parseVerifierKey(line, sha256);
  if (key?.type === COSIGNATURE) return { key, url: url.endsWith('/') ? url : `${url}/` };
  throw new Error(`WITNESSES: name+id+key@https://… is wanted, not ${word}`);
}

/** What came back from a witness. */
export type Cosigned =
  | { readonly line: string; readonly seconds: number }
  | { readonly behind: number }
  | { readonly refused: string };

const PATIENCE_MS = 5_000;
const CONFLICT = 409;

/**
 * Sends a checkpoint to a witness. `behind` says which size it knows, to be asked again from there.
 *
 * @param old the size that the witness is believed to have seen last
 * @throws what the network throws
 * @source C2SP tlog-witness
 */
export async function askWitness(
  { key, url }: Witness,
  { old, proof, note }: { readonly old: number; readonly proof: Proof; readonly note: string },
): Promise<Cosigned> {
  const response = await fetch(new URL('add-checkpoint', url), {
    method: 'POST',
    body: writeAddCheckpoint({ old, proof, checkpoint: note }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const text = await response.text();
  if (response.status === CONFLICT && /^(0|[1-9]\d{0,15})\n$/.test(text)) return { behind: Number(text) };
  if (!response.ok) return { refused: `${response.status} ${text.slice(0, 200).trim()}` };
  return cosignatureIn(text, key, note);
}

function cosignatureIn(text: string, key: NoteKey, written: string): Cosigned {
  const note = readNote(written);
  const lines = text.split('\n').filter(Boolean).map(readSignature);
  const own = lines.filter((line) => line?.name === key.name);
  for (const line of own) {
    const seconds = note && line && cosignedAt({ ...note, signatures: [line] }, key, sha256, verifyEd25519);
    if (line && typeof seconds === 'number') return { line: signatureLine(line), seconds };
  }
  return { refused: 'the answer holds no good cosignature' };
}
