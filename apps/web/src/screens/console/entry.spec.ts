import type { Problem } from '../../api/generated/types.gen.ts';
import { canRecordInstead, nextOf, refusedAs, withEntry, withUnwritten, type Entry } from './entry.ts';

const entry = (key: string, at: 'waiting' | 'recorded' = 'waiting'): Entry => ({
  key,
  verb: 'meeting.record-attendance',
  id: 'm',
  body: { post: 'p', what: 'coming' },
  at: '2026-02-26T07:00:00.000Z',
  said: '到会',
  state: at === 'waiting' ? { at } : { at, since: null },
});
const problem = (rule: string): Problem => ({
  type: '/problems/refused',
  title: '不能办理',
  status: 409,
  code: 'refused',
  detail: '',
  traceId: '',
  rule,
});

test('entries go out in the order in which they happened', () => {
  expect(nextOf([entry('a', 'recorded'), entry('b'), entry('c')])?.key).toBe('b');
  expect(nextOf([entry('a', 'recorded')])).toBeNull();
});

test('a refusal holds back what happened after it, until it is sent again or taken out', () => {
  const [first, second] = [entry('a'), entry('b')];
  const state = refusedAs({ verb: 'meeting.put', body: {} }, problem('meeting.quorum'));
  const stopped = withEntry([first, second], 'a', { state });
  expect(nextOf(stopped)).toBeNull();
  const again = withEntry(stopped, 'a', { key: 'x', state: { at: 'waiting' } });
  expect(nextOf(again)?.key).toBe('x');
  const dropped = withEntry(stopped, 'a', { state: { at: 'dropped', problem: problem('meeting.quorum') } });
  expect(nextOf(dropped)?.key).toBe('b');
});

test('what another machine noted before is neither doubled nor in the way', () => {
  expect(refusedAs(entry('a'), problem('meeting.signed'))).toEqual({ at: 'known' });
  expect(refusedAs(entry('a'), problem('meeting.seat')).at).toBe('refused');
});

test('the same vote noted on another machine is no trouble, another vote of the same member is', () => {
  const vote = { verb: 'meeting.record-vote', body: { post: 'p', vote: 'no' } } as const;
  const noted = (cast: string) => ({ data: { votes: [{ post: 'p', vote: cast }] } });
  expect(refusedAs(vote, problem('meeting.one-vote'), noted('no'))).toEqual({ at: 'known' });
  expect(refusedAs(vote, problem('meeting.one-vote'), noted('yes')).at).toBe('refused');
  expect(refusedAs(vote, problem('meeting.one-vote')).at).toBe('refused');
});

test('what was pressed this moment shows before it is written, and not twice afterwards', () => {
  const [kept, pressed] = [entry('a', 'recorded'), entry('b')];
  expect(withUnwritten([kept], [entry('a'), pressed])).toEqual([kept, pressed]);
  expect(withUnwritten([kept, pressed], [kept, pressed])).toEqual([kept, pressed]);
});

test('what the room has done although it was refused is recorded as a meeting; what is a record already is not', () => {
  expect(['meeting.open', 'meeting.put', 'sitting.take-up'].map(canRecordInstead)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['meeting.record-vote', 'meeting.add-paper', 'meeting.adjourn'].map(canRecordInstead)).toEqual([
    false,
    false,
    false,
  ]);
});
