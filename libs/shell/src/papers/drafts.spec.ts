import type { Json } from '@mouding/evidence';
import { draftsIn, labelOf } from './drafts.ts';

const ref = (sign: string) => ({ scheme: 'blob-sha256@1' as const, hash: sign.repeat(64) });
const CHANGES = [{ at: 0, cut: 0, put: '甲', cites: null }];
const FACTS: readonly { readonly type: string; readonly data: { readonly [key: string]: Json } }[] = [
  { type: 'ManuscriptRequested', data: { text: null } },
  { type: 'ManuscriptCompiled', data: { label: '初稿', text: ref('a') } },
  { type: 'ManuscriptRevised', data: { label: '送审稿', from: ref('a'), to: ref('b'), changes: CHANGES } },
  {
    type: 'ChangesGrounded',
    data: { changes: [{ step: 1, change: 1 }], cites: null, ground: { basis: 'data' } },
  },
  { type: 'TextConverted', data: { from: ref('b'), to: { ...ref('c'), scheme: 'tree@1' } } },
];

const ENTRIES = FACTS.map(({ type, data }, i) => ({
  type,
  data,
  version: i + 1,
  at: `2026-03-0${i + 1}T00:00:00.000Z`,
}));

test('drafts are counted through; a conversion is the same draft under another reference', () => {
  const drafts = draftsIn(ENTRIES);
  expect(drafts.map(({ ref: { hash }, label }) => [hash.charAt(0), label])).toEqual([
    ['a', '初稿（第1稿）'],
    ['b', '送审稿（第2稿）'],
    ['c', '送审稿（第2稿）'],
  ]);
  expect([labelOf(drafts, ref('b'), ''), labelOf(drafts, ref('f'), '规划文稿')]).toEqual([
    '送审稿（第2稿）',
    '规划文稿',
  ]);
});

test('what was said of a change later stands with the draft that it made', () => {
  const drafts = draftsIn(ENTRIES);
  expect([...(drafts[1]?.later ?? [])]).toEqual([[1, { cites: null, ground: { basis: 'data' } }]]);
  expect(drafts[0]?.later.size).toBe(0);
});
