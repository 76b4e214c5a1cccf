import type { Capacity } from '../../capacity.ts';
import { actor, CASE, SCHEME } from '../../testing/council.ts';
import { given, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { DIRECTOR, drafted, LEADER, NUMBER, ON, onIssue, signed, TEXT } from '../../testing/issue-case.ts';
import { rules, step } from '../../testing/issue-steps.ts';
import { recordStep } from './record-step.ts';

const SECRETARY = actor(7, 'secretary');
const serving = (leader: Capacity = LEADER) =>
  [
    { type: 'AideNamed', data: { aide: uuid(1), leader: leader.post, post: SECRETARY.post, by: null } },
    { type: 'AideConfirmed', data: { aide: uuid(1), by: leader.person, post: leader.post } },
  ] as const;
const entered = (
  what: string,
  by: Capacity,
  more: object = {},
  story = drafted().but(`org/${INSTITUTION}`, ...serving()),
) => story.when(SECRETARY, recordStep, step(what, by, more));

test('签发 on paper is the leader’s, who is told; the secretary entered it', () => {
  const act = entered('sign', LEADER);
  act.then([
    onIssue('IssueSigned', {
      text: TEXT,
      post: LEADER.post,
      by: LEADER.person,
      on: ON,
      notices: expect.anything() as never,
    }),
    {
      stream: 'record/new-record',
      type: 'RecordEntered',
      data: expect.objectContaining({
        case: CASE,
        recorder: SECRETARY.post,
        people: [{ post: LEADER.post, person: LEADER.person }],
        holds: [],
      }) as never,
    },
  ]);
  expect(rules(act)).toEqual(['issue.order']);
});

test('nothing of another leader’s, and no other step of the sheet, though the leader took it', () => {
  for (const [what, more] of [
    ['review', {}],
    ['check', {}],
    ['seal', {}],
    ['number', { number: NUMBER }],
    ['publish', { on: ON }],
  ] as const)
    entered(what, LEADER, more).refused('aide.own-leader');
  entered('sign', DIRECTOR).refused('aide.own-leader');
  entered('sign', LEADER, {}, drafted()).refused('aide.own-leader');
  const others = drafted().but(`org/${INSTITUTION}`, ...serving(DIRECTOR));
  entered('sign', LEADER, {}, others).refused('aide.own-leader');
});

test('on the draft alone, which is read by whoever may record on it', () => {
  entered('sign', LEADER, { text: refOf('纪要') }).refused('issue.text');
  entered('sign', LEADER, { text: refOf('未上传') }).refused('text.known');
  const done = signed().but(`org/${INSTITUTION}`, ...serving());
  entered('sign', LEADER, {}, done).refused('issue.step-done');
});

test('the draft need not have been brought by whoever records on it', () => {
  const { history, definitions } = drafted().but(`org/${INSTITUTION}`, ...serving());
  const bare = given(history, { actor: SECRETARY, definitions, texts: [SCHEME], brought: [] });
  const [id, body] = step('sign', LEADER);
  expect(bare.when(recordStep, id, body).types()).toEqual(['issue IssueSigned', 'record RecordEntered']);
});
