import {
  checkpointText,
  cosigned,
  cosignedMessage,
  COSIGNATURE,
  extendsTree,
  isSignedBy,
  readAddCheckpoint,
  readCheckpoint,
  readNote,
  signatureLine,
  type Checkpoint,
  type Head,
  type Note,
  type NoteKey,
  type VerifySignature,
} from '@mouding/evidence';
import type { SigningKey } from '../signer/key.ts';
import type { Memory } from '../signer/memory.ts';
import { sha256 } from '../signer/sha256.ts';

/** What a witness works with. */
export interface WitnessMeans {
  readonly name: string;
  readonly key: SigningKey;
  readonly memory: Memory;
  /** The keys of the logs that it watches; the name of a key is the origin of its log. */
  readonly logs: readonly NoteKey[];
  readonly verify: VerifySignature;
  /** Seconds since 1970, of real time. */
  readonly now: () => number;
}

/** An answer of the protocol. */
export interface Reply {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly body: string;
}

/** The key by which others check a witness. */
export const witnessKey = ({ name, key }: Pick<WitnessMeans, 'name' | 'key'>): NoteKey => ({
  name,
  type: COSIGNATURE,
  publicKey: key.publicKey,
});

/**
 * Judges one `add-checkpoint`, and remembers a checkpoint before it is cosigned. Without a pause in between: two requests
 * never overtake each other.
 *
 * @source C2SP tlog-witness
 */
export function addCheckpoint(means: WitnessMeans, body: string): Reply {
  const asked = readAddCheckpoint(body);
  const note = asked && readNote(asked.checkpoint);
  const head = note && readCheckpoint(note.text);
  if (!asked || !note || !head) return { status: 400, body: 'no add-checkpoint request\n' };
  const amiss = stranger(means, note, head) ?? inconsistency(lastOf(means, head), head, asked);
  if (amiss) return amiss;
  means.memory.remember(head.origin, head);
  return { status: 200, body: cosign(means, note.text) };
}

const lastOf = ({ memory }: WitnessMeans, { origin }: Checkpoint): Head =>
  memory.last(origin) ?? { size: 0, root: sha256() };

function stranger({ logs, verify }: WitnessMeans, note: Note, { origin }: Checkpoint): Reply | undefined {
  const keys = logs.filter(({ name }) => name === origin);
  if (keys.length === 0) return { status: 404, body: 'unknown log\n' };
  if (keys.some((key) => isSignedBy(note, key, sha256, verify))) return undefined;
  return { status: 403, body: 'not signed by this log\n' };
}

function inconsistency(
  last: Head,
  head: Checkpoint,
  { old, proof }: { readonly old: number; readonly proof: readonly Uint8Array[] },
): Reply | undefined {
  if (old > head.size) return { status: 400, body: 'the old size is larger\n' };
  const conflict: Reply = { status: 409, body: `${last.size}\n` };
  if (old !== last.size) return conflict;
  if (extendsTree(last, head, proof, sha256)) return undefined;
  const isOtherRoot =
    head.size === last.size && checkpointText(head) !== checkpointText({ ...head, ...last });
  return isOtherRoot ? conflict : { status: 422, body: 'the proof does not hold\n' };
}

function cosign(means: WitnessMeans, text: string): string {
  const seconds = means.now();
  const signature = means.key.sign(cosignedMessage(seconds, text));
  return signatureLine(cosigned(witnessKey(means), seconds, signature, sha256));
}
