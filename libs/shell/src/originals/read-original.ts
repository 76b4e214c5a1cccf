import { randomUUID } from 'node:crypto';
import { FileRef, parseStream, TAKES, type ReadOutcome } from '@mouding/core';
import { convertInChild, isUnreadable, treeOfWord, type Converter, type WordIn } from '@mouding/documents';
import { sha256, type Ledger } from '@mouding/ledger';
import { mintFrom, rootOf, treeDocument } from '@mouding/text';
import { z } from 'zod';
import { askedByClock } from '../commands/asking.ts';
import { carryOut, type Means } from '../commands/carry-out.ts';
import { worldNow } from '../reading/world-now.ts';
import { asksAboutRevisions, notRead, recognisedIn } from './read-outcome.ts';

/** What a hand-in sends when its original waits to be read. */
export const ReadMessage = z.object({
  institution: z.uuid(),
  stream: z.string(),
  original: FileRef,
  /** The 配合部门 that gave it; null for the stream's own hand-in. */
  department: z.uuid().nullable(),
  take: z.enum(TAKES).nullable(),
});
type ReadMessage = z.infer<typeof ReadMessage>;

/** How originals are read. */
export interface Reading {
  /** LibreOffice, where it is installed. */
  readonly converter: Converter | null;
  /** Which attempt this is, from 1: a reader that stopped by itself is started again before the sender is troubled. */
  readonly attempt: number;
}

const ATTEMPTS = 3;
/** Beyond this nothing is read: one byte more tells the reader that there is too much. */
const MOST_BYTES = 50_000_001;

/** Thrown when the reading process ended by itself; the job is tried again. */
export class ReaderStopped extends Error {}

/**
 * Reads the text out of an original, in a process without network, files or secrets, and says what came of it. Reading
 * twice, or after what was handed in was taken back, changes nothing: whoever waits for an original waits once.
 */
export async function readOriginal(
  means: Means,
  given: z.input<typeof ReadMessage>,
  { converter, attempt }: Reading,
): Promise<void> {
  const message = ReadMessage.parse(given);
  if (!(await waits(means, message))) return;
  const bytes = await bytesOf(means.ledger, message);
  const word = await convertInChild(bytes, '', {
    converter,
    ...(message.take ? { revisions: message.take } : {}),
  });
  if (isUnreadable(word) && word.trouble === 'failed' && attempt < ATTEMPTS)
    throw new ReaderStopped(`the reader of ${message.original.hash} stopped`);
  const outcome = isUnreadable(word) ? notRead(word) : await outcomeOf(means.ledger, message, word);
  await say(means, message, outcome);
}

/** Whether somebody still waits for this original: a slow conversion is not done for nobody. */
async function waits(means: Means, message: ReadMessage): Promise<boolean> {
  const { institution, stream, original, department } = message;
  const world = worldNow(means, institution);
  const { kind, id } = parseStream(stream);
  const { answer } = await world.reach((known) => {
    if (kind === 'contribution') return known.state('contribution', id)?.context.reading;
    const chapter = known.state('chapter', id)?.context;
    return department === null ? chapter?.reading : chapter?.inputReadings[department];
  });
  return answer?.standing === 'waiting' && answer.original.hash === original.hash;
}

/** The bytes of an original, as far as anything is read of it. */
export async function bytesOf(
  ledger: Ledger,
  { institution, original }: Pick<ReadMessage, 'institution' | 'original'>,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of ledger.fileParts(institution, original.hash)) {
    parts.push(part);
    size += part.length;
    if (size >= MOST_BYTES) break;
  }
  return Buffer.concat(parts);
}

/** The text of a file that was read, kept; its pictures, too. */
async function outcomeOf(ledger: Ledger, message: ReadMessage, word: WordIn): Promise<ReadOutcome> {
  const { institution, stream, original, take } = message;
  if (asksAboutRevisions(word, take)) {
    const { revisions, comments } = word;
    return { found: 'revisions', revisions: revisions.count, comments: comments.length };
  }
  if (word.paragraphs.length === 0) return notRead({ trouble: 'empty' });
  const tree = treeOfWord(word, seedOf(stream, original));
  await ledger.putTree(institution, treeDocument(tree));
  return {
    found: 'text',
    text: { scheme: 'tree@1', hash: rootOf(tree, sha256) },
    recognised: recognisedIn(word),
    take: word.revisions.taken,
    pictures: await keptPictures(ledger, institution, word),
  };
}

/** Ids and salt out of where it was handed in and of its bytes: reading it again gives the same text. */
export function seedOf(stream: string, { hash }: FileRef): Parameters<typeof treeOfWord>[1] {
  const seed = `${stream}/${hash}`;
  const salt = Buffer.from(sha256(Buffer.from(`salt of ${seed}`))).toString('hex', 0, 16);
  return { salt, mint: mintFrom(sha256, seed) };
}

async function keptPictures(
  ledger: Ledger,
  institution: string,
  { pictures }: WordIn,
): Promise<readonly FileRef[]> {
  const refs = new Map<string, FileRef>();
  for (const { bytes, media } of pictures.filter(({ bytes: each }) => each.length > 0)) {
    const hash = sha256(bytes);
    await ledger.keepFile(institution, { content: bytes, hash, mediaType: media });
    const hex = Buffer.from(hash).toString('hex');
    refs.set(hex, { scheme: 'file-sha256@1', hash: hex });
  }
  return [...refs.values()];
}

async function say(
  means: Means,
  { institution, stream, original, department }: ReadMessage,
  outcome: ReadOutcome,
): Promise<void> {
  const { kind, id } = parseStream(stream);
  await carryOut(
    means,
    askedByClock({
      institution,
      verb: `${kind}.read-text`,
      id,
      body: { original, department, outcome },
      // Whether it is still waited for decides; a key that is used again would answer for what was sent since.
      key: `read/${randomUUID()}`,
    }),
  );
}
