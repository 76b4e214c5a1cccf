import { createPublicKey } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  decodeBundle,
  growthFrom,
  includes,
  inclusionProof,
  leafHash,
  overTiles,
  readCheckpoint,
  readLogProof,
  readNote,
} from '@mouding/evidence';
import { sha256 } from '@mouding/ledger';
import { growthProof, proofFile, proofOf } from '@mouding/shell';
import { exportLog } from 'mouding/log/export-log';
import { openSignerFolder } from 'mouding/signer/folder';
import { openLogStage, type LogStage } from '../evidence/given.ts';
import { testHome } from '../harness/cluster.ts';
import { run, withTool } from './tool.ts';

const SIZE = 700;
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const SILENT = {
  json: false,
  language: 'en',
  line: () => {},
  progress: () => {},
  trouble: () => {},
  answer: () => {},
  strong: (text: string) => text,
} as const;

/** An exported log, as it lies on the disk of somebody else. */
let stage: LogStage;
let log: string;
let publicKey: Uint8Array;
beforeAll(async () => {
  stage = await openLogStage();
  for (const entries of [300, SIZE - 300]) {
    await stage.write(entries);
    await stage.checkpoint();
  }
  ({ publicKey } = openSignerFolder(stage.folder).key);
  log = mkdtempSync(join(testHome(), 'log-'));
  const newest = await stage.app.treeLogs.newest(stage.institution);
  if (!newest) throw new Error('nothing was published');
  const from = { logs: stage.app.treeLogs, institution: stage.institution };
  expect(await exportLog(from, newest, { folder: log, publicKey }, SILENT)).toBe(0);
});
afterAll(async () => {
  rmSync(log, { recursive: true });
  await stage.close();
});

const checkpointOf = (folder: string) => readNote(readFileSync(join(folder, 'checkpoint'), 'utf8'));

/** A copy of which one file was changed. */
function altered(file: string, change: (bytes: Buffer) => Buffer): string {
  const copy = mkdtempSync(join(testHome(), 'log-'));
  cpSync(log, copy, { recursive: true });
  writeFileSync(join(copy, file), change(readFileSync(join(copy, file))));
  return copy;
}
const flipped = (bytes: Buffer): Buffer => {
  const copy = Buffer.from(bytes);
  copy[40] = (copy[40] ?? 0) ^ 1;
  return copy;
};

it('holds the entries whose tree was signed', () => {
  const growth = growthFrom(0, [], sha256);
  for (const file of ['000', '001', '002.p/188'])
    for (const entry of decodeBundle(readFileSync(join(log, 'tile/entries', file))))
      growth.add(leafHash(entry, sha256));
  expect(readCheckpoint(checkpointOf(log)?.text ?? '')).toMatchObject({
    size: SIZE,
    root: Buffer.from(growth.head.root),
  });
});

it('proves an entry in one file, and growth in a list of hashes', async () => {
  const { app, institution } = stage;
  const newest = await app.treeLogs.newest(institution);
  if (!newest) throw new Error('nothing was published');
  const from = { logs: app.treeLogs, institution };
  const [leaf] = await app.treeLogs.leaves(institution, 299, 1);
  for (const form of ['tlog-proof', 'spicy'] as const) {
    const read = readLogProof(proofFile(await proofOf(from, newest, 299), form));
    const inside = { leaf: leafHash(leaf?.entry ?? '', sha256), index: 299, size: SIZE, root: newest.root };
    expect(read && includes(inside, read.proof, sha256)).toBe(true);
  }
  const load = (level: number, index: number) => app.treeLogs.tile(institution, level, index);
  const own = await overTiles(load, (nodeAt) => inclusionProof(299, SIZE, nodeAt, sha256), sha256);
  expect((await proofOf(from, newest, 299)).proof).toEqual(own);
  expect((await growthProof(from, [300, SIZE])).length).toBeGreaterThan(3);
  await expect(proofOf(from, newest, SIZE)).rejects.toThrow(RangeError);
});

withTool('openssl', ['version'], () => {
  const verdict = (folder: string): string => {
    const note = checkpointOf(folder);
    const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
    const [text, signature, pem] = ['text', 'signature', 'key.pem'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(text, note?.text ?? '');
    writeFileSync(signature, note?.signatures[0]?.signature ?? '');
    writeFileSync(pem, key.export({ format: 'pem', type: 'spki' }));
    return run('openssl', [
      'pkeyutl',
      '-verify',
      '-pubin',
      '-inkey',
      pem,
      '-rawin',
      '-in',
      text,
      '-sigfile',
      signature,
    ]).out;
  };

  it('accepts the signature of the checkpoint', () =>
    expect(verdict(altered('checkpoint', (bytes) => bytes))).toContain('Signature Verified Successfully'));

  it('refuses that of another size', () => {
    const forged = altered('checkpoint', (bytes) =>
      Buffer.from(bytes.toString().replace(`\n${SIZE}\n`, '\n699\n')),
    );
    expect(verdict(forged)).toContain('Signature Verification Failure');
  });
});

withTool('go', ['version'], () => {
  const driver = join(dirname(fileURLToPath(import.meta.url)), 'verify-log.go');
  // Debian's golang-golang-x-mod-dev puts the libraries where this looks for them; no network is asked.
  const env = { GO111MODULE: 'off', GOPATH: '/usr/share/gocode', GOFLAGS: '-buildvcs=false' };
  const verdict = (folder: string, ...sizes: readonly string[]) =>
    run('go', ['run', driver, folder, ...sizes], env);

  it('accepts the log, and that it began as it was signed before', () => {
    const { out } = verdict(log, '300');
    expect(out).toMatch(/^BEGINS 300 .*\nOK 700 /);
  });

  it.each([
    ['a tile', 'tile/0/000'],
    ['a bundle', 'tile/entries/000'],
    ['the checkpoint', 'checkpoint'],
  ])('refuses %s that was changed', (_, file) => {
    expect(verdict(altered(file, flipped)).out).toContain('REFUSED');
  });
});
