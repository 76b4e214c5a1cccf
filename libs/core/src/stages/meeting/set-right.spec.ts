import { actor, MEETING, person, post, type Story } from '../../testing/council.ts';
import { refOf } from '../../testing/given.ts';
import { ELSEWHERE, putAsNoted, SECRETARY } from '../../testing/noted-council.ts';
import { correctVote } from './correct-vote.ts';
import { countHands } from './count-hands.ts';
import { declareItem } from './declare.ts';
import { fileMinutes } from './file-minutes.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordDecision } from './record-decision.ts';
import { recordVote } from './record-vote.ts';

/** More than two of the six who have a vote are enough to pass. */
const FEW = { pass: { base: 'all', num: 1, den: 3, strict: true } };
const MINUTES = { minutes: refOf('纪要') };

const declared = (story: Story): Story => story.does(SECRETARY, declareItem, [MEETING, MINUTES]);
/** Four came, and all four said yes. */
const passed = (rule: object = FEW): Story =>
  declared(
    [2, 3, 4, 1].reduce(
      (so, n) =>
        so.does(SECRETARY, recordVote, [MEETING, { post: post(n), vote: 'yes', elsewhere: ELSEWHERE }]),
      putAsNoted(rule),
    ),
  );
const filed = (story: Story): Story =>
  story.does(SECRETARY, fileMinutes, [
    MEETING,
    { kind: 'minutes', text: refOf('纪要'), book: null, keeper: post(7), signer: post(1) },
  ]);
const vote = (n: number) =>
  [MEETING, { post: post(n), vote: 'no', reason: '听错', elsewhere: ELSEWHERE }] as const;
const was = (n: number, what: 'coming' | 'leaving', reason?: string) =>
  [MEETING, { post: post(n), what, reason, elsewhere: ELSEWHERE }] as const;
const count = (yes: number, no: number, reason?: string) =>
  [MEETING, { yes, no, abstain: 0, reason }] as const;

test('after the resolution a vote is put right with the sum anew, as long as the outcome stands', () => {
  expect(passed().when(SECRETARY, correctVote, vote(2)).decision).toMatchObject({
    facts: [
      {
        fact: { type: 'VoteCorrected', data: { vote: 'no', was: 'yes', sum: { yes: 3, no: 1, got: 3 } } },
        sealed: [{ subject: person(2), plain: { reason: '听错' } }],
      },
      { fact: { type: 'RecordEntered', data: { verb: 'meeting.correct-vote' } } },
    ],
  });
});

test('what would turn the resolution is the body’s to decide again', () => {
  const once = passed().does(SECRETARY, correctVote, vote(2));
  once.when(SECRETARY, correctVote, vote(3)).refused('meeting.resolution-stands');
  once.when(SECRETARY, recordAttendance, was(3, 'leaving', '未到会')).refused('meeting.resolution-stands');
});

test('who was not there at the vote is put right, with the vote that was noted; both stay beside it', () => {
  const story = passed();
  expect(story.when(SECRETARY, recordAttendance, was(4, 'leaving', '重名误记')).decision).toMatchObject({
    facts: [
      {
        fact: {
          type: 'AttendanceCorrected',
          data: { post: post(4), present: false, vote: 'yes', sum: { present: 3, yes: 3 } },
        },
        sealed: [{ subject: person(4), plain: { reason: '重名误记' } }],
      },
      { fact: { type: 'RecordEntered' } },
    ],
  });
  const back = story.does(SECRETARY, recordAttendance, was(4, 'leaving', '重名误记'));
  back.when(SECRETARY, recordAttendance, was(4, 'leaving', '再记')).refused('meeting.present');
  back.when(SECRETARY, recordAttendance, was(3, 'leaving', '未到会')).refused('meeting.resolution-stands');
  expect(back.when(SECRETARY, recordAttendance, was(4, 'coming', '确已到会')).types()).toEqual([
    'meeting AttendanceCorrected',
    'record RecordEntered',
  ]);
});

test('it takes a reason, and only the secretary of the body does it', () => {
  passed().when(SECRETARY, recordAttendance, was(5, 'coming')).refused('meeting.correct-reason');
  passed()
    .when(actor(3), recordAttendance, was(5, 'coming', '漏记'))
    .refused('meeting.records');
});

test('what a chair decided does not outlive the presence of whoever presided', () => {
  const decided = [2, 3, 4].reduce(
    (so, n) =>
      so.does(SECRETARY, recordVote, [MEETING, { post: post(n), vote: 'yes', elsewhere: ELSEWHERE }]),
    putAsNoted({ decides: 'chair' }),
  );
  const story = declared(
    decided.does(SECRETARY, recordDecision, [MEETING, { outcome: 'passed', elsewhere: ELSEWHERE }]),
  );
  story.when(SECRETARY, recordAttendance, was(1, 'leaving', '未到会')).refused('meeting.resolution-stands');
  expect(story.when(SECRETARY, correctVote, vote(2)).types()[0]).toBe('meeting VoteCorrected');
});

test('a show of hands is counted anew with a reason, as long as the outcome stands', () => {
  const counted = declared(putAsNoted({ ...FEW, ballot: 'hand' }).does(SECRETARY, countHands, count(4, 0)));
  counted.when(SECRETARY, countHands, count(3, 1)).refused('meeting.correct-reason');
  counted.when(SECRETARY, countHands, count(1, 3, '数错')).refused('meeting.resolution-stands');
  expect(counted.when(SECRETARY, countHands, count(3, 1, '数错')).decision).toMatchObject({
    facts: [{ fact: { type: 'HandsCounted', data: { yes: 3, no: 1, sum: { yes: 3 } } } }],
  });
});

test('once the minutes are issued every entry stays as it is', () => {
  const issued = filed(passed());
  issued.when(SECRETARY, correctVote, vote(2)).refused('meeting.minutes-issued');
  issued.when(SECRETARY, recordAttendance, was(5, 'coming', '漏记')).refused('meeting.minutes-issued');
});
