import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkpointText, ED25519, keyIdOf, signatureLine, utf8 } from '@mouding/evidence';
import { sha256 } from '@mouding/ledger';
import { openSignerFolder } from '../signer/folder.ts';
import type { SigningKey } from '../signer/key.ts';
import { isLogOf, keptCheckpoint } from './kept-checkpoint.ts';

const ORIGIN = 'hospital.example/log/aaaaaaaa-0000-4000-8000-000000000000';
const HEAD = { size: 7, root: sha256('a tree') };

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'mouding-kept-'))));
afterEach(() => rmSync(home, { recursive: true }));

/** A checkpoint in a file, signed by the key of a folder of this home. */
function kept(folder: string): string {
  mkdirSync(join(home, folder), { recursive: true });
  const { key } = openSignerFolder(join(home, folder));
  const file = join(home, 'checkpoint');
  writeFileSync(file, `${checkpointText({ origin: ORIGIN, ...HEAD })}\n${lineOf(key)}`);
  return file;
}

function lineOf(key: SigningKey): string {
  const keyId = keyIdOf({ name: ORIGIN, type: ED25519, publicKey: key.publicKey }, sha256);
  const signature = key.sign(utf8(checkpointText({ origin: ORIGIN, ...HEAD })));
  return signatureLine({ name: ORIGIN, keyId, signature });
}

it('is what the signer of this home has signed', () => {
  expect(keptCheckpoint(kept('signer'), home)).toMatchObject({
    origin: ORIGIN,
    size: 7,
    signatures: [{ name: ORIGIN }],
  });
});

it('is nothing that another has signed', () => {
  openSignerFolder(join(home, 'signer'));
  expect(keptCheckpoint(kept('another'), home)).toMatch(/checkpoint: not signed with the signer's key$/);
});

it('is nothing that is no checkpoint', () => {
  const file = join(home, 'letter');
  writeFileSync(file, '请查收。\n');
  expect(keptCheckpoint(file, home)).toBe(`${file}: no checkpoint`);
});

it('belongs to an institution by the name of its log, a later one too', () => {
  const institution = 'aaaaaaaa-0000-4000-8000-000000000000';
  expect([ORIGIN, `${ORIGIN}/2`, `${ORIGIN}0`].map((origin) => isLogOf({ origin }, institution))).toEqual([
    true,
    true,
    false,
  ]);
});
