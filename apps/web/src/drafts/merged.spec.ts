import type { KeptDraft } from '../api/generated/types.gen.ts';
import type { Kept } from './kept.ts';
import { fromServer, whenKept, whenSeen } from './merged.ts';

const AT = Date.parse('2026-03-02T09:00:00.000Z');
const local = (over: Partial<Kept> = {}): Kept => ({
  text: '这里写的',
  at: AT,
  others: [],
  version: 2,
  isPending: false,
  ...over,
});
const remote = (over: Partial<KeptDraft> = {}): KeptDraft => ({
  text: '那里写的',
  others: [],
  writtenAt: '2026-03-02T10:00:00.000Z',
  version: 3,
  ...over,
});

test('another machine’s words come up where nothing was written here', () => {
  expect(whenSeen(null, remote())).toMatchObject({ text: '那里写的', version: 3, isPending: false });
  expect(whenSeen(local(), remote())).toMatchObject({ text: '那里写的', version: 3 });
});

test('what was sent elsewhere is gone here too', () => {
  expect(whenSeen(local(), remote({ text: '' }))).toBeNull();
});

test('what was typed here and not brought yet stays, and is brought', () => {
  expect(whenSeen(local({ isPending: true }), remote())).toMatchObject({ text: '这里写的', isPending: true });
});

test('a copy that the server has forgotten is the only one, and is brought again', () => {
  expect(whenSeen(local(), remote({ text: '', writtenAt: null, version: 0 }))).toMatchObject({
    text: '这里写的',
    version: 0,
    isPending: true,
  });
});

test('words typed while an answer was under way are kept, beside those that another machine wrote', () => {
  const sent = local({ isPending: true });
  const typed = local({ isPending: true, at: AT + 1000, text: '这里写的，又写' });
  expect(whenKept(typed, sent, remote())).toEqual({
    text: '这里写的，又写',
    at: AT + 1000,
    others: ['那里写的'],
    version: 3,
    isPending: true,
  });
  expect(whenKept(sent, sent, remote())).toEqual(fromServer(remote()));
});
