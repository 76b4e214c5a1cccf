import { department, CASE, ORG, OFFICE, RULE, story, type Story } from '../../testing/council.ts';
import { fileOf, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { AT, held, MANUSCRIPT, PLAN, SECRETARY, voted } from '../../testing/plan-bodies.ts';
import type { Fact } from '../../stream.ts';
import { recordOpinion } from '../consult/reply-records.ts';
import { declareItem } from '../meeting/declare.ts';
import { putItem } from '../meeting/put.ts';
import { fixDisposition } from './opinion-fix.ts';
import { proposeDisposition } from '../manuscript/propose.ts';
import { reviseManuscript } from '../manuscript/revise.ts';

const [CONSULTATION, FIRST, SECOND, GROUP, DEAN] = [uuid(600), uuid(601), uuid(602), uuid(610), uuid(611)];
const original = fileOf('批示');

const gate = (id: string, next: string, more: object = {}) => ({
  id,
  kind: 'meeting@1',
  title: id,
  with: { body: 'council', subject: 'manuscript', ...more },
  then: { passed: next, 'not-passed': 'again', deferred: 'again', withdrawn: 'again' },
});
const procedure = (rules: object = {}) => ({
  id: 'plan',
  title: '规划编制程序',
  bodies: { council: RULE },
  chapters: [],
  steps: [
    { id: 'draft', kind: 'revise@1', title: '初稿', then: { revised: 'consult' } },
    { id: 'consult', kind: 'consult@1', title: '征求意见', then: { consulted: 'discuss' } },
    gate('discuss', 'mend', { binds: false, fixesOpinions: true }),
    { id: 'mend', kind: 'revise@1', title: '修改', then: { revised: 'dean' }, rules },
    { ...gate('dean', 'publish'), rules },
    {
      id: 'publish',
      kind: 'issue@1',
      title: '印发',
      with: { subject: 'manuscript', gates: ['dean'] },
      then: { issued: 'end', received: 'end' },
    },
  ],
});

const opinion = (no: number): Fact => ({
  type: 'OpinionGiven',
  data: { consultation: CONSULTATION, case: CASE, stage: 'consult', department: department(1), no },
});
const reply = (name: string, opinions: number): Fact => ({
  type: 'ReplyReceived',
  data: { department: department(1), opinions, opinion: `opinion/${name}`, received: AT },
});
const stage = (id: string, streams: readonly string[] = []): Fact => ({
  type: 'StageEntered',
  data: { stage: id, round: 1, due: null, streams },
});
const left = (id: string, outcome: string, text: object | null): Fact => ({
  type: 'StageClosed',
  data: { stage: id, round: 1, outcome, text, notices: [], sum: {} },
});
const OPENED: Fact = {
  type: 'CaseOpened',
  data: {
    title: '“十五五”发展规划',
    procedure: { id: 'plan', version: 1, hash: 'plan' },
    scheme: refOf('方案'),
    chapters: [],
    dates: {},
    authority: null,
  },
};
const CONSULTED: Fact = {
  type: 'ConsultationOpened',
  data: {
    case: CASE,
    stage: 'consult',
    round: 1,
    text: refOf(PLAN),
    recipients: [department(1)],
    days: 5,
    unit: 'natural',
    opened: '2025-11-01T00:00:00.000Z',
    due: '2025-11-06T16:00:00.000Z',
    estimated: false,
  },
};
const CLOSED: Fact = {
  type: 'ConsultationClosed',
  data: { at: '2025-11-06T16:00:00.000Z', asked: 1, replied: 1, opinions: 2 },
};

/** Two opinions were given; the body that settles them is about to meet. */
const toDiscuss = (rules: object = {}): Story =>
  story(
    {
      [`org/${INSTITUTION}`]: ORG,
      [`case/${CASE}`]: [
        OPENED,
        stage('draft', [`manuscript/${MANUSCRIPT}`]),
        left('draft', 'revised', refOf(PLAN)),
        stage('consult', [`consultation/${CONSULTATION}`]),
        left('consult', 'consulted', null),
        stage('discuss'),
      ],
      [`consultation/${CONSULTATION}`]: [CONSULTED, reply(FIRST, 1), reply(SECOND, 2), CLOSED],
      [`opinion/${FIRST}`]: [opinion(1), { type: 'DispositionProposed', data: { disposition: 'rejected' } }],
      [`opinion/${SECOND}`]: [opinion(2)],
      [`manuscript/${MANUSCRIPT}`]: [
        {
          type: 'ManuscriptTakenOver',
          data: { case: CASE, stage: 'draft', label: '征求意见稿', text: refOf(PLAN) },
        },
      ],
    },
    { plan: procedure(rules) },
    { texts: [PLAN] },
  ).does(OFFICE, proposeDisposition, [
    SECOND,
    {
      disposition: 'in-work',
      reason: '日常工作中落实',
      taken: { owner: { department: department(2) }, due: '2026-06-30' },
    },
  ]);

const discussed = (before: Story, except: readonly number[] = []): Story => {
  const put = voted(before, { meeting: GROUP, stage: 'discuss' });
  if (except.length === 0) return put.does(SECRETARY, declareItem, [GROUP, { minutes: null }]);
  const again = proposedAnew(put).does(SECRETARY, putItem, [GROUP, { except: [...except] }]);
  return votedAgain(again).does(SECRETARY, declareItem, [GROUP, { minutes: null }]);
};
/** A proposal that changed opens the vote again. */
const proposedAnew = (so: Story): Story =>
  so.does(OFFICE, proposeDisposition, [FIRST, { disposition: 'rejected', reason: '与上级口径不一致' }]);
const votedAgain = (so: Story): Story => {
  const { history } = so;
  const casts = (history[`meeting/${GROUP}`] ?? []).filter(({ type }) => type === 'VoteCast');
  return so.but(`meeting/${GROUP}`, ...casts);
};

const finish = (so: Story) =>
  so.when(OFFICE, reviseManuscript, [
    MANUSCRIPT,
    { base: refOf(PLAN), label: '送审稿', edits: [], done: true },
  ]);
const fix = (so: Story, meeting = GROUP, file = original) =>
  so.when(OFFICE, fixDisposition, [SECOND, { meeting, original: file, words: '' }]);

test('工作中吸收 becomes a duty of whoever was proposed, in the same append', () => {
  const so = voted(toDiscuss(), { meeting: GROUP, stage: 'discuss' });
  const run = so.when(SECRETARY, declareItem, [GROUP, { minutes: null }]);
  const facts = 'facts' in run.decision ? run.decision.facts : [];
  const duty = facts.find(({ fact }) => fact.type === 'DutyGiven');
  expect(duty?.fact.data).toMatchObject({
    owner: { department: department(2) },
    due: '2026-06-30',
    meeting: `meeting/${GROUP}`,
    opinion: `opinion/${SECOND}`,
    opinionNo: 2,
  });
  expect(facts.flatMap(({ fact }) => (fact.type === 'DispositionFixed' ? [fact.data] : []))).toEqual([
    { disposition: 'rejected', meeting: `meeting/${GROUP}` },
    { disposition: 'in-work', meeting: `meeting/${GROUP}`, duty: duty?.stream },
  ]);
});

test('the text goes on when every opinion is settled', () => {
  const so = discussed(toDiscuss());
  expect(finish(so).types()).toContain('manuscript ManuscriptRevised');
  expect(finish(so).types()).toContain('case StageClosed');
});

test('送审 is held, by number, while one is not settled', () => {
  const so = discussed(toDiscuss(), [2]);
  const run = finish(so);
  run.refused('opinion.final');
  expect(run.decision).toMatchObject({ refusal: { facts: { open: [2] } } });
  expect(so.history[`meeting/${GROUP}`]?.findLast(({ type }) => type === 'ItemPut')?.data).toMatchObject({
    excepted: [2],
    dispositions: [{ opinion: `opinion/${FIRST}` }],
  });
});

test('what the meeting left out is settled afterwards on paper, with its duty, and frees the text', () => {
  const so = discussed(toDiscuss(), [2]);
  expect(fix(so).types()).toEqual(['opinion DispositionFixed', 'duty DutyGiven']);
  const fixed = so.does(OFFICE, fixDisposition, [SECOND, { meeting: GROUP, original, words: '' }]);
  expect(fixed.history[`opinion/${SECOND}`]?.at(-1)?.data).toMatchObject({
    original,
    meeting: `meeting/${GROUP}`,
  });
  expect(finish(fixed).types()).toContain('case StageClosed');
  fix(fixed).refused('opinion.proposed');
});

test('it is settled by the body that settled the others, on a paper that is here', () => {
  const so = discussed(toDiscuss(), [2]);
  fix(so, DEAN).refused('opinion.fixing-meeting');
  fix(so, GROUP, fileOf('没有')).refused('file.known');
  fix(toDiscuss()).refused('opinion.fixing-meeting');
});

test('an exception is the number of an opinion of which something is proposed', () => {
  const put = proposedAnew(voted(toDiscuss(), { meeting: GROUP, stage: 'discuss' }));
  const run = put.when(SECRETARY, putItem, [GROUP, { except: [2, 7] }]);
  run.refused('meeting.exceptions');
  expect(run.decision).toMatchObject({ refusal: { facts: { strange: [7], waiting: [1, 2] } } });
});

test('one that comes in afterwards on paper holds the body that decides', () => {
  const so = discussed(toDiscuss());
  const mended = so.does(OFFICE, reviseManuscript, [
    MANUSCRIPT,
    { base: refOf(PLAN), label: '送审稿', edits: [], done: true },
  ]);
  const elsewhere = {
    happened: '2025-11-05',
    medium: 'paper',
    scan: null,
    book: '第2页',
    checker: null,
  } as const;
  const late = mended.does(OFFICE, recordOpinion, [
    CONSULTATION,
    {
      department: null,
      about: '全文',
      quote: null,
      wording: '请补充',
      speaker: null,
      place: null,
      writer: null,
      elsewhere,
    },
  ]);
  expect(() => held(late, { meeting: DEAN, stage: 'dean' })).toThrow('opinion.final');
  expect(() => held(mended, { meeting: DEAN, stage: 'dean' })).not.toThrow();
});

test('a procedure may let it show only', () => {
  const rules = { 'opinion.final': { effect: 'warn', reason: '由本院确定' } };
  const run = finish(discussed(toDiscuss(rules), [2]));
  expect(run.types()).toContain('case StageClosed');
  expect(JSON.stringify(run.decision)).toContain('opinion.final');
});
