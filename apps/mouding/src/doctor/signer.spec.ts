import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signerFolderOf } from '../launch.ts';
import { openSignerFolder, signerFiles } from '../signer/folder.ts';
import { lookAtSigner } from './signer.ts';

let home: string;
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'mouding-doctor-'))));
afterEach(() => rmSync(home, { recursive: true }));

const said = (environment: Readonly<Record<string, string>> = {}) =>
  lookAtSigner(home, environment).map(({ state, name, says }) => [state, name.en, says.en]);

it('says nothing where nobody signs', () => {
  expect(said()).toEqual([]);
});

it('knows where the key is, and that no backup holds it', () => {
  openSignerFolder(signerFolderOf(home));
  expect(said()).toEqual([['ok', 'signer', expect.stringContaining('no backup holds them')]]);
});

it('names half a signer, and a key that others can read', () => {
  const { key, memory } = signerFiles(signerFolderOf(home));
  openSignerFolder(signerFolderOf(home));
  chmodSync(key, 0o644);
  expect(said()).toEqual([['bad', 'signer', `others can read ${key}: chmod 600`]]);
  rmSync(memory);
  expect(said()).toEqual([['bad', 'signer', expect.stringContaining(`${memory} is gone`)]]);
});

it('names a quorum that cannot be', () => {
  expect(said({ WITNESSES_REQUIRED: '2' })).toEqual([
    ['bad', 'witnesses', expect.stringContaining('only 0 are named')],
  ]);
  expect(said({ WITNESSES_REQUIRED: 'two' })).toEqual([['bad', 'witnesses', expect.anything()]]);
});
