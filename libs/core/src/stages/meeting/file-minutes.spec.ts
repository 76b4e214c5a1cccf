import { actor, CASE, council, MEETING, OFFICE, post, type Story } from '../../testing/council.ts';
import { refOf, uuid } from '../../testing/given.ts';
import { openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { declareItem } from './declare.ts';
import { fileMinutes } from './file-minutes.ts';
import { putItem } from './put.ts';
import { castVote } from './vote.ts';

const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const SECRETARY = actor(7);
const voted = (rule: object = {}): Story => {
  const present = [2, 3, 4, 1].reduce(
    (so, n) => so.does(actor(n), signIn, [MEETING, {}]),
    council(rule).does(SECRETARY, callMeeting, [MEETING, CALL]),
  );
  const put = present.does(SECRETARY, openMeeting, [MEETING, {}]).does(SECRETARY, putItem, [MEETING, {}]);
  return [2, 3, 4, 1].reduce((so, n) => so.does(actor(n), castVote, [MEETING, { vote: 'yes' }]), put);
};
const declared = (rule: object = {}): Story =>
  voted(rule).does(SECRETARY, declareItem, [MEETING, { minutes: null }]);
const RECORD = {
  kind: 'record',
  text: refOf('附件'),
  book: null,
  keeper: post(7),
  signer: post(1),
} as const;
const BOOK = { ...RECORD, text: null, book: { volume: '2025年第3册', pages: '12—15页' } };
const file = (story: Story, more: object = {}, by = SECRETARY) =>
  story.when(by, fileMinutes, [MEETING, { ...RECORD, ...more }]);

test('record and minutes are two documents; each says who kept it and who signed', () => {
  file(declared()).then([
    { stream: `meeting/${MEETING}`, type: 'MinutesFiled', data: { ...RECORD, notices: [] } },
  ]);
  const both = declared().does(SECRETARY, fileMinutes, [MEETING, RECORD]);
  expect(file(both, { kind: 'minutes' }, OFFICE).decision).toMatchObject({ notices: [] });
});

test('not signed by whoever presided, or filed a second time: it shows', () => {
  expect(file(declared(), { signer: post(2) }).decision).toMatchObject({
    notices: [{ rule: 'meeting.minutes-signed' }],
  });
  const again = file(declared().does(SECRETARY, fileMinutes, [MEETING, RECORD]));
  expect(again.decision).toMatchObject({ notices: [{ rule: 'meeting.minutes-again' }] });
});

test('a body that keeps a book stores the place of its record alone, and owes no text with the resolution', () => {
  const story = voted({ minutes: 'book' });
  expect(story.when(SECRETARY, declareItem, [MEETING, { minutes: null }]).decision).toMatchObject({
    notices: [],
  });
  const booked = declared({ minutes: 'book' });
  file(booked).refused('meeting.minutes-book');
  expect(booked.when(SECRETARY, fileMinutes, [MEETING, BOOK]).types()).toEqual(['meeting MinutesFiled']);
  expect(file(booked, { kind: 'minutes' }).types()).toEqual(['meeting MinutesFiled']);
});

test('nothing is filed before the resolution, without a place, of nobody, or by a member', () => {
  file(voted()).refused('meeting.declared');
  file(declared(), { text: null }).refused('meeting.minutes-where');
  file(declared(), { text: refOf('没有') }).refused('text.known');
  file(declared(), { keeper: uuid(9) }).refused('meeting.post');
  file(declared(), {}, actor(3)).refused('meeting.records');
});

test('signed on paper: the signer is told, and what it broke is on the slip', () => {
  const elsewhere = {
    happened: '2025-11-20',
    medium: 'paper',
    scan: null,
    book: null,
    checker: null,
  } as const;
  const filed = file(declared(), { signer: post(2), elsewhere });
  expect(filed.types()).toEqual(['meeting MinutesFiled', 'record RecordEntered']);
  expect(filed.decision).toMatchObject({
    facts: [
      { fact: { data: { signer: post(2) } } },
      {
        fact: {
          data: {
            people: [{ post: post(2) }],
            notices: [{ rule: 'meeting.minutes-signed' }, { rule: 'record.evidence' }],
          },
        },
      },
    ],
  });
});
