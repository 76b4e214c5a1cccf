import type { Entry, EntryBody } from './entry.ts';
import { lastVoice, withWaiting, type Room } from './room.ts';

const ROOM: Room = {
  status: 'called',
  seats: [
    { post: 'chair', person: '1', role: 'chair' },
    { post: 'a', person: '2', role: 'member' },
    { post: 'b', person: '3', role: 'member' },
  ],
  here: ['chair'],
  present: ['chair'],
  recused: [],
  votes: [],
  hands: null,
  ballot: null,
  corrections: [],
};
const waiting = (...pressed: readonly (readonly [verb: string, body?: EntryBody])[]): readonly Entry[] =>
  pressed.map(([verb, body = {}], i) => ({
    key: String(i),
    verb,
    id: 'm',
    body,
    at: '',
    said: '',
    state: { at: 'waiting' },
  }));
const come = (post: string) => ['meeting.record-attendance', { post, what: 'coming' }] as const;
const go = (post: string) => ['meeting.record-attendance', { post, what: 'leaving' }] as const;

test('who comes and goes counts at once, as long as the item is not put', () => {
  expect(withWaiting(ROOM, waiting(come('a'), come('b'), go('a'))).present).toEqual(['chair', 'b']);
});

test('whoever comes after the item was put is there and does not vote on it', () => {
  const room = withWaiting(ROOM, waiting(come('a'), ['meeting.open'], ['meeting.put'], come('b')));
  expect(room.here).toEqual(['chair', 'a', 'b']);
  expect(room.present).toEqual(['chair', 'a']);
  expect(withWaiting(room, waiting(['meeting.record-vote', { post: 'b', vote: 'yes' }])).votes).toEqual([]);
});

test('whoever is recused leaves the room, and may take part after all', () => {
  const left = withWaiting(ROOM, waiting(come('a'), ['meeting.record-recusal', { post: 'a' }]));
  expect([left.present, left.recused]).toEqual([['chair'], ['a']]);
  expect(withWaiting(left, waiting(['meeting.withdraw-recusal', { post: 'a' }])).recused).toEqual([]);
});

test('a corrected vote stands in the place of the first one', () => {
  const put = withWaiting(ROOM, waiting(come('a'), ['meeting.open'], ['meeting.put']));
  const pressed = waiting(
    ['meeting.record-vote', { post: 'a', vote: 'yes' }],
    ['meeting.correct-vote', { post: 'a', vote: 'no' }],
  );
  const corrected = withWaiting(put, pressed);
  expect(corrected.votes).toEqual([{ post: 'a', vote: 'no', recorded: true }]);
  expect(corrected.corrections).toEqual([{ of: 'vote', post: 'a', was: 'yes', why: null }]);
});

test('after the resolution it is put right who was there: whoever was not has no vote, and what was noted stays beside it', () => {
  const declared: Room = {
    ...ROOM,
    status: 'declared',
    here: ['chair', 'a'],
    present: ['chair', 'a'],
    votes: [{ post: 'a', vote: 'yes', recorded: true }],
  };
  const gone = withWaiting(
    declared,
    waiting(['meeting.record-attendance', { post: 'a', what: 'leaving', reason: '误记' }]),
  );
  expect([gone.present, gone.votes]).toEqual([['chair'], []]);
  expect(gone.corrections).toEqual([{ of: 'attendance', post: 'a', was: 'present', why: '误记' }]);
  expect(withWaiting(gone, waiting(come('a'))).present).toEqual(['chair', 'a']);
});

test('once the item is put it is put right who had left for it: whoever had has no vote, whoever had not was there', () => {
  const put: Room = {
    ...ROOM,
    status: 'put',
    here: ['chair', 'a', 'b'],
    present: ['chair', 'a', 'b'],
    votes: [{ post: 'a', vote: 'yes', recorded: true }],
  };
  const left = withWaiting(put, waiting(['meeting.record-recusal', { post: 'a', reason: '漏记' }]));
  expect([left.recused, left.present, left.votes]).toEqual([['a'], ['chair', 'b'], []]);
  expect(left.corrections).toEqual([{ of: 'recusal', post: 'a', was: 'taking-part', why: '漏记' }]);
  const back = withWaiting(left, waiting(['meeting.withdraw-recusal', { post: 'a', present: true }]));
  expect([back.recused, back.present]).toEqual([[], ['chair', 'b', 'a']]);
  expect(back.corrections).toHaveLength(2);
  expect(withWaiting(left, waiting(['meeting.withdraw-recusal', { post: 'a' }])).present).not.toContain('a');
});

test('counting hands again keeps the count before it', () => {
  const first = withWaiting(ROOM, waiting(['meeting.count', { yes: 3, no: 0, abstain: 0 }]));
  const again = withWaiting(first, waiting(['meeting.count', { yes: 2, no: 1, abstain: 0 }]));
  expect(again.hands).toEqual({ yes: 2, no: 1, abstain: 0 });
  expect(again.corrections).toMatchObject([{ of: 'hands', was: { yes: 3, no: 0 } }]);
});

test('whoever presides speaks last: the voices before it are counted', () => {
  const put = withWaiting(ROOM, waiting(come('a'), come('b'), ['meeting.open'], ['meeting.put']));
  expect(lastVoice(put)).toEqual({ post: 'chair', waiting: 2 });
  const heard = withWaiting(put, waiting(['meeting.record-vote', { post: 'a', vote: 'yes' }]));
  expect(lastVoice(heard).waiting).toBe(1);
});
