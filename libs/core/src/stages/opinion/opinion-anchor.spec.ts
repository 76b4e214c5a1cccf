import type { Tree } from '@mouding/text';
import type { Fact } from '../../stream.ts';
import { fileOf, given, refOf, treeRefOf, uuid } from '../../testing/given.ts';
import { CASE, head, history, MEDICAL, procedure, SURGERY } from '../../testing/plan-case.ts';
import { initial, step } from '../../machine.ts';
import { consultationMachine } from '../consult/consultation.ts';
import { enterReplies, recordOpinion } from '../consult/reply-records.ts';
import { giveOpinion, replyWith, ReplyWith } from '../consult/reply.ts';

const ID = uuid(0x6f);
const stream = `consultation/${ID}` as const;
const early = '2026-02-05T02:00:00.000Z';
const CLAUSE = 'n000000000b';
const TREE: Tree = {
  v: 'tree@1',
  salt: 'ab'.repeat(16),
  nodes: [
    { id: 'n000000000a', kind: 'chapter', depth: 1, before: '', text: '第一章 学科建设' },
    { id: CLAUSE, kind: 'clause', depth: 2, before: '', text: '到2030年，重点专科达到31个。' },
  ],
  end: '\n',
};

const opened = (text: object): Fact => ({
  type: 'ConsultationOpened',
  data: {
    case: CASE,
    stage: 'consult',
    round: 1,
    text,
    recipients: [MEDICAL, SURGERY],
    days: 10,
    unit: 'natural',
    opened: '2026-02-01T02:00:00.000Z',
    due: '2026-02-11T16:00:00.000Z',
    estimated: false,
  },
});

const asked = (setting: object = {}, text: object = treeRefOf(TREE)) =>
  given(
    { ...history('consult', { streams: { consult: [stream] } }), [stream]: [opened(text)] },
    {
      definitions: { plan: procedure() },
      actor: head(MEDICAL),
      received: early,
      texts: [TREE, '初稿'],
      files: ['反馈表'],
      ...setting,
    },
  );

const row = { about: '第一章', clause: CLAUSE, quote: '31个', sort: 'change', wording: '应为36个' } as const;
const original = fileOf('反馈表');
const factsOf = (decision: ReturnType<ReturnType<typeof asked>['when']>['decision']) =>
  'facts' in decision ? decision.facts : [];

test('an opinion names its clause and that it quotes; its words are sealed', () => {
  const run = asked().when(giveOpinion, ID, { ...row, proposed: '到2030年，重点专科达到36个。' });
  const [first] = factsOf(run.decision);
  expect(first?.fact.data).toEqual({
    consultation: ID,
    case: CASE,
    stage: 'consult',
    department: MEDICAL,
    no: 1,
    clause: CLAUSE,
    quoted: true,
    sort: 'change',
  });
  expect(first?.sealed).toMatchObject([
    { plain: { quote: '31个', proposed: '到2030年，重点专科达到36个。' } },
  ]);
  expect(JSON.stringify(run.decision).match(/36个/g)).toHaveLength(2);
});

test('an opinion on the whole names no clause', () => {
  const [first] = factsOf(
    asked().when(giveOpinion, ID, { about: '全文', clause: null, quote: null, wording: '总体同意' }).decision,
  );
  expect(first?.fact.data).not.toHaveProperty('clause');
  expect(first?.fact.data).not.toHaveProperty('quoted');
});

test.each([
  ['that the text does not have', 'n000000000z', treeRefOf(TREE)],
  ['of a text without clauses', CLAUSE, refOf('初稿')],
])('a clause %s is refused', (_, clause, text) => {
  const run = asked({}, text).when(giveOpinion, ID, { ...row, clause });
  run.refused('opinion.clause');
  expect(run.decision).toMatchObject({ refusal: { facts: { opinions: [1] } } });
});

test('a quote that the clause does not have is kept, and shown to whoever gives it; spaces do not count', () => {
  const rulesOf = (quote: string) => {
    const { decision } = asked().when(giveOpinion, ID, { ...row, quote });
    return 'facts' in decision ? (decision.notices ?? []).map(({ rule }) => rule) : ['refused'];
  };
  expect(rulesOf('36个')).toEqual(['opinion.quote']);
  expect(rulesOf('重点专科 达到31个')).toEqual([]);
});

