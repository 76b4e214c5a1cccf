import { actor, MEETING, person, post, type Story } from '../../testing/council.ts';
import { ELSEWHERE, putAsNoted, SECRETARY } from '../../testing/noted-council.ts';
import { decideItem } from './decide.ts';
import { declareItem } from './declare.ts';
import { recordDecision } from './record-decision.ts';
import { recordVote } from './record-vote.ts';

const put = (rule: object = { decides: 'chair' }): Story => putAsNoted(rule);
const heard = (): Story =>
  [2, 3, 4].reduce(
    (so, n) =>
      so.does(SECRETARY, recordVote, [MEETING, { post: post(n), vote: 'yes', elsewhere: ELSEWHERE }]),
    put(),
  );
const said = (outcome: 'passed' | 'not-passed' | 'deferred', reason?: string) =>
  [MEETING, { outcome, ...(reason === undefined ? {} : { reason }), elsewhere: ELSEWHERE }] as const;

test('what the chair decided in the room is the chair’s own decision, who is told of the entry', () => {
  const { decision } = heard().when(SECRETARY, recordDecision, said('passed'));
  expect(decision).toMatchObject({
    facts: [
      {
        fact: { type: 'ItemDecided', data: { outcome: 'passed', majority: 'passed', departs: false } },
        of: { person: person(1), post: post(1) },
      },
      { fact: { type: 'RecordEntered', data: { verb: 'meeting.record-decision' } } },
    ],
  });
});

test('it is declared like any other decision', () => {
  const story = heard().does(SECRETARY, recordDecision, said('passed'));
  expect(story.when(SECRETARY, declareItem, [MEETING, { minutes: null }]).types()[0]).toBe(
    'meeting ItemDeclared',
  );
});

test('a missing reason against the majority shows and refuses nothing', () => {
  const { decision } = heard().when(SECRETARY, recordDecision, said('not-passed'));
  expect(decision).toMatchObject({
    notices: expect.arrayContaining([expect.objectContaining({ rule: 'meeting.reason' })]) as object,
  });
});

test('the reason is sealed as the chair’s', () => {
  const { decision } = heard().when(SECRETARY, recordDecision, said('not-passed', '投资规模须再论证'));
  expect(decision).toMatchObject({
    facts: [{ sealed: [{ subject: person(1), plain: { reason: '投资规模须再论证' } }] }, {}],
  });
});

test('a body that votes has no decision of its chair to record, and only its secretary records one', () => {
  put({ decides: 'vote' }).when(SECRETARY, recordDecision, said('passed')).refused('meeting.vote-binds');
  heard().when(actor(3), recordDecision, said('passed')).refused('meeting.records');
});

test('until it is declared, what the secretary entered wrongly is entered anew, and both stay', () => {
  const story = heard().does(SECRETARY, recordDecision, said('passed'));
  const { decision } = story.when(SECRETARY, recordDecision, said('deferred', '听错'));
  expect(decision).toMatchObject({
    facts: [{ fact: { type: 'ItemDecided', data: { outcome: 'deferred', recorded: true } } }, {}],
  });
});

test('what the chair decided in person is not the secretary’s to change', () => {
  heard()
    .does(actor(1), decideItem, [MEETING, { outcome: 'passed' }])
    .when(SECRETARY, recordDecision, said('deferred', '听错'))
    .refused('meeting.put');
});
