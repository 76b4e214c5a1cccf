import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createKeyFile,
  newWrappedKey,
  open,
  readKeyFile,
  seal,
  unwrapKey,
  WillNotOpen,
  type Place,
} from './vault.ts';

const place: Place = {
  institution: '11111111-1111-4111-8111-111111111111',
  stream: 'opinion/22222222-2222-4222-8222-222222222222',
  version: 3,
  subject: '33333333-3333-4333-8333-333333333333',
};
const key = Buffer.alloc(32, 7);
const plain = { wording: '建议增加急诊床位', n: 1 };

describe('a sealed body', () => {
  it('is 0x01, a nonce, the ciphertext, a tag, and opens to what was sealed', () => {
    const { body, sealed } = seal(key, place, plain);
    expect(body[0]).toBe(1);
    expect(body.length).toBe(
      1 + 12 + Buffer.byteLength(JSON.stringify({ n: 1, wording: '建议增加急诊床位' })) + 16,
    );
    expect(open(key, place, body, sealed.cm)).toEqual(plain);
  });

  it('never looks the same twice', () => {
    const [one, other] = [seal(key, place, plain), seal(key, place, plain)];
    expect(one.body.equals(other.body)).toBe(false);
    expect(one.sealed.cm).not.toBe(other.sealed.cm);
  });

  it.each([
    ['institution', '11111111-1111-4111-8111-111111111112'],
    ['stream', 'opinion/22222222-2222-4222-8222-222222222223'],
    ['version', 4],
    ['subject', '33333333-3333-4333-8333-333333333334'],
  ])('opens at no other %s', (name, value) => {
    const { body, sealed } = seal(key, place, plain);
    expect(() => open(key, { ...place, [name]: value }, body, sealed.cm)).toThrow(WillNotOpen);
  });

  it('opens with no bit of it changed', () => {
    const { body, sealed } = seal(key, place, plain);
    for (let i = 0; i < body.length; i++) {
      const altered = Buffer.from(body);
      altered[i] = (altered[i] ?? 0) ^ 1;
      expect(() => open(key, place, altered, sealed.cm)).toThrow(WillNotOpen);
    }
    expect(() => open(key, place, body.subarray(0, 20), sealed.cm)).toThrow(WillNotOpen);
  });

  it('does not open under another key, nor to what the entry did not commit to', () => {
    const { body } = seal(key, place, plain);
    const other = seal(key, place, { wording: '不同意' });
    expect(() => open(Buffer.alloc(32, 8), place, body, other.sealed.cm)).toThrow(WillNotOpen);
    expect(() => open(key, place, body, other.sealed.cm)).toThrow('another commitment');
  });
});

describe('a data key', () => {
  it('unwraps only under the key file, for its own subject', () => {
    const file = randomBytes(32);
    const wrapped = newWrappedKey(file, place.institution, place.subject);
    expect(unwrapKey(file, place.institution, place.subject, wrapped)).toHaveLength(32);
    expect(() => unwrapKey(randomBytes(32), place.institution, place.subject, wrapped)).toThrow(WillNotOpen);
    expect(() => unwrapKey(file, place.institution, place.institution, wrapped)).toThrow(WillNotOpen);
  });
});

describe('a key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mouding-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is 32 bytes for its owner’s eyes, and is never written over', () => {
    const path = join(folder, 'key');
    createKeyFile(path);
    expect(readKeyFile(path)).toHaveLength(32);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(() => createKeyFile(path)).toThrow('EEXIST');
  });

  it('is refused when it is anything else', () => {
    const path = join(folder, 'other');
    writeFileSync(path, 'not a key');
    expect(() => readKeyFile(path)).toThrow('is not a key file');
  });
});