test('many opinions are one answer: numbered on, each with its words, the original with each', () => {
  const rows = [
    row,
    { ...row, wording: '请注明口径' },
    { ...row, clause: null, quote: null, wording: '同意' },
  ];
  const run = asked().when(replyWith, ID, { opinions: rows, original });
  expect(run.types()).toEqual([
    'opinion OpinionGiven',
    'opinion OpinionGiven',
    'opinion OpinionGiven',
    'consultation ReplyReceived',
  ]);
  const facts = factsOf(run.decision);
  expect(facts.slice(0, 3).map(({ fact }) => fact.data)).toMatchObject([
    { no: 1, original },
    { no: 2, original },
    { no: 3, original },
  ]);
  expect(facts[3]?.fact.data).toEqual({
    department: MEDICAL,
    opinions: 3,
    opinion: 'opinion/new-opinion-1',
    more: ['opinion/new-opinion-2', 'opinion/new-opinion-3'],
    received: early,
  });
});

test('the consultation counts all that came with one answer', () => {
  const run = asked().when(replyWith, ID, { opinions: [row, row], original: null });
  const reply = factsOf(run.decision).at(-1)?.fact;
  if (!reply) throw new Error('nothing came');
  const state = [opened(treeRefOf(TREE)), reply].reduce(
    (so, fact) => step(consultationMachine, so, fact).state,
    initial(consultationMachine),
  );
  expect(state.context).toMatchObject({
    opinions: ['opinion/new-opinion-1', 'opinion/new-opinion-2'],
    replies: { [MEDICAL]: 2 },
  });
});

test('at most 200 at once, and never none', () => {
  const rows = (count: number) => ({ opinions: Array.from({ length: count }, () => row) });
  expect([0, 1, 200, 201].map((count) => ReplyWith.safeParse(rows(count)).success)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('of many the ones with a strange clause are named, and none is given', () => {
  const run = asked().when(replyWith, ID, {
    opinions: [row, { ...row, clause: 'n00000000zz' }],
    original: null,
  });
  run.refused('opinion.clause');
  expect(run.decision).toMatchObject({ refusal: { facts: { opinions: [2] } } });
});

test('an original that nobody brought is refused', () => {
  asked()
    .when(replyWith, ID, { opinions: [row], original: fileOf('别的') })
    .refused('file.known');
});

describe('entered by the office', () => {
  const elsewhere = {
    happened: '2025-11-19',
    medium: 'meeting',
    scan: original,
    book: null,
    checker: null,
  } as const;
  const office = { actor: undefined };

  test('the notes of a 座谈会: one slip, who spoke, where, and who wrote it down are sealed', () => {
    const rows = [
      { ...row, speaker: '某护士' },
      { ...row, clause: null, quote: null, wording: '增设班车', speaker: null },
    ];
    const body = { department: null, opinions: rows, place: '二楼会议室', writer: '规划办某同志', elsewhere };
    const run = asked(office).when(enterReplies, ID, body);
    expect(run.types()).toEqual([
      'opinion OpinionGiven',
      'opinion OpinionGiven',
      'consultation ReplyEntered',
      'record RecordEntered',
    ]);
    const facts = factsOf(run.decision);
    expect(facts[0]).toMatchObject({
      fact: { data: { from: 'staff', no: 1, clause: CLAUSE } },
      sealed: [
        {
          subject: 'new-opinion-1',
          plain: { speaker: '某护士', place: '二楼会议室', writer: '规划办某同志' },
        },
      ],
    });
    expect(facts[1]?.sealed?.[0]?.plain).not.toHaveProperty('speaker');
    expect(facts[2]?.fact.data).toMatchObject({ opinions: 2, more: ['opinion/new-opinion-2'] });
    expect(JSON.stringify(facts.map(({ fact }) => fact))).not.toMatch(/某护士|二楼|某同志/);
  });

  test('a form of a department counts for the department', () => {
    const body = {
      department: SURGERY,
      opinions: [{ ...row, speaker: null }],
      place: null,
      writer: null,
      elsewhere,
    };
    const facts = factsOf(asked(office).when(enterReplies, ID, body).decision);
    expect(facts.find(({ fact }) => fact.type === 'ReplyEntered')?.fact.data).toMatchObject({
      department: SURGERY,
      opinions: 1,
    });
  });

  test('a single one names its clause, too', () => {
    const body = { ...row, department: null, speaker: null, place: '门诊大厅', writer: null, elsewhere };
    const [first] = factsOf(asked(office).when(recordOpinion, ID, body).decision);
    expect(first).toMatchObject({
      fact: { data: { clause: CLAUSE } },
      sealed: [{ plain: { place: '门诊大厅' } }],
    });
  });
});
