import { createDecipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { decodeEntry, encodeEntry, EntryTooLong, MalformedEntry, MAX_ENTRY_BYTES } from './entry.ts';
import { canonical } from './canonical.ts';
import { hex, leafHash, type Sha256 } from './leaf.ts';

const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

// The page is the law: whoever changes a vector there changes the format, and this must notice.
const page = readFileSync(new URL('../../../docs/format.md', import.meta.url), 'utf8');

// `.` would stop at U+2028, which stands unescaped in a vector.
const VECTOR =
  /^### Vector (\d+): (.*)\n\n```entry\n([^\n]*)\n```\n\n(\d+) bytes, leaf hash `([0-9a-f]{64})`$/gmu;
const vectors = [...page.matchAll(VECTOR)].map(
  ([, no = '', title = '', entry = '', length = '', leaf = '']) => ({
    no,
    title,
    entry,
    length: Number(length),
    leaf,
  }),
);

const vector = (no: string): string => vectors.find((v) => v.no === no)?.entry ?? '';

const cell = '`(.+?)` +';
const WRONG = new RegExp(String.raw`^\| (\d+) +\| ${cell}\| ${cell}\| (.+?) +\|$`, 'gm');
const wrong = [...page.matchAll(WRONG)].map(([, no = '', is = '', becomes = '', why = '']) => ({
  no,
  is,
  becomes,
  why,
}));

const bodies = [...page.matchAll(/^```body\n([^]*?)\n```$/gm)].map(([, lines = '']) =>
  Object.fromEntries(lines.split('\n').map((line) => [line.slice(0, 10).trim(), line.slice(11)])),
);
const bytes = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'hex');

test('the page has ten vectors, the bodies of one and what is no entry', () => {
  expect(vectors.map(({ no }) => no)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  expect(bodies).toHaveLength(2);
  expect(wrong.length).toBeGreaterThan(50);
});

test.each(vectors)('vector $no ($title) has its length and leaf hash', ({ entry, length, leaf }) => {
  expect(Buffer.byteLength(entry)).toBe(length);
  expect(hex(leafHash(entry, sha256))).toBe(leaf);
});

test.each(vectors)('vector $no ($title) is read and written again byte for byte', ({ entry }) => {
  expect(encodeEntry(decodeEntry(entry))).toBe(entry);
});

test('vector 2 follows vector 1', () => {
  expect(decodeEntry(vector('2')).prev).toBe(vectors[0]?.leaf);
});

test.each(wrong)('vector $no with $becomes is no entry: $why', ({ no, is, becomes }) => {
  const text = vector(no);
  expect(text).toContain(is);
  expect(() => decodeEntry(text.replace(is, () => becomes))).toThrow(MalformedEntry);
});

test('the longest entry, and one byte more', () => {
  const padded = (length: number) => ({ ...decodeEntry(vector('1')), data: { pad: 'a'.repeat(length) } });
  const longest = encodeEntry(padded(65_117));
  expect(Buffer.byteLength(longest)).toBe(MAX_ENTRY_BYTES);
  expect(page).toContain(hex(leafHash(longest, sha256)));
  expect(() => encodeEntry(padded(65_118))).toThrow(EntryTooLong);
});

describe.each(bodies)('the sealed body of $subject', (body) => {
  const { stream, version, institution, sealed } = decodeEntry(vector('7'));
  const entry = sealed.find(({ subject }) => subject === body['subject']);
  const stored = bytes(body['body']);

  test('stands in the entry', () => {
    expect(entry).toEqual({ subject: body['subject'], ct: body['ct'], cm: body['cm'] });
    expect(hex(sha256(stored))).toBe(body['ct']);
    expect(body['additional']).toBe([institution, stream, version, body['subject']].join('|'));
  });

  test('opens with the data key', () => {
    const nonce = stored.subarray(1, 13);
    const open = createDecipheriv('aes-256-gcm', bytes(body['data key']), nonce);
    open.setAAD(Buffer.from(body['additional'] ?? '')).setAuthTag(stored.subarray(-16));
    expect(stored[0]).toBe(1);
    expect(nonce.toString('hex')).toBe(body['nonce']);
    expect(Buffer.concat([open.update(stored.subarray(13, -16)), open.final()]).toString()).toBe(
      body['plain'],
    );
  });

  test('is committed to', () => {
    const key = Buffer.from(
      hkdfSync('sha256', bytes(body['data key']), bytes(body['nonce']), 'mouding commit v1', 32),
    );
    expect(key.toString('hex')).toBe(body['commit key']);
    expect(
      createHmac('sha256', key)
        .update(body['plain'] ?? '')
        .digest('hex'),
    ).toBe(body['cm']);
    expect(canonical(JSON.parse(body['plain'] ?? ''))).toBe(body['plain']);
  });
});
