import { readFileSync } from 'node:fs';
import { fromBase64, toBase64, type Head } from '@mouding/evidence';
import { replaceFile } from './durable.ts';

/** What a signer has signed last of each log. Written to its file before a signature leaves the house. */
export interface Memory {
  /** Null for a log of which nothing was signed. */
  last(origin: string): Head | null;
  /** Another log was opened in its place: nothing of it is signed any more. */
  closed(origin: string): boolean;
  remember(origin: string, head: Head): void;
  close(origin: string): void;
}

interface Kept {
  readonly size: number;
  readonly root: string;
  readonly closed?: true;
}

/** A memory with nothing in it. */
export const createMemory = (file: string): void => replaceFile(file, '{}\n');

/** Opens the file of a memory. @throws when it is not there or cannot be read as one */
export function openMemory(file: string): Memory {
  const logs = new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Kept>));
  const keep = (origin: string, kept: Kept): void => {
    const next = new Map(logs).set(origin, kept);
    replaceFile(file, `${JSON.stringify(Object.fromEntries(next), null, 2)}\n`);
    logs.set(origin, kept);
  };
  for (const { size, root } of logs.values())
    if (!Number.isSafeInteger(size) || !fromBase64(root)) throw new Error(`${file} is no record of a signer`);
  const last = (origin: string): Head | null => {
    const kept = logs.get(origin);
    return kept ? { size: kept.size, root: fromBase64(kept.root) ?? new Uint8Array() } : null;
  };
  return {
    last,
    closed: (origin) => logs.get(origin)?.closed === true,
    remember: (origin, { size, root }) => keep(origin, { size, root: toBase64(root) }),
    close(origin) {
      const { size = 0, root = '' } = logs.get(origin) ?? {};
      keep(origin, { size, root, closed: true });
    },
  };
}
