import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { backUp, openLedger, restore } from '@mouding/ledger';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { openStage, type Stage } from './given.ts';

/** Originals go into a backup and come out of it piece by piece: none is ever whole in memory. */
const LARGE = randomBytes(4_000_001);
const SMALL = Buffer.from('一页');

let folder: string;
let stage: Stage;
let into: FreshDatabase;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-pieces-'));
  stage = await openStage();
  into = await freshDatabase();
  for (const content of [LARGE, SMALL]) await bring(content);
  await backUp({ url: stage.database.ownerUrl, folder: join(folder, 'backup'), keys: null });
});
afterAll(async () => {
  await stage?.close();
  await into?.drop();
  rmSync(folder, { recursive: true, force: true });
});

const hashOf = (content: Buffer): Buffer => createHash('sha256').update(content).digest();
const bring = (content: Buffer): Promise<void> =>
  stage.app.keepFile(stage.institution, { content, hash: hashOf(content), mediaType: 'application/pdf' });
const path = (): string => join(folder, 'backup', stage.institution, 'ledger.file.gz');
const wish = () => ({
  url: into.ownerUrl,
  folder: join(folder, 'backup'),
  keys: null,
  destroyed: [],
  prove: true,
});

it('has no line that holds a whole original', () => {
  const lines = gunzipSync(readFileSync(path())).toString().trimEnd().split('\n');
  expect(lines).toHaveLength(2 + Math.ceil(LARGE.length / 1_572_864) + 1);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(2_200_000);
});

it('restores nothing when a piece is not the one of the manifest', async () => {
  const bytes = readFileSync(path());
  writeFileSync(path(), gzipSync(gunzipSync(bytes).toString().replace('"+', '"+AAAA')));
  expect(await restore(wish())).toMatchObject({
    kind: 'differs',
    faults: [expect.stringContaining('ledger.file.gz: ')],
  });
  writeFileSync(path(), bytes);
});

it('restores every original byte for byte', async () => {
  expect(await restore(wish())).toMatchObject({ kind: 'restored' });
  const ledger = openLedger({ url: into.appUrl, applicationName: 'spec-restored' });
  try {
    for (const content of [LARGE, SMALL]) {
      const parts: Uint8Array[] = [];
      const hash = hashOf(content).toString('hex');
      for await (const part of ledger.fileParts(stage.institution, hash)) parts.push(part);
      expect(Buffer.concat(parts).equals(content)).toBe(true);
    }
  } finally {
    await ledger.close();
  }
});
