import { actor, CASE, council, MEETING, person, post, type Story } from '../../testing/council.ts';
import { held } from '../../testing/held-meeting.ts';
import { INSTITUTION } from '../../testing/given.ts';
import { emptyState, nextState, streamKind } from '../../streams.ts';
import { openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import type { MeetingState } from './meeting.ts';
import { decideItem } from './decide.ts';
import { changesOf } from './membership.ts';
import { putItem } from './put.ts';
import { withChanges } from './seating.ts';
import { castVote } from './vote.ts';

const SECRETARY = actor(7);
const CHAIR = actor(1);
const AT = '2025-11-20T02:00:00.000Z';
const CALL = { case: CASE, stage: 'adopt', at: AT, place: '二楼会议室' };
const called = (rule: object = {}): Story => council(rule).does(SECRETARY, callMeeting, [MEETING, CALL]);
const present = (story: Story, ...members: readonly number[]): Story =>
  members.reduce((so, n) => so.does(actor(n), signIn, [MEETING, {}]), story);
const opened = (story: Story): Story => story.does(SECRETARY, openMeeting, [MEETING, {}]);
const vacated = (n: number) => ({
  type: 'PostVacated',
  data: { post: post(n), person: person(n), until: AT },
});
const filled = (n: number, by: number) => ({
  type: 'PostFilled',
  data: { post: post(n), person: person(by), from: AT },
});
const successor = { ...actor(3), person: person(33) };
const put = (story: Story) => {
  const { decision } = story.when(CHAIR, putItem, [MEETING, {}]);
  return 'refusal' in decision ? decision : decision.facts[0]?.fact.data;
};
const stateOf = (story: Story): MeetingState => {
  const kind = streamKind('meeting');
  return (story.history[`meeting/${MEETING}`] ?? []).reduce(
    (so, fact) => nextState(kind, so, fact).state,
    emptyState(kind),
  ) as MeetingState;
};

test('who holds the seat when the item is put votes, and the fact shows what changed since the call', () => {
  const changed = called().but(`org/${INSTITUTION}`, vacated(3), filled(3, 33));
  changed.when(actor(3), signIn, [MEETING, {}]).refused('meeting.seat');
  const voting = opened(present(changed, 1, 2, 4).does(successor, signIn, [MEETING, {}]));
  expect(put(voting)).toMatchObject({ all: 6, present: 4, there: { posts: [1, 2, 3, 4].map(post) } });
  const after = voting.does(CHAIR, putItem, [MEETING, {}]);
  expect(after.when(successor, castVote, [MEETING, { vote: 'yes' }]).types()).toEqual(['meeting VoteCast']);
  after.when(actor(3), castVote, [MEETING, { vote: 'yes' }]).refused('meeting.seat');
});

test('a successor is not there because the predecessor was, and signs in on the own account', () => {
  const changed = opened(present(called(), 1, 2, 3, 4)).but(`org/${INSTITUTION}`, vacated(3), filled(3, 33));
  expect(put(changed)).toMatchObject({
    present: 3,
    changes: { left: [], come: [{ post: post(3), person: person(33), role: 'member' }] },
  });
  const came = changed.does(successor, signIn, [MEETING, {}]);
  expect(put(came)).toMatchObject({ present: 4 });
  came.when(successor, signIn, [MEETING, {}]).refused('meeting.signed');
});

test('a seat that nobody holds any more is not counted, and one that was filled since is', () => {
  const gone = opened(present(called(), 1, 2, 3, 4)).but(`org/${INSTITUTION}`, vacated(6));
  expect(put(gone)).toMatchObject({ all: 5, present: 4, changes: { left: [post(6)], come: [] } });
  const empty = council().but(`org/${INSTITUTION}`, vacated(6));
  const since = empty.does(SECRETARY, callMeeting, [MEETING, CALL]).but(`org/${INSTITUTION}`, filled(6, 66));
  const came = present(since, 1, 2, 3).does({ ...actor(6), person: person(66) }, signIn, [MEETING, {}]);
  expect(put(opened(came))).toMatchObject({ all: 6, present: 4 });
});

test('an old meeting keeps its own names', () => {
  const voting = opened(present(called(), 1, 2, 3, 4)).does(CHAIR, putItem, [MEETING, {}]);
  const before = stateOf(voting).context.roll;
  expect(stateOf(voting.but(`org/${INSTITUTION}`, vacated(3), filled(3, 33))).context.roll).toEqual(before);
  expect(voting.history[`meeting/${MEETING}`]?.at(-1)?.data).not.toHaveProperty('changes');
});

const acting = {
  type: 'ActingAppointed',
  data: { post: post(1), by: { post: post(3) }, from: AT, until: null, document: null },
};
const leading = { ...actor(1), person: person(3), acting: true } as const;

test('who acts in the chair’s vacant post presides from the own seat, with the one vote of it', () => {
  const vacant = called({ decides: 'chair' }).but(`org/${INSTITUTION}`, vacated(1), vacated(2), acting);
  const open = present(vacant, 3, 4, 5).does(leading, openMeeting, [MEETING, {}]);
  expect(stateOf(open).context.roll).toContainEqual({ post: post(3), person: person(3), role: 'chair' });
  expect(open.when(leading, putItem, [MEETING, {}]).decision).toMatchObject({
    facts: [{ fact: { data: { all: 4, present: 3, changes: { left: [1, 2].map(post), come: [] } } } }],
  });
  const asked = [4, 5].reduce(
    (so, n) => so.does(actor(n), castVote, [MEETING, { vote: 'yes' }]),
    open.does(leading, putItem, [MEETING, {}]),
  );
  asked.when(actor(4), decideItem, [MEETING, { outcome: 'passed' }]).refused('meeting.presides');
  expect(asked.when(leading, decideItem, [MEETING, { outcome: 'passed' }]).types()).toEqual([
    'meeting ItemDecided',
  ]);
});

test('acting in the chair’s post gives a secretary neither a vote nor the chair', () => {
  const bySecretary = { ...acting, data: { ...acting.data, by: { post: post(7) } } };
  const vacant = called().but(`org/${INSTITUTION}`, vacated(1), bySecretary);
  expect(put(opened(present(vacant, 2, 3, 4)))).toMatchObject({ refusal: { rule: 'meeting.runs' } });
  const byDeputy = opened(present(vacant, 2, 3, 4)).when(actor(2), putItem, [MEETING, {}]);
  expect(byDeputy.decision).toMatchObject({ facts: [{ fact: { data: { all: 5 } } }] });
});

test('what changed makes the roll of then the roll of now', () => {
  const seat = (n: number, by = n) => ({ post: post(n), person: person(by), role: 'member' as const });
  const [before, now] = [
    [seat(1), seat(2), seat(3)],
    [seat(1), seat(3, 33), seat(4)],
  ];
  const changes = changesOf(before, now);
  expect(changes).toEqual({ left: [post(2)], come: [seat(3, 33), seat(4)] });
  expect(withChanges(before, changes ?? undefined)).toEqual(now);
  expect(changesOf(before, before)).toBeNull();
});

test('by video somebody is there, votes, and is shown; where the body does not count that, is not there', () => {
  const video = (rule: object) =>
    opened(present(called(rule), 1, 2, 3).does(actor(4), signIn, [MEETING, { by: 'video' }]));
  const shown = { notices: [{ rule: 'meeting.remote' }] };
  expect(put(video({}))).toMatchObject({ present: 4, there: { remote: [post(4)] }, ...shown });
  const not = video({ remote: 'not' });
  expect(put(not)).toMatchObject({ present: 3, there: { posts: [1, 2, 3].map(post) } });
  const voting = not.does(CHAIR, putItem, [MEETING, {}]);
  voting.when(actor(4), castVote, [MEETING, { vote: 'yes' }]).refused('meeting.present');
});

test('a meeting that was held in a room states who left for the item, and counts without them', () => {
  const entitled = {
    quorum: { base: 'entitled', num: 1, den: 2, inclusive: true },
    pass: { base: 'entitled', num: 1, den: 2, strict: true },
  };
  const { decision } = held({ recused: [post(6)] }, council(entitled));
  expect(decision).toMatchObject({
    facts: expect.arrayContaining([
      expect.objectContaining({
        fact: {
          type: 'MeetingRecorded',
          data: expect.objectContaining({
            recusals: [{ post: post(6), person: person(6), kind: 'recorded' }],
            sum: expect.objectContaining({ all: 6, recused: 1, present: 5, base: 5 }),
          }),
        },
      }),
    ]),
  });
  held({ recused: [post(5)] }).refused('meeting.recused');
  held({ recused: [post(6), post(6)] }).refused('meeting.twice');
});
