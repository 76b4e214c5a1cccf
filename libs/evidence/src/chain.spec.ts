import { createHash } from 'node:crypto';
import { checkNext, emptyChain, type ChainHead, type StoredEntry } from './chain.ts';
import { encodeEntry, type Entry } from './entry.ts';
import { hex, leafHash, leafHexBy, type Sha256 } from './leaf.ts';

const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const institution = '0b54e1a6-52c9-4c3e-9d1f-7a60c2b8e410';
const stream = 'case/3f2a9c1d-8e47-4b60-a5d2-19c7e0f4b386';

const first: Entry = {
  actor: { as: 'office', by: null, for: null, post: null, recorder: null },
  at: '2026-03-02T01:30:00.000Z',
  command: { key: null, verb: 'case.open' },
  data: { title: 'Plan' },
  institution,
  prev: null,
  sealed: [],
  stream,
  sv: 1,
  type: 'CaseOpened',
  v: 1,
  version: 1,
};

function stored(entry: Entry): StoredEntry {
  const text = encodeEntry(entry);
  return { entry: text, leafHash: hex(leafHash(text, sha256)) };
}

/** A chain of three, each naming the one before. */
function chain(): [StoredEntry, StoredEntry, StoredEntry] {
  const one = stored(first);
  const two = stored({ ...first, version: 2, prev: one.leafHash });
  return [one, two, stored({ ...first, version: 3, prev: two.leafHash })];
}

function faults(entries: readonly StoredEntry[]): readonly string[] {
  let head: ChainHead = emptyChain(institution, stream);
  return entries.flatMap((entry) => {
    const checked = checkNext(head, entry, leafHexBy(sha256));
    head = checked.head;
    return checked.faults.map(({ version, fault }) => `${version} ${fault}`);
  });
}

test('an unbroken chain has no faults', () => expect(faults(chain())).toEqual([]));

test('an entry that was altered is named once, and the chain goes on', () => {
  const [one, two, three] = chain();
  expect(faults([one, { ...two, entry: two.entry.replace('Plan', 'Plot') }, three])).toEqual(['2 leaf-hash']);
});

test('an entry that was altered with its hash breaks the link after it', () => {
  const [one, two, three] = chain();
  const forged = stored({ ...first, version: 2, prev: one.leafHash, data: { title: 'Plot' } });
  expect(forged.leafHash).not.toBe(two.leafHash);
  expect(faults([one, forged, three])).toEqual(['3 prev']);
});

test('an entry that is missing shows in version and link', () => {
  const [one, , three] = chain();
  expect(faults([one, three])).toEqual(['2 version', '2 prev']);
});

test('an entry of another stream or institution is named', () => {
  const other = stored({ ...first, stream: 'case/00000000-0000-4000-8000-000000000000' });
  const elsewhere = stored({ ...first, institution: '00000000-0000-4000-8000-000000000000' });
  expect(faults([other])).toEqual(['1 stream']);
  expect(faults([elsewhere])).toEqual(['1 institution']);
});

test('what is not in canonical form is malformed, and the chain goes on', () => {
  const [one, two] = chain();
  const spaced = `${one.entry.slice(0, -1)} }`;
  const hash = hex(leafHash(spaced, sha256));
  expect(faults([{ entry: spaced, leafHash: hash }, two])).toEqual(['1 malformed', '2 prev']);
});

test('the entry is handed on with the head after it', () => {
  const [one] = chain();
  const checked = checkNext(emptyChain(institution, stream), one, leafHexBy(sha256));
  expect(checked.entry?.type).toBe('CaseOpened');
  expect(checked.head).toEqual({ institution, stream, version: 1, hash: one.leafHash });
});
