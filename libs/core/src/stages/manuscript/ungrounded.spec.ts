import { CASE, OFFICE, post, type Story } from '../../testing/council.ts';
import { refOf, treeRefOf, uuid } from '../../testing/given.ts';
import { ELSEWHERE, voted } from '../../testing/held-meeting.ts';
import { AT, held, MANUSCRIPT, plan, PLAN, SECRETARY, TWICE } from '../../testing/plan-bodies.ts';
import { convertManuscript } from './convert.ts';
import { giveGrounds } from './give-grounds.ts';
import { callMeeting } from '../meeting/call.ts';
import { recordMeeting } from '../meeting/record-meeting.ts';
import { reviseManuscript } from './revise.ts';
import { askTabling } from '../tabling/ask.ts';

/** The second gate refused the plan, and the office is to change it. */
const changing = (definition: object = TWICE): Story =>
  held(held(plan(definition), { meeting: uuid(20), stage: 'first' }), {
    meeting: uuid(21),
    stage: 'second',
    votes: ['no', 'no', 'no', 'yes'],
  });

/** Two changes, of which the second says what it rests on where `ground` does. */
const revised = (story: Story, ground: object = {}, base: object = refOf(PLAN)): Story =>
  story.does(OFFICE, reviseManuscript, [
    MANUSCRIPT,
    {
      base,
      label: '送审稿',
      edits: [
        { quote: '31张', replacement: '36张', cites: null, reason: '' },
        { quote: '建成5个', replacement: '建成6个', cites: null, reason: '', ...ground },
      ],
      done: true,
    } as never,
  ]);

const calls = (story: Story) =>
  story.when(SECRETARY, callMeeting, [uuid(99), { case: CASE, stage: 'first', at: AT, place: '礼堂' }]);

test('a text is not put before a body while changes rest on nothing: saving them was never held', () => {
  expect(calls(revised(changing())).decision).toMatchObject({
    refusal: { rule: 'text.grounds', facts: { changes: 2 }, basis: expect.stringContaining('依据') },
  });
  expect(calls(revised(changing(), { ground: { basis: 'data' } })).decision).toMatchObject({
    refusal: { facts: { changes: 1 } },
  });
});

test('nor is it asked that it be: the sheet is held by the same rule', () => {
  const asks = (story: Story) =>
    story.when(OFFICE, askTabling, [
      uuid(97),
      { case: CASE, stage: 'first', title: '审议规划', text: refOf(PLAN), sponsor: null },
    ]);
  expect(asks(revised(changing())).decision).toMatchObject({
    refusal: { rule: 'text.grounds', facts: { changes: 2 } },
  });
  const story = revised(changing()).does(OFFICE, giveGrounds, [
    MANUSCRIPT,
    { which: { of: 'all' }, cites: null, ground: { basis: 'editorial' }, reason: '' },
  ]);
  expect(asks(story).types()).toEqual(['tabling TablingAsked']);
});

test('once every change rests on something, it is', () => {
  const story = revised(changing()).does(OFFICE, giveGrounds, [
    MANUSCRIPT,
    { which: { of: 'all' }, cites: null, ground: { basis: 'editorial' }, reason: '' },
  ]);
  expect(calls(story).types()).toContain('meeting MeetingCalled');
});

test('clauses of a tree are named by where they stand', () => {
  const story = changing().does(OFFICE, convertManuscript, [MANUSCRIPT, {}]);
  const { decision } = changing().when(OFFICE, convertManuscript, [MANUSCRIPT, {}]);
  const [tree] = 'trees' in decision ? (decision.trees ?? []) : [];
  if (!tree) throw new Error('no tree');
  expect(calls(revised(story, {}, treeRefOf(tree))).decision).toMatchObject({
    refusal: { facts: { clauses: ['第一章 › 第1段', '第一章 › 第2段'] } },
  });
});

test('of very many clauses the refusal names as many as its entry holds, and counts them all', () => {
  const story = changing().does(OFFICE, convertManuscript, [MANUSCRIPT, {}]);
  const { decision } = changing().when(OFFICE, convertManuscript, [MANUSCRIPT, {}]);
  const [tree] = 'trees' in decision ? (decision.trees ?? []) : [];
  const after = tree?.nodes.at(-1)?.id;
  if (!tree || !after) throw new Error('no tree');
  const inserted = Array.from({ length: 310 }, (_, i) => ({
    operations: [
      {
        op: 'insert',
        node: `nx${String(i).padStart(9, '0')}`,
        after,
        kind: 'clause',
        depth: 2,
        before: '',
        text: '新增。',
      },
    ],
    cites: null,
    reason: '',
  }));
  const body = {
    base: treeRefOf(tree),
    label: '送审稿',
    edits: [],
    operations: inserted,
    done: true,
  } as never;
  const held = calls(story.does(OFFICE, reviseManuscript, [MANUSCRIPT, body])).decision;
  expect(held).toMatchObject({ refusal: { facts: { changes: 310, touched: 310 } } });
  expect('refusal' in held && held.refusal.facts['nodes']).toHaveLength(300);
});

test('a procedure may let it show, and a meeting held elsewhere never stumbles over it', () => {
  const rules = { 'text.grounds': { effect: 'warn', reason: '本院规定' } };
  const lax = {
    ...TWICE,
    steps: TWICE.steps.map((step) => (step.id === 'first' ? { ...step, rules } : step)),
  };
  const { decision } = calls(revised(changing(lax)));
  expect('notices' in decision && decision.notices?.map(({ rule }) => rule)).toContain('text.grounds');
  const story = revised(changing());
  const recorded = story.when(SECRETARY, recordMeeting, [
    uuid(98),
    {
      case: CASE,
      stage: 'first',
      at: '2025-11-19T02:00:00.000Z',
      place: '二楼会议室',
      called: '2025-11-17',
      present: [1, 2, 3, 4, 5].map(post),
      chair: post(1),
      votes: voted([2, 'yes'], [3, 'yes'], [4, 'yes'], [5, 'yes'], [1, 'yes']),
      outcome: 'passed',
      text: refOf(PLAN.replace('31张', '36张').replace('建成5个', '建成6个')),
      minutes: null,
      elsewhere: ELSEWHERE,
    },
  ]);
  const slip =
    'facts' in recorded.decision &&
    recorded.decision.facts.find(({ fact }) => fact.type === 'RecordEntered')?.fact.data;
  expect(slip).toMatchObject({
    notices: expect.arrayContaining([expect.objectContaining({ rule: 'text.grounds' })]),
  });
  expect(slip).not.toMatchObject({ holds: expect.arrayContaining(['text.grounds']) });
});
