import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { ED25519, type NoteKey, type VerifySignature } from './note.ts';
import { openReceipt, readReceipt, receiptKeyName, receiptText, signedReceipt } from './receipt.ts';

const sha256 = (...parts: readonly (string | Uint8Array)[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
/** A seed that every run has alike. */
const PKCS8 = Buffer.from(`302e020100300506032b657004220420${'07'.repeat(32)}`, 'hex');
const privateKey = createPrivateKey({ key: PKCS8, format: 'der', type: 'pkcs8' });
const open = createPublicKey(privateKey);
const publicKey = open.export({ format: 'der', type: 'spki' }).subarray(-32);
const holds: VerifySignature = (_, message, signature) => verify(null, message, open, signature);

const INSTITUTION = '00000000-0000-4000-8000-000000000001';
const MEETING = '00000000-0000-4000-8000-000000000002';
const entry = {
  stream: `meeting/${MEETING}`,
  version: 7,
  at: '2026-01-05T01:02:03.004Z',
  leafHash: 'ab'.repeat(32),
};
const plain = { institution: INSTITUTION, dissent: null, entries: [entry] };
const dissent = { ...plain, dissent: { meeting: MEETING, item: 2, commitment: 'cd'.repeat(32) } };
const name = receiptKeyName('hospital.example', INSTITUTION);
const key: NoteKey = { name, type: ED25519, publicKey };
const signed = (receipt: typeof plain | typeof dissent): string =>
  signedReceipt(receipt, { name, publicKey, sign: (message) => sign(null, message, privateKey) }, sha256);

test('a receipt reads as it was written, with a dissent and without', () => {
  for (const receipt of [plain, dissent]) expect(readReceipt(receiptText(receipt))).toEqual(receipt);
  expect(receiptText(dissent)).toBe(
    `mouding-receipt@1\ninstitution ${INSTITUTION}\ndissent ${MEETING} 2 ${'cd'.repeat(32)}\n` +
      `entry meeting/${MEETING} 7 2026-01-05T01:02:03.004Z ${'ab'.repeat(32)}\n`,
  );
});

test('signed, it is opened by the key, and by no other', () => {
  expect(openReceipt(signed(dissent), key, sha256, holds)).toEqual(dissent);
  const stranger = { ...key, name: receiptKeyName('other.example', INSTITUTION) };
  expect(openReceipt(signed(plain), stranger, sha256, holds)).toBeNull();
});

test.each([
  ['another item', ' 2 cd', ' 3 cd'],
  ['another commitment', 'cdcd\n', 'cdce\n'],
  ['another time', '01:02:03', '01:02:04'],
  ['another entry', ' 7 ', ' 8 '],
])('altered to %s it does not open', (_, was, is) => {
  const written = signed(dissent);
  expect(written).toContain(was);
  expect(openReceipt(written.replace(was, is), key, sha256, holds)).toBeNull();
});

test.each([
  ['another form', 'mouding-receipt@2\n'],
  ['no entry', `mouding-receipt@1\ninstitution ${INSTITUTION}\n`],
  ['a line too many', `${receiptText(plain)}more\n`],
  ['a second spelling', receiptText(plain).replace(' 7 ', ' 07 ')],
])('%s is no receipt', (_, text) => expect(readReceipt(text)).toBeNull());
