import { actor, MEETING, person, post, type Story } from '../../testing/council.ts';
import { ELSEWHERE, putAsNoted, SECRETARY } from '../../testing/noted-council.ts';
import { correctVote } from './correct-vote.ts';
import { recordVote } from './record-vote.ts';
import { castVote } from './vote.ts';

const noted = (): Story =>
  putAsNoted().does(SECRETARY, recordVote, [MEETING, { post: post(2), vote: 'yes', elsewhere: ELSEWHERE }]);
const corrected = (vote: 'yes' | 'no', n = 2) =>
  [MEETING, { post: post(n), vote, reason: '登记有误', elsewhere: ELSEWHERE }] as const;

test('a vote that the secretary noted wrongly is corrected; what was noted first stays beside it, and the member is told', () => {
  const { decision } = noted().when(SECRETARY, correctVote, corrected('no'));
  expect(decision).toMatchObject({
    facts: [
      {
        fact: { type: 'VoteCorrected', data: { post: post(2), vote: 'no', was: 'yes' } },
        sealed: [{ subject: person(2), plain: { reason: '登记有误' } }],
      },
      { fact: { type: 'RecordEntered', data: { verb: 'meeting.correct-vote' } } },
    ],
  });
});

test('it counts as corrected, and may be corrected again', () => {
  const story = noted().does(SECRETARY, correctVote, corrected('no'));
  story.when(SECRETARY, correctVote, corrected('no')).refused('meeting.same-vote');
  expect(story.when(SECRETARY, correctVote, corrected('yes')).decision).toMatchObject({
    facts: [{ fact: { data: { was: 'no', vote: 'yes' } } }, {}],
  });
});

test('a vote that the member cast in person is not the secretary’s to correct', () => {
  putAsNoted()
    .does(actor(2), castVote, [MEETING, { vote: 'yes' }])
    .when(SECRETARY, correctVote, corrected('no'))
    .refused('meeting.own-vote');
});

test('there is nothing to correct before a vote was noted, and nobody else corrects it', () => {
  putAsNoted().when(SECRETARY, correctVote, corrected('no')).refused('meeting.voted');
  noted().when(actor(3), correctVote, corrected('no')).refused('meeting.records');
});
