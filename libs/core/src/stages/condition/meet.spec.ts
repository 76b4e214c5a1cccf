import { emptyState, nextState, streamKind } from '../../streams.ts';
import {
  actor,
  CASE,
  council,
  department,
  head,
  MEETING,
  OFFICE,
  person,
  post,
  type Story,
} from '../../testing/council.ts';
import { fileOf } from '../../testing/given.ts';
import type { Fact } from '../../stream.ts';
import { conditionRows, type ConditionState } from './condition.ts';
import { meetCondition, verifyCondition, waiveCondition } from './meet.ts';

const CONDITION = 'c1';
const drafted = (owner: object): Fact => ({
  type: 'ConditionDrafted',
  data: {
    case: CASE,
    stage: 'adopt',
    meeting: `meeting/${MEETING}`,
    bodyKey: 'council',
    subject: 'scheme',
    no: 1,
    owner,
    due: '2025-11-30',
    presider: post(1),
  },
});
const SET: Fact = { type: 'ConditionSet', data: { outcome: 'in-principle' } };
const pending = (): Story => council().with(`condition/${CONDITION}`, drafted({ department: department(1) }));
const unmet = (): Story => pending().but(`condition/${CONDITION}`, SET);
const REPORT = [CONDITION, { report: '已落实' }] as const;
const met = (): Story => unmet().does(head(1), meetCondition, REPORT);
const DIRECTOR = { ...OFFICE, as: 'office-director' } as const;
const owed = (facts: readonly Fact[]) => {
  const kind = streamKind('condition');
  const state = facts.reduce((so, fact) => nextState(kind, so, fact).state, emptyState(kind));
  const { item, obligations } = conditionRows(CONDITION, state as ConditionState);
  return [item?.status, ...obligations.map(({ holder, verb, due }) => `${verb} ${holder} ${due}`)];
};

test('it is owed by its owner, then by whoever verifies it, and by nobody before or after', () => {
  const day = '2025-11-30T16:00:00.000Z';
  const facts = met().history[`condition/${CONDITION}`] ?? [];
  const verified = { type: 'ConditionVerified', data: { post: post(7), by: person(7) } };
  expect(owed(facts.slice(0, 1))).toEqual(['pending']);
  expect(owed(facts.slice(0, 2))).toEqual([
    'unmet',
    `condition.meet department-head@${department(1)} ${day}`,
  ]);
  expect(owed([drafted({ post: post(3) }), SET])).toEqual(['unmet', `condition.meet post:${post(3)} ${day}`]);
  expect(owed(facts)).toEqual(['met', `condition.verify secretary@council ${day}`]);
  expect(owed([...facts, verified])).toEqual(['verified']);
});

test('reported with sealed words, verified by another person', () => {
  const reported = unmet().when(head(1), meetCondition, REPORT);
  reported.then([
    {
      stream: `condition/${CONDITION}`,
      type: 'ConditionMet',
      data: { post: head(1).post, by: head(1).person },
    },
  ]);
  expect(reported.decision).toMatchObject({ facts: [{ sealed: [{ plain: { report: '已落实' } }] }] });
  const verify = (by: ReturnType<typeof actor>, body: { agree: boolean; reason?: string }) =>
    met().when(by, verifyCondition, [CONDITION, body]);
  verify({ ...OFFICE, person: head(1).person }, { agree: true }).refused('condition.second-person');
  verify(actor(7), { agree: false }).refused('condition.reason');
  expect(verify(actor(7), { agree: true }).types()).toEqual(['condition ConditionVerified']);
  const returned = met().does(actor(7), verifyCondition, [CONDITION, { agree: false, reason: '未附测算' }]);
  expect(returned.when(head(1), meetCondition, REPORT).types()).toEqual(['condition ConditionMet']);
});

test('nothing is reported before the resolution is declared, nor twice, nor verified before it is reported', () => {
  pending().when(head(1), meetCondition, REPORT).refused('condition.open');
  met().when(head(1), meetCondition, REPORT).refused('condition.open');
  unmet()
    .when(actor(7), verifyCondition, [CONDITION, { agree: true }])
    .refused('condition.open');
});

test('waived by whoever presided, or by the director of the office on paper', () => {
  const waive = (by: typeof OFFICE, paper: ReturnType<typeof fileOf> | null, story = unmet()) =>
    story.when(by, waiveCondition, [CONDITION, { reason: '情况变化', paper }]);
  expect(waive(actor(1), null).types()).toEqual(['condition ConditionWaived']);
  expect(waive(actor(1), null, met()).types()).toEqual(['condition ConditionWaived']);
  waive(actor(2), null).refused('condition.presided');
  waive(DIRECTOR, null).refused('condition.paper');
  waive(DIRECTOR, fileOf('没有')).refused('file.known');
  waive(DIRECTOR, fileOf('批示')).then([
    {
      stream: `condition/${CONDITION}`,
      type: 'ConditionWaived',
      data: { post: OFFICE.post, by: OFFICE.person, paper: fileOf('批示') },
    },
  ]);
  waive(actor(1), null, pending()).refused('condition.open');
});
