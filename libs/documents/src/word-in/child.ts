// The process that reads one file of a stranger. It has no file system to write, no processes, no network and no
// environment; the file comes on stdin, what was read goes to stdout.
import { closeNetwork } from './closed-network.ts';
import { WORD_LIMITS } from './limits.ts';
import { readPastedBare } from './pasted-bare.ts';
import { decodedText, readPlainWords } from './plain-words.ts';
import { readBare, type BareWord } from './read-bare.ts';
import { unreadable, type Unreadable } from './unreadable.ts';
import { packed, type Order } from './wire.ts';

function read(bytes: Buffer, { kind, revisions }: Order): BareWord | Unreadable {
  if (kind === 'word') return readBare(bytes, revisions ? { revisions } : {});
  if (kind === 'pasted') {
    const html = decodedText(bytes);
    return html === undefined ? unreadable('not-a-document') : readPastedBare(html, WORD_LIMITS);
  }
  return readPlainWords(bytes, WORD_LIMITS, kind === 'markdown');
}

closeNetwork();
const order = JSON.parse(process.argv[2] ?? '{}') as Order;
const pieces: Buffer[] = [];
for await (const piece of process.stdin) pieces.push(piece as Buffer);
const answer = read(Buffer.concat(pieces), order);
for (const piece of packed(answer)) process.stdout.write(piece);
