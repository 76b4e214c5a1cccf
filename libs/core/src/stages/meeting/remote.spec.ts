import { actor, CASE, council, MEETING, post, UNTABLED, type Story } from '../../testing/council.ts';
import { openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { putItem } from './put.ts';
import { counted } from './remote.ts';

const SECRETARY = actor(7);
const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
/** 1 to 4 come, the last one by video. */
const here = (rule: object): Story =>
  [1, 2, 3, 4].reduce(
    (so, n) => so.does(actor(n), signIn, [MEETING, { by: n === 4 ? ('video' as const) : ('room' as const) }]),
    council(rule).does(SECRETARY, callMeeting, [MEETING, CALL]),
  );
const putting = (rule: object) =>
  here(rule).does(SECRETARY, openMeeting, [MEETING, {}]).when(actor(1), putItem, [MEETING, {}]);
const FOUR = { quorum: { base: 'all', num: 4, den: 6, inclusive: true } };

test('a member who is there by video counts by default, and it shows', () => {
  expect(putting({}).decision).toMatchObject({
    facts: [{ fact: { data: { present: 4, there: { remote: [post(4)] } } } }],
    notices: [{ rule: 'meeting.remote', facts: { posts: [post(4)], counts: true } }],
  });
});

test('where the body does not count them, the quorum is that of the room, and it shows', () => {
  expect(putting({ remote: 'not' }).decision).toMatchObject({
    facts: [{ fact: { data: { present: 3, there: { posts: [1, 2, 3].map(post), remote: [] } } } }],
    notices: expect.arrayContaining([
      expect.objectContaining({ rule: 'meeting.remote', facts: { posts: [post(4)], counts: false } }),
    ]),
  });
  here(FOUR).does(SECRETARY, openMeeting, [MEETING, {}]);
  here({ ...FOUR, remote: 'not' })
    .when(SECRETARY, openMeeting, [MEETING, {}])
    .refused('meeting.quorum');
});

test('a body may keep the item from being put, or not look', () => {
  const weighing = (effect: string) => ({
    rules: { ...UNTABLED, 'meeting.remote': { effect, reason: '本院议事规则' } },
  });
  putting(weighing('block')).refused('meeting.remote');
  expect(putting(weighing('off')).decision).toMatchObject({ notices: [] });
});

test('counted: everybody, or whoever is in the room', () => {
  const rule = { title: '' } as Parameters<typeof counted>[0]['rule'];
  const of = { present: [post(1), post(4)], remote: [post(4)] };
  expect(counted({ ...of, rule })).toEqual([post(1), post(4)]);
  expect(counted({ ...of, rule: { ...rule, remote: 'not' } })).toEqual([post(1)]);
});
