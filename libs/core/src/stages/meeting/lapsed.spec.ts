import { actor, CASE, council, MEETING, OFFICE, SCHEME, type Story } from '../../testing/council.ts';
import { held, HELD, ROUTED, SECRETARY } from '../../testing/held-meeting.ts';
import { refOf, uuid } from '../../testing/given.ts';
import { step } from '../../machine.ts';
import { emptyState, streamKind } from '../../streams.ts';
import type { Kind } from '../../stream.ts';
import { withdrawItem } from './agenda.ts';
import { adjournMeeting, openMeeting, signIn } from './attend.ts';
import { callMeeting } from './call.ts';
import { declareItem } from './declare.ts';
import { putItem } from './put.ts';
import { recordMeeting } from './record-meeting.ts';
import { castVote } from './vote.ts';

const CALL = { case: CASE, stage: 'adopt', at: '2025-11-20T02:00:00.000Z', place: '二楼会议室' };
const [FIRST, SECOND, THIRD] = [uuid(71), uuid(72), uuid(73)];
const BALLOT = 'new-ballot';
const call = (story: Story, id: string): Story => story.does(SECRETARY, callMeeting, [id, CALL]);
const put = (story: Story, id: string): Story =>
  [1, 2, 3, 4]
    .reduce((so, n) => so.does(actor(n), signIn, [id, {}]), story)
    .does(SECRETARY, openMeeting, [id, {}])
    .does(SECRETARY, putItem, [id, {}]);
/** What a stream stands at, and how many owe something to it. */
function left(story: Story, kind: Kind, id: string): readonly [string, number] {
  const of = streamKind(kind);
  const state = (story.history[`${kind}/${id}`] ?? []).reduce(
    (so, fact) => step(of.machine, so, fact).state,
    emptyState(of),
  );
  return [String(state.value), of.rows(id, state).obligations.length];
}
const record = (story: Story): Story => story.does(SECRETARY, recordMeeting, [MEETING, HELD]);

test('a meeting that was called ends when one that was held elsewhere is recorded: nobody owes it anything', () => {
  const called = call(council({}, ROUTED), FIRST);
  expect(left(called, 'meeting', FIRST)).toEqual(['called', 7]);
  const { decision } = held({}, called);
  const fact = { type: 'MeetingLapsed', data: { because: 'recorded', by: `meeting/${MEETING}` } };
  expect('facts' in decision && decision.facts).toContainEqual({
    stream: `meeting/${FIRST}`,
    fact,
    sealed: [],
  });
  const recorded = record(called);
  expect(left(recorded, 'meeting', FIRST)).toEqual(['lapsed', 0]);
  recorded.when(actor(2), signIn, [FIRST, {}]).refused('meeting.signing');
});

test('a resolution ends every other meeting on its stage, called before or after it, and none that is over', () => {
  const three = call(call(call(council({}, ROUTED), FIRST), SECOND), THIRD);
  const adjourned = three.does(SECRETARY, adjournMeeting, [SECOND, { reason: '改期' }]);
  const again = call(adjourned, uuid(74));
  const voted = [1, 2, 3, 4].reduce(
    (so, n) => so.does(actor(n), castVote, [THIRD, { vote: 'yes' }]),
    put(again, THIRD),
  );
  const declared = voted.does(SECRETARY, declareItem, [THIRD, { minutes: null }]);
  expect(left(declared, 'meeting', FIRST)).toEqual(['lapsed', 0]);
  expect(left(declared, 'meeting', SECOND)).toEqual(['adjourned', 0]);
  expect(left(declared, 'meeting', THIRD)).toEqual(['declared', 0]);
  expect(left(declared, 'meeting', uuid(74))).toEqual(['lapsed', 0]);
});

test('an item that is taken back ends the others too', () => {
  const both = call(call(council({}, ROUTED), FIRST), SECOND);
  const withdrawn = both.does(OFFICE, withdrawItem, [FIRST, { reason: '材料需要补充' }]);
  expect(left(withdrawn, 'meeting', SECOND)).toEqual(['lapsed', 0]);
  expect(withdrawn.history[`meeting/${SECOND}`]?.at(-1)?.data).toEqual({
    because: 'withdrawn',
    by: `meeting/${FIRST}`,
  });
});

test('the box of a meeting that ends without a count is void: its tellers owe nothing', () => {
  const out = put(call(council({ ballot: 'secret' }, ROUTED), FIRST), FIRST);
  expect(left(out, 'ballot', BALLOT)).toEqual(['open', 1]);
  const HANDED = { yes: 4, no: 1, abstain: 0, invalid: 0, issued: 5, returned: 5 };
  const recorded = out.does(SECRETARY, recordMeeting, [
    MEETING,
    { ...HELD, votes: undefined, tally: HANDED },
  ]);
  expect(left(recorded, 'meeting', FIRST)).toEqual(['lapsed', 0]);
  expect(left(recorded, 'ballot', BALLOT)).toEqual(['void', 0]);
  const gone = { stage: 'adopt', round: 1, outcome: 'deferred', text: refOf(SCHEME), notices: [], sum: {} };
  const adjourned = out
    .but(`case/${CASE}`, { type: 'StageClosed', data: gone })
    .does(SECRETARY, adjournMeeting, [FIRST, { reason: '环节已办结' }]);
  expect(left(adjourned, 'ballot', BALLOT)).toEqual(['void', 0]);
});
