import type { BareWord } from './read-bare.ts';
import { isUnreadable, type Unreadable } from './unreadable.ts';
import type { TakeRevisions } from './word.ts';

/** What the child is to read. */
export interface Order {
  readonly kind: 'word' | 'plain' | 'markdown' | 'pasted';
  readonly revisions?: TakeRevisions;
}

/** An answer as it goes over a pipe: the length of its JSON, the JSON, and the bytes of the pictures behind it. */
export function packed(answer: BareWord | Unreadable): readonly Buffer[] {
  const pictures = isUnreadable(answer) ? [] : answer.pictures.map(({ bytes }) => Buffer.from(bytes));
  const said = isUnreadable(answer)
    ? answer
    : { ...answer, pictures: answer.pictures.map(({ bytes, ...rest }) => ({ ...rest, size: bytes.length })) };
  const json = Buffer.from(JSON.stringify(said), 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return [length, json, ...pictures];
}

interface Sent extends Omit<BareWord, 'pictures'> {
  readonly pictures: readonly (Omit<BareWord['pictures'][number], 'bytes'> & { readonly size: number })[];
}

/** The answer again. Undefined for bytes that are none: the child ended before it had said everything. */
export function unpacked(bytes: Buffer): BareWord | Unreadable | undefined {
  if (bytes.length < 4) return undefined;
  let at = 4 + bytes.readUInt32BE();
  if (bytes.length < at) return undefined;
  const said = JSON.parse(bytes.toString('utf8', 4, at)) as Sent | Unreadable;
  if (isUnreadable(said)) return said;
  const pictures = said.pictures.map(({ size, ...rest }) => {
    const picture = bytes.subarray(at, at + size);
    at += size;
    return { ...rest, bytes: picture };
  });
  return at === bytes.length ? { ...said, pictures } : undefined;
}
