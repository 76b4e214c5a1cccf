import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkpointText,
  ED25519,
  isSignedBy,
  keyIdOf,
  readNote,
  type Head,
  type Note,
} from '@mouding/evidence';
import { sha256, verifyEd25519 } from '@mouding/ledger';
import { openSigner } from '@mouding/shell';
import { openSignerFolder } from 'mouding/signer/folder';
import { signerServer } from 'mouding/signer/serve';
import { openSm2Key, sm2NoteKey, sm2Pem, type Sm2Key } from 'mouding/signer/sm2';
import { run, withTool } from './tool.ts';

const ORIGIN = 'hospital.example/log/00000000-0000-4000-8000-000000000001';
const TOKEN = 'the word of this spec';
const HEAD: Head = { size: 3, root: sha256('a tree of three') };
/** The id that the standard gives whoever has none of its own. @source GB/T 32918.2-2016 */
const DISTID = 'distid:1234567812345678';

let folder: string;
let server: Server;
let sm2: Sm2Key;
let note: Note;
let publicKey: Uint8Array;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-sm2-'));
  sm2 = openSm2Key(join(folder, 'sm2-key'));
  const means = openSignerFolder(join(folder, 'signer'));
  ({ publicKey } = means.key);
  server = signerServer({ ...means, sm2, token: TOKEN }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = await openSigner({ url, token: TOKEN }).sign(ORIGIN, HEAD, []);
  const written = 'line' in answer ? `${checkpointText({ origin: ORIGIN, ...HEAD })}\n${answer.line}` : '';
  note = readNote(written) ?? { text: '', signatures: [] };
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
  rmSync(folder, { recursive: true });
});

const sm2Line = () => {
  const id = keyIdOf(sm2NoteKey(ORIGIN, sm2.publicKey), sha256);
  return note.signatures.find(({ keyId }) => keyId === id);
};

it('is a further line, and the first one holds as ever', () => {
  const key = { name: ORIGIN, type: ED25519, publicKey };
  expect(note.signatures.map(({ name }) => name)).toEqual([ORIGIN, ORIGIN]);
  expect(isSignedBy(note, key, sha256, verifyEd25519)).toBe(true);
  expect(sm2Line()?.signature[0]).toBe(0x30);
});

it('opens the same key again, and no file that is none', () => {
  expect(openSm2Key(join(folder, 'sm2-key')).publicKey).toEqual(sm2.publicKey);
  writeFileSync(join(folder, 'no-key'), 'no key\n');
  expect(() => openSm2Key(join(folder, 'no-key'))).toThrow('holds no SM2 key');
});

withTool('openssl', ['version'], () => {
  const verdict = (text: string, distid = DISTID): string => {
    const file = (name: string, content: string | Uint8Array): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const [pem, signature] = [
      file('sm2.pem', sm2Pem(sm2.publicKey)),
      file('signature', sm2Line()?.signature ?? new Uint8Array()),
    ];
    const args = ['-sm3', '-verify', pem, '-sigopt', distid, '-signature', signature, file('text', text)];
    return run('openssl', ['dgst', ...args]).out;
  };

  it('accepts the line under the standard id', () => expect(verdict(note.text)).toContain('Verified OK'));

  it.each([
    ['another text', (): string => verdict(note.text.replace('\n3\n', '\n4\n'))],
    ['another id', (): string => verdict(note.text, 'distid:8765432187654321')],
  ])('refuses %s', (_, refused) => expect(refused()).not.toContain('Verified OK'));
});
