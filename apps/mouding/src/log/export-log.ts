import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ED25519, tilePath, verifierKey } from '@mouding/evidence';
import { sha256, type StoredCheckpoint } from '@mouding/ledger';
import { checkpointFile, tileFile, tilesOf, type PublishedLog } from '@mouding/shell';
import { exitCode } from '../exit-code.ts';
import type { Out } from '../out.ts';
import { refuse, type Refused } from '../words.ts';

/**
 * Writes a log as static files. The checkpoint comes last and every file is put in its place whole: a folder that an
 * export broke off in, or that is written again later, is at every moment one that a verifier accepts.
 */
export async function exportLog(
  log: PublishedLog,
  checkpoint: StoredCheckpoint,
  { folder, publicKey }: { readonly folder: string; readonly publicKey: Uint8Array | null },
  out: Out,
): Promise<number | Refused> {
  if (!publicKey)
    return refuse(
      '本机没有签署公钥（signer/public-key），无法写出 log.vkey。请在运行签署进程的机器上导出。',
      'The public key of the signer (signer/public-key) is not on this machine, so log.vkey cannot be written. Export where the signer runs.',
    );
  const tiles = tilesOf(checkpoint);
  for (const [done, tile] of tiles.entries()) {
    const bytes = await tileFile(log, checkpoint, tile);
    if (!bytes)
      return refuse(
        `记录树的 ${tilePath(tile)} 不完整，请先运行 npx mouding verify --live。`,
        `${tilePath(tile)} is not whole; run npx mouding verify --live first.`,
      );
    await put(join(folder, tilePath(tile)), bytes);
    if (done % 200 === 199) out.progress({ zh: `已写 ${done + 1} 个文件`, en: `${done + 1} files written` });
  }
  const { origin, size } = checkpoint;
  await put(join(folder, 'log.vkey'), `${verifierKey({ name: origin, type: ED25519, publicKey }, sha256)}\n`);
  await put(join(folder, 'checkpoint'), checkpointFile(checkpoint));
  out.line({
    zh: `已导出 ${size} 条记录、${tiles.length} 个文件到 ${folder}（${origin}）。`,
    en: `Exported ${size} entries in ${tiles.length} files to ${folder} (${origin}).`,
  });
  out.answer({ origin, size, files: tiles.length + 2, folder });
  return exitCode.ok;
}

async function put(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, content);
  await rename(`${file}.new`, file);
}
