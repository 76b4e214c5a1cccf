import type { DraftToKeep, KeptDraft } from '@mouding/contract';
import { mergedDraft } from './merged-draft.ts';

const NOW = Date.parse('2026-03-02T10:00:00.000Z');
const at = (minute: number): string => `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`;
const kept = (over: Partial<KeptDraft> = {}): KeptDraft => ({
  text: '原来的话',
  others: [],
  writtenAt: at(10),
  version: 3,
  ...over,
});
const brought = (over: Partial<DraftToKeep> = {}): DraftToKeep => ({
  text: '后来的话',
  others: [],
  writtenAt: at(20),
  seen: 3,
  ...over,
});

test('who saw what is kept replaces it', () => {
  expect(mergedDraft(kept(), brought(), NOW)).toEqual({
    text: '后来的话',
    others: [],
    writtenAt: at(20),
    version: 4,
  });
});

test('who had not seen it keeps both: the newer is shown, the older stands beside it', () => {
  expect(mergedDraft(kept(), brought({ seen: 2 }), NOW)).toMatchObject({
    text: '后来的话',
    others: ['原来的话'],
  });
  expect(mergedDraft(kept(), brought({ seen: 2, writtenAt: at(5) }), NOW)).toMatchObject({
    text: '原来的话',
    others: ['后来的话'],
    writtenAt: at(10),
  });
});

test('the same words twice are one text, and an empty one is none', () => {
  expect(mergedDraft(kept(), brought({ seen: 0, text: '原来的话' }), NOW).others).toEqual([]);
  expect(mergedDraft(kept({ text: '' }), brought({ seen: 0 }), NOW).others).toEqual([]);
});

test('a draft that was sent elsewhere does not take words with it that were typed later', () => {
  expect(mergedDraft(kept({ text: '' }), brought({ seen: 2 }), NOW)).toMatchObject({ text: '后来的话' });
  expect(mergedDraft(kept(), brought({ seen: 2, text: '' }), NOW)).toMatchObject({
    text: '',
    others: ['原来的话'],
  });
});

test('a clock that runs ahead counts as now', () => {
  expect(mergedDraft(kept(), brought({ writtenAt: '2031-01-01T00:00:00.000Z' }), NOW).writtenAt).toBe(
    '2026-03-02T10:00:00.000Z',
  );
});
