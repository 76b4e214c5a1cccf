import { actor, council, MEETING, OFFICE, person, post, type Story } from '../../testing/council.ts';
import { refOf } from '../../testing/given.ts';
import { CALL, ELSEWHERE, SECRETARY } from '../../testing/noted-council.ts';
import { addItem } from './agenda.ts';
import { openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { correctItem } from './correct-item.ts';
import { declareItem } from './declare.ts';
import { fileMinutes } from './file-minutes.ts';
import { putItem } from './put.ts';
import { recordVote } from './record-vote.ts';

const ADDED = { title: '应急物资采够', reason: '时限紧迫' };
const RIGHT = { no: 2, title: '应急物资采购', reason: '错别字' };

const added = (): Story =>
  council({ pass: { base: 'all', num: 1, den: 3, strict: true } })
    .does(SECRETARY, callMeeting, [MEETING, CALL])
    .does(SECRETARY, addItem, [MEETING, ADDED]);
const put = (): Story =>
  [1, 2, 3, 4]
    .reduce((so, n) => so.does(actor(n), signIn, [MEETING, {}]), added())
    .does(SECRETARY, openMeeting, [MEETING, {}])
    .does(SECRETARY, putItem, [MEETING, {}]);
const declared = (): Story =>
  [2, 3, 4, 1]
    .reduce(
      (so, n) =>
        so.does(SECRETARY, recordVote, [MEETING, { post: post(n), vote: 'yes', elsewhere: ELSEWHERE }]),
      put(),
    )
    .does(SECRETARY, declareItem, [MEETING, { minutes: refOf('纪要') }]);

test.each([
  ['before the item is put', added],
  ['while it is voted on', put],
  ['after the resolution', declared],
])('%s the title of an added item is put right, sealed beside the first one', (_, story) => {
  const when = story().when(SECRETARY, correctItem, [MEETING, RIGHT]);
  when.then([{ stream: `meeting/${MEETING}`, type: 'ItemRetitled', data: { no: 2 } }]);
  expect(when.decision).toMatchObject({ facts: [{ sealed: [{ subject: person(7), plain: RIGHT }] }] });
});

test('by whoever may add one', () => {
  added().when(actor(3), correctItem, [MEETING, RIGHT]).refused('meeting.runs');
  for (const by of [OFFICE, actor(1)])
    expect(added().when(by, correctItem, [MEETING, RIGHT]).types()).toEqual(['meeting ItemRetitled']);
});

test('what stands in the notice, and what is not there, is not retitled', () => {
  added()
    .when(SECRETARY, correctItem, [MEETING, { ...RIGHT, no: 1 }])
    .refused('meeting.item-added');
  added()
    .when(SECRETARY, correctItem, [MEETING, { ...RIGHT, no: 3 }])
    .refused('meeting.item-added');
  council().when(SECRETARY, correctItem, [MEETING, RIGHT]).refused('meeting.called');
});

test('once the minutes are issued it stays as it is', () => {
  declared()
    .does(SECRETARY, fileMinutes, [
      MEETING,
      { kind: 'minutes', text: refOf('纪要'), book: null, keeper: post(7), signer: post(1) },
    ])
    .when(SECRETARY, correctItem, [MEETING, RIGHT])
    .refused('meeting.minutes-issued');
});
