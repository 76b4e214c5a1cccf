import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { fromBase64, toBase64 } from './base64.ts';
import { utf8 } from './utf8.ts';
import {
  ED25519,
  isSignedBy,
  keyIdOf,
  parseVerifierKey,
  readNote,
  sameKey,
  verifierKey,
  writeNote,
  type NoteKey,
} from './note.ts';
import { noteKey, sha256, signEd25519, verifyEd25519 } from '../testing/keys.ts';

/** The example in the documentation of the package that the format comes from. */
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const SAYING = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

const known = (line: string): NoteKey => {
  const key = parseVerifierKey(line, sha256);
  if (!key) throw new Error(`${line} is no key`);
  return key;
};

test('the published note is signed by its published key', () => {
  const note = readNote(SAYING);
  const key = known(NEUMANN);
  expect(note && isSignedBy(note, key, sha256, verifyEd25519)).toBe(true);
  expect(note && writeNote(note)).toBe(SAYING);
  expect(verifierKey(key, sha256)).toBe(NEUMANN);
  const altered = readNote(SAYING.replace('the answer', 'an answer'));
  expect(altered && isSignedBy(altered, key, sha256, verifyEd25519)).toBe(false);
});

test('a key whose id is not its own is none', () => {
  expect(parseVerifierKey(NEUMANN.replace('c74f20a3', 'c74f20a4'), sha256)).toBeNull();
  expect(parseVerifierKey(NEUMANN.replace('Peter', 'Pater'), sha256)).toBeNull();
  expect(parseVerifierKey('PeterNeumann', sha256)).toBeNull();
});

const pair = generateKeyPairSync('ed25519');
const key = noteKey('log.example/a', ED25519, pair);
const TEXT = 'log.example/a\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';
const line = {
  name: key.name,
  keyId: keyIdOf(key, sha256),
  signature: signEd25519(pair.privateKey, utf8(TEXT)),
};

test('lines of strangers are left aside, a false line of the key spoils the note', () => {
  const stranger = { ...line, keyId: line.keyId ^ 1 };
  const wrong = { ...line, signature: line.signature.map((byte) => byte ^ 1) };
  const signed = (signatures: readonly (typeof line)[]): boolean =>
    isSignedBy({ text: TEXT, signatures }, key, sha256, verifyEd25519);
  expect(signed([stranger, line])).toBe(true);
  expect(signed([stranger])).toBe(false);
  expect(signed([line, wrong])).toBe(false);
  expect(signed([])).toBe(false);
});

test('the same key has the same name, type and bytes', () => {
  expect(sameKey(key, { ...key })).toBe(true);
  expect(sameKey(key, { ...key, name: 'other' })).toBe(false);
  expect(sameKey(key, { ...key, type: 4 })).toBe(false);
  expect(sameKey(key, { ...key, publicKey: key.publicKey.map((byte) => byte ^ 1) })).toBe(false);
});

const SIGNED = writeNote({ text: TEXT, signatures: [line] });
test.each([
  ['without signatures', TEXT],
  ['without its last newline', SIGNED.slice(0, -1)],
  ['with a carriage return', SIGNED.replaceAll('\n', '\r\n')],
  ['with a hyphen for the dash', SIGNED.replace('—', '-')],
  ['with half a base64', SIGNED.replace(/.{3}\n$/, '\n')],
  ['with a name that has a plus', SIGNED.replace('— log', '— l+g')],
  ['with an empty line among the signatures', `${SIGNED}\n`],
  ['with more signatures than anybody needs', SIGNED + SIGNED.split('\n\n')[1]?.repeat(100)],
])('%s it is no note', (_, written) => expect(readNote(written)).toBeNull());

test('a text without a last newline cannot be written', () =>
  expect(() => writeNote({ text: 'a', signatures: [line] })).toThrow('no text of a note'));

test('base64 has one spelling, that of the platform', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const text = toBase64(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(text)).toEqual(new Uint8Array(bytes));
    }),
  );
  for (const text of ['a', 'ab', 'abc', 'ab=', 'ab===', 'a b=', 'ab==\n', 'aR==', 'aaR=', '-_==', '===='])
    expect(fromBase64(text)).toBeNull();
});
