import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64 } from '@mouding/evidence';
import { createSigningKey, openSigningKey, type SigningKey } from './key.ts';
import { createMemory, openMemory, type Memory } from './memory.ts';

/** The files of a signer, in a folder of their own. */
export interface SignerFiles {
  /** The private key, 0600. */
  readonly key: string;
  /** What was signed last of each log. */
  readonly memory: string;
  /** The public half in base64, for whoever checks: to be handed out once and compared ever after. */
  readonly publicKey: string;
}

/** Where a signer keeps what in its folder. */
export const signerFiles = (folder: string): SignerFiles => ({
  key: join(folder, 'key.pem'),
  memory: join(folder, 'signed.json'),
  publicKey: join(folder, 'public-key'),
});

/**
 * Opens the folder of a signer; an empty one gets a key and a memory.
 *
 * @throws when one of the two is there without the other: a new key would be nobody's, and a new memory would sign
 * anything
 */
export function openSignerFolder(folder: string): { readonly key: SigningKey; readonly memory: Memory } {
  const files = signerFiles(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const [hasKey, hasMemory] = [existsSync(files.key), existsSync(files.memory)];
  if (hasKey !== hasMemory) throw new Error(missing(hasKey ? files.memory : files.key));
  if (!hasKey) {
    // The memory last: should this be cut off between the two, the next start says so instead of making a second key.
    createSigningKey(files.key);
    createMemory(files.memory);
  }
  const key = openSigningKey(files.key);
  writeFileSync(files.publicKey, `${toBase64(key.publicKey)}\n`);
  return { key, memory: openMemory(files.memory) };
}

const missing = (file: string): string =>
  `${file} 不见了：请从备份恢复该文件后再启动；没有备份时，用 npx mouding log recover 宣告另起记录树。` +
  ` · ${file} is gone: restore it from a backup and start again; without one, declare a new log with npx mouding log recover.`;
