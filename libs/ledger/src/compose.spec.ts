import { checkNext, emptyChain, leafHexBy, type ChainHead } from '@mouding/evidence';
import type { Head, NewEntry } from './batch.ts';
import { APPEND_VALUES, appendValues, compose } from './compose.ts';
import { sha256 } from './hashing.ts';
import { restOf } from './rest.ts';
import { KeyDestroyed } from './vault.ts';

const INSTITUTION = '11111111-1111-4111-8111-111111111111';
const A = 'chapter/22222222-2222-4222-8222-222222222222';
const B = 'case/33333333-3333-4333-8333-333333333333';
const SUBJECT = '44444444-4444-4444-8444-444444444444';

const fresh = (stream: string, over: Partial<NewEntry> = {}): NewEntry => ({
  stream,
  type: 'ChapterSubmitted',
  sv: 1,
  at: '2026-11-22T05:29:00.123Z',
  actor: { as: 'office', by: null, for: null, post: null, recorder: null },
  command: { key: null, verb: 'chapter.submit' },
  data: {},
  sealed: [],
  ...over,
});
const heads = (...pairs: readonly (readonly [string, Head])[]): ReadonlyMap<string, Head> => new Map(pairs);
const NEW: Head = { version: 0, hash: null };

it('chains entries of several streams in their own order', () => {
  const before = 'ab'.repeat(32);
  const columns = compose(
    INSTITUTION,
    [fresh(A), fresh(B), fresh(A)],
    heads([A, NEW], [B, { version: 7, hash: before }]),
    new Map(),
  );
  expect(columns.receipts.map(({ stream, version }) => [stream, version])).toEqual([
    [A, 1],
    [B, 8],
    [A, 2],
  ]);
  let chain: ChainHead = emptyChain(INSTITUTION, A);
  for (const { entry, leaf } of columns.entries.filter(({ stream }) => stream === A)) {
    const checked = checkNext(chain, { entry, leafHash: leaf.toString('hex') }, leafHexBy(sha256));
    expect(checked.faults).toEqual([]);
    chain = checked.head;
  }
  expect(columns.heads).toMatchObject([
    { stream: A, version: 0, hash: null, newVersion: 2 },
    { stream: B, version: 7, hash: Buffer.from(before, 'hex'), newVersion: 8 },
  ]);
  expect(columns.heads[0]?.newHash.toString('hex')).toBe(chain.hash);
});

it('writes no stream whose head was not seen', () => {
  expect(() => compose(INSTITUTION, [fresh(A)], heads([B, NEW]), new Map())).toThrow('without a head');
});

it('seals nothing for a subject whose key is gone', () => {
  const sealed = [{ subject: SUBJECT, plain: '意见' }];
  expect(() => compose(INSTITUTION, [fresh(A, { sealed })], heads([A, NEW]), new Map())).toThrow(
    KeyDestroyed,
  );
});

it('numbers the lines of several appends', () => {
  const one = (stream: string) => compose(INSTITUTION, [fresh(stream)], heads([stream, NEW]), new Map());
  const values = appendValues([one(A), one(B)]);
  expect(values).toHaveLength(APPEND_VALUES);
  expect([values[0], values[1], values[6], values[7]]).toEqual([
    [0, 1],
    [A, B],
    [0, 1],
    [A, B],
  ]);
});

describe('what a batch leaves besides', () => {
  const columns = compose(INSTITUTION, [fresh(A)], heads([A, NEW]), new Map());
  const nothing = { entries: [], texts: [], jobs: [], deadlines: [], settled: [], rows: [], answer: null };

  it('is nothing when there is nothing', () => {
    expect(restOf(nothing, columns)).toBeNull();
  });

  it('holds the last job of each key, and rows with their new version', () => {
    const job = (key: string | null, n: number) => ({ task: 'tell', payload: n, key });
    const rows = [{ stream: A, rows: { item: null, obligations: [] } }];
    const jobs = [job('b', 1), job('a', 2), job('b', 3), job(null, 4), job(null, 5)];
    expect(JSON.parse(restOf({ ...nothing, jobs, rows }, columns) ?? '')).toEqual({
      jobs: [job(null, 4), job(null, 5), job('a', 2), job('b', 3)],
      rows: [{ stream: A, version: 1, item: null, obligations: [] }],
    });
  });

  it('has no rows of a stream that the batch does not append to', () => {
    const rows = [{ stream: B, rows: { item: null, obligations: [] } }];
    expect(() => restOf({ ...nothing, rows }, columns)).toThrow('does not append to');
  });
});
