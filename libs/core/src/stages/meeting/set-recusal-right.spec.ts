import { actor, MEETING, person, post, type Story } from '../../testing/council.ts';
import { refOf } from '../../testing/given.ts';
import { ELSEWHERE, putAsNoted, SECRETARY } from '../../testing/noted-council.ts';
import { declareItem } from './declare.ts';
import { fileMinutes } from './file-minutes.ts';
import { recordRecusal } from './interest.ts';
import { recordDecision } from './record-decision.ts';
import { recordVote } from './record-vote.ts';
import { withdrawRecusal } from './recuse.ts';
import { castVote } from './vote.ts';

/** More than half of those entitled are enough to pass: who left for the item counts in neither. */
const ENTITLED = { pass: { base: 'entitled', num: 1, den: 2, strict: true } };
/** More than two of six are enough. */
const FEW = { pass: { base: 'all', num: 1, den: 3, strict: true } };
const left = (n: number) =>
  [MEETING, { post: post(n), reason: '亲属参与投标', elsewhere: ELSEWHERE }] as const;
const stayed = (n: number, more: object = {}) =>
  [MEETING, { post: post(n), reason: '误记', ...more }] as const;
const yes = (story: Story, ...members: readonly number[]): Story =>
  members.reduce(
    (so, n) =>
      so.does(SECRETARY, recordVote, [MEETING, { post: post(n), vote: 'yes', elsewhere: ELSEWHERE }]),
    story,
  );
const declared = (story: Story): Story =>
  story.does(SECRETARY, declareItem, [MEETING, { minutes: refOf('纪要') }]);
/** Four of six came; all four said yes. */
const passed = (rule: object = ENTITLED): Story => declared(yes(putAsNoted(rule), 2, 3, 4, 1));

test('after the resolution it is put right who had left for the item: the base, who was there and the vote, summed anew', () => {
  const when = passed().when(SECRETARY, recordRecusal, left(4));
  expect(when.decision).toMatchObject({
    facts: [
      {
        fact: {
          type: 'RecusalCorrected',
          data: {
            post: post(4),
            recused: true,
            vote: 'yes',
            sum: { all: 6, recused: 1, present: 3, yes: 3, base: 5, need: 3 },
          },
        },
        of: { person: person(4), post: post(4) },
        sealed: [{ subject: person(4), plain: { reason: '亲属参与投标' } }],
      },
      { fact: { type: 'RecordEntered', data: { verb: 'meeting.record-recusal' } } },
    ],
  });
});

test('a recusal that was entered by mistake is put right as well: there at the vote, or not', () => {
  const entered = passed(FEW).does(SECRETARY, recordRecusal, left(4));
  entered.when(SECRETARY, recordRecusal, left(4)).refused('meeting.recused');
  expect(entered.when(SECRETARY, withdrawRecusal, stayed(4)).decision).toMatchObject({
    facts: [{ fact: { data: { recused: false, present: false, sum: { all: 6, present: 3, base: 6 } } } }, {}],
  });
  // There, and nobody noted a vote: it could not turn what the others have said.
  const there = stayed(4, { present: true, elsewhere: ELSEWHERE });
  expect(entered.when(SECRETARY, withdrawRecusal, there).decision).toMatchObject({
    facts: [{ fact: { data: { present: true, sum: { all: 6, present: 4 } } } }, {}],
  });
  passed().when(SECRETARY, withdrawRecusal, stayed(3)).refused('meeting.not-recused');
});

test('what would turn the resolution is refused with its sum, and is the body’s to decide again', () => {
  const once = passed().does(SECRETARY, recordRecusal, left(4));
  const twice = once.when(SECRETARY, recordRecusal, left(3));
  twice.refused('meeting.resolution-stands');
  expect(twice.decision).toMatchObject({
    refusal: {
      said: { zh: expect.stringContaining('全体6，回避2，实到2') },
      needs: { zh: expect.stringContaining('复议') },
      basis: expect.any(String),
    },
  });
});

test('while the vote is on, whoever had left counts no more, and whoever had not votes again', () => {
  const voting = putAsNoted(ENTITLED).does(SECRETARY, recordRecusal, left(4));
  voting
    .when(SECRETARY, recordVote, [MEETING, { post: post(4), vote: 'yes', elsewhere: ELSEWHERE }])
    .refused('meeting.recused');
  const back = voting.does(SECRETARY, withdrawRecusal, stayed(4, { present: true }));
  expect(back.history[`meeting/${MEETING}`]?.at(-1)?.data).not.toHaveProperty('sum');
  expect(yes(back, 4).history[`meeting/${MEETING}`]?.at(-1)?.type).toBe('VoteCast');
});

test('whoever voted in person had not left, and only the secretary puts right what the secretary entered', () => {
  const own = putAsNoted(ENTITLED).does(actor(2), castVote, [MEETING, { vote: 'yes' }]);
  own.when(SECRETARY, recordRecusal, left(2)).refused('meeting.own-vote');
  passed().when(actor(3), recordRecusal, left(4)).refused('meeting.records');
  passed()
    .does(SECRETARY, recordRecusal, left(4))
    .when(actor(4), withdrawRecusal, stayed(4))
    .refused('meeting.records');
});

test('who presided when the chair decided is not changed by a recusal', () => {
  const heard = yes(putAsNoted({ decides: 'chair' }), 2, 3, 4).does(SECRETARY, recordDecision, [
    MEETING,
    { outcome: 'passed', elsewhere: ELSEWHERE },
  ]);
  heard.when(SECRETARY, recordRecusal, left(1)).refused('meeting.presided');
  declared(heard).when(SECRETARY, recordRecusal, left(1)).refused('meeting.resolution-stands');
  expect(declared(heard).when(SECRETARY, recordRecusal, left(3)).decision).toMatchObject({
    facts: [{ fact: { data: { sum: { recused: 1, present: 3 } } } }, {}],
  });
});

test('while secret ballots are out nothing is put right, nor once the minutes are issued', () => {
  putAsNoted({ ...ENTITLED, ballot: 'secret' })
    .when(SECRETARY, recordRecusal, left(4))
    .refused('meeting.box-out');
  const issued = passed().does(SECRETARY, fileMinutes, [
    MEETING,
    { kind: 'minutes', text: refOf('纪要'), book: null, keeper: post(7), signer: post(1) },
  ]);
  issued.when(SECRETARY, recordRecusal, left(4)).refused('meeting.minutes-issued');
});
