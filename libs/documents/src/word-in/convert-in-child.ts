import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORD_LIMITS } from './limits.ts';
import { toWord, type Converter } from './old-word.ts';
import { whole } from './read-word.ts';
import { sniffed } from './sniff.ts';
import { isUnreadable, unreadable, type Unreadable } from './unreadable.ts';
import { unpacked, type Order } from './wire.ts';
import type { TakeRevisions, WordIn } from './word.ts';

/** How bytes are to be converted. */
export interface ConvertWish {
  readonly revisions?: TakeRevisions;
  /** LibreOffice, for .doc and .wps; without it they are answered with 请补正. */
  readonly converter?: Converter | null;
  /** Until the reading process is killed; ten seconds unless said otherwise. */
  readonly milliseconds?: number;
}

/** Heap of the reading process in MB. */
const HEAP = 256;
const LONGEST = 10_000;
/** What an answer may have: all pictures of the largest file, and its text. */
const MOST = 150_000_000;

const SOURCE = import.meta.url.endsWith('.ts');
const HERE = dirname(fileURLToPath(import.meta.url));
const LIBRARY = join(HERE, '..', '..');

/**
 * Reads the bytes of a stranger in a process of its own, which may neither write a file, start a program nor reach the
 * network, has nothing of this process's environment, and is killed after ten seconds.
 *
 * @param name of the file as it was sent; it only tells text from Markdown and HTML
 */
export async function convertInChild(
  bytes: Uint8Array,
  name: string,
  wish: ConvertWish = {},
): Promise<WordIn | Unreadable> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length === 0) return unreadable('empty');
  if (buffer.length > WORD_LIMITS.bytes) return unreadable('file-too-large');
  const kind = sniffed(buffer);
  if (kind === 'zip') return readIn(buffer, 'word', wish);
  if (kind === 'text') return readIn(buffer, textKind(name, buffer), wish);
  return kind === 'old-word' ? readOld(buffer, wish) : unreadable(kind);
}

async function readOld(bytes: Buffer, wish: ConvertWish): Promise<WordIn | Unreadable> {
  if (!wish.converter) return unreadable('not-convertible');
  const word = await toWord(bytes, wish.converter);
  return isUnreadable(word) ? word : readIn(word, 'word', wish);
}

function textKind(name: string, bytes: Buffer): Order['kind'] {
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  const isHtml =
    /\.html?$/i.test(name) || /^\s*<(?:!doctype html|html)\b/i.test(bytes.toString('latin1', 0, 200));
  return isHtml ? 'pasted' : 'plain';
}

async function readIn(bytes: Buffer, kind: Order['kind'], wish: ConvertWish): Promise<WordIn | Unreadable> {
  const order: Order = { kind, ...(wish.revisions ? { revisions: wish.revisions } : {}) };
  const said = await heard(bytes, order, wish.milliseconds ?? LONGEST);
  if (!Buffer.isBuffer(said)) return said;
  const answer = unpacked(said);
  if (!answer) return unreadable('failed');
  return isUnreadable(answer) ? answer : whole(answer);
}

/** What the process may read: its own program. */
const READABLE = [join(HERE, '..', '*'), join(LIBRARY, 'package.json')];
/** With which the process is started: little memory, nothing of the disk but its program, no other processes. */
export const CHILD_FLAGS: readonly string[] = [
  `--max-old-space-size=${HEAP}`,
  '--permission',
  ...READABLE.map((path) => `--allow-fs-read=${path}`),
  '--no-warnings',
];

/** Gives the bytes to a reading process and answers all that it says; it is killed when it takes or says too much. */
function heard(bytes: Buffer, order: Order, milliseconds: number): Promise<Buffer | Unreadable> {
  const program = join(HERE, SOURCE ? 'child.ts' : 'child.js');
  return new Promise((answer) => {
    const child = spawn(process.execPath, [...CHILD_FLAGS, program, JSON.stringify(order)], {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let trouble: Unreadable | undefined;
    const stop = (why: Unreadable): void => {
      trouble ??= why;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop(unreadable('timeout')), milliseconds);
    const pieces: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size > MOST) stop(unreadable('unpacks-too-large'));
      else pieces.push(piece);
    });
    // A process that ends before it has read everything has said why, or says nothing.
    child.stdin.on('error', () => undefined);
    child.on('error', () => stop(unreadable('failed')));
    child.on('close', (code) => {
      clearTimeout(timer);
      answer(trouble ?? (code === 0 ? Buffer.concat(pieces) : unreadable('failed')));
    });
    child.stdin.end(bytes);
  });
}
