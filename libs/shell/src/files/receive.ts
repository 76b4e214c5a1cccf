import { createHash } from 'node:crypto';
import { mkdtemp, open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { KeptFile, Ledger } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { mediaTypeOf } from './media-type.ts';
import type { Quota } from './quota.ts';

/** An original on its way in over the wire. */
export interface Incoming {
  readonly institution: string;
  readonly person: string;
  readonly name: string | null;
  readonly bytes: Readable;
  /** What the sender says its length is; null when it does not say. */
  readonly length: number | null;
}

/** Takes originals in. */
export type Receive = (incoming: Incoming) => Promise<KeptFile>;

/**
 * Receives originals: their bytes go to a file of this machine while they come in, however slowly, and only what is
 * complete goes to the database, one after the other. The moment at which the last byte was here is when it was received.
 *
 * @param limit bytes of the largest original
 * @returns a function that throws ProblemError too-large, too-many, or invalid-body for nothing and for what broke off
 */
export function receiving(ledger: Ledger, limit: number, quota: Quota): Receive {
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  return async (incoming) => {
    if ((incoming.length ?? 0) > limit) throw tooLarge(limit);
    const folder = await mkdtemp(join(tmpdir(), 'mouding-original-'));
    try {
      const path = join(folder, 'bytes');
      const hash = await spooled(incoming.bytes, path, limit);
      const { institution, person, name } = incoming;
      const received = await ledger.lawNow(institution);
      return await inTurn(async () => {
        const content = await readFile(path);
        await quota({ institution, person, hash, bytes: content.length });
        const mediaType = mediaTypeOf(content);
        return ledger.putFile(institution, { content, hash, mediaType, person, name, received });
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

async function spooled(bytes: Readable, path: string, limit: number): Promise<Buffer> {
  const file = await open(path, 'wx', 0o600);
  try {
    return await copied(bytes, file, limit);
  } catch (error) {
    throw error instanceof ProblemError ? error : brokenOff(error);
  } finally {
    await file.close();
  }
}

/** @returns the hash of the bytes, made while they came in */
async function copied(bytes: Readable, file: FileHandle, limit: number): Promise<Buffer> {
  const hashing = createHash('sha256');
  let size = 0;
  // A sender of too much must still hear the answer: the stream stays open behind it.
  for await (const part of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw tooLarge(limit);
    hashing.update(part);
    await file.write(part);
  }
  if (size === 0)
    throw new ProblemError('invalid-body', {
      detail: { zh: '原件没有内容', en: 'The original has no content' },
    });
  return hashing.digest();
}

const megabytes = (bytes: number): string => String(Math.round(bytes / 1e4) / 100);

const tooLarge = (limit: number): ProblemError =>
  new ProblemError('too-large', {
    detail: {
      zh: `原件不得超过${megabytes(limit)} MB`,
      en: `An original must not be larger than ${megabytes(limit)} MB`,
    },
  });

/** What breaks off is nobody's to hear; a full disk is ours. */
function brokenOff(error: unknown): unknown {
  const { code } = error as { readonly code?: string };
  return code === 'ENOSPC'
    ? new ProblemError('unavailable', { retryAfter: 60 })
    : code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE'
      ? new ProblemError('invalid-body')
      : error;
}
