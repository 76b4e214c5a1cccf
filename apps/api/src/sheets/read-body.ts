import { ProblemError } from '@mouding/shell';
import type { Request } from 'express';

/** A filled form is some ten thousand bytes. */
const MOST = 1_000_000;

/** The bytes of a small body. @throws ProblemError too-large */
export async function bytesOf(request: Request): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = part as Uint8Array;
    size += bytes.length;
    if (size > MOST) throw new ProblemError('too-large');
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
