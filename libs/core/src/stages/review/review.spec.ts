import type { Capacity } from '../../capacity.ts';
import { checkProcedure } from '../../procedure/check.ts';
import { compileProcedure, readDefinition } from '../../procedure/procedure.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { fileOf, given, INSTITUTION, refOf, uuid } from '../../testing/given.ts';
import { CASE, house, LEAD } from '../../testing/plan-case.ts';
import { advanceCase } from '../../case/advance.ts';
import { closeReview } from './close.ts';
import { giveReviewOpinion, recordReviewOpinion } from './opinion.ts';
import { reviewMachine, reviewRows, type ReviewState } from './review.ts';

const ID = uuid(0x81);
const stream = `review/${ID}` as const;
const text = refOf('方案');
const paper = '专家意见.pdf';
const OPENED = '2026-03-02T02:00:00.000Z';
const office: Capacity = { as: 'office', person: uuid(0x93), post: uuid(0x94), department: null };
const leader: Capacity = { as: 'leader', person: uuid(0x71), post: LEAD, department: null };
const org: readonly Fact[] = [
  ...house,
  { type: 'PostFilled', data: { post: LEAD, person: leader.person, from: '2025-01-01T00:00:00.000Z' } },
];

/** Research, then experts on the scheme; what they send back is researched again. */
const small = (parameters: object = {}) => ({
  id: 'plan',
  title: '论证程序',
  bodies: {},
  chapters: [],
  steps: [
    {
      id: 'research',
      kind: 'research@1',
      title: '调研',
      with: { methods: [], least: 0 },
      then: { researched: 'review' },
    },
    {
      id: 'review',
      kind: 'review@1',
      title: '专家论证',
      with: { subject: 'scheme', ...parameters },
      then: { reviewed: 'end', returned: 'research' },
    },
  ],
});

const entered = (stage: string, streams: string[]): Fact => ({
  type: 'StageEntered',
  data: { stage, round: 1, due: null, streams },
});
const closedStage: Fact = {
  type: 'StageClosed',
  data: { stage: 'research', round: 1, outcome: 'researched', text: null, notices: [], sum: {} },
};
const opened: Fact = {
  type: 'CaseOpened',
  data: {
    title: '“十五五”发展规划',
    procedure: { id: 'plan', version: 1, hash: 'plan' },
    scheme: text,
    chapters: [],
    dates: {},
    authority: null,
  },
};
const requested = (data: object = {}): Fact => ({
  type: 'ReviewRequested',
  data: {
    case: CASE,
    stage: 'review',
    round: 1,
    method: 'experts',
    subject: 'scheme',
    text,
    opened: OPENED,
    due: null,
    atLeast: 2,
    effect: 'warn',
    ...data,
  },
});
const opinion = (no: number, data: object = {}): Fact => ({
  type: 'ReviewOpinionGiven',
  data: {
    no,
    post: null,
    verdict: 'agree',
    original: null,
    happened: '2026-03-05',
    interest: false,
    ...data,
  },
});

const when = (facts: readonly Fact[], setting: object = {}) =>
  given(
    {
      [`org/${INSTITUTION}`]: org,
      [`case/${CASE}`]: [opened, entered('research', []), closedStage, entered('review', [stream])],
      [stream]: facts,
    },
    {
      definitions: { plan: small() },
      files: [paper],
      actor: office,
      now: '2026-03-06T02:00:00.000Z',
      ...setting,
    },
  );
const fold = (facts: readonly Fact[]): ReviewState =>
  facts.reduce(
    (state, fact) => step(reviewMachine, state, fact).state,
    initial(reviewMachine),
  ) as ReviewState;
const elsewhere = (more: object = {}) => ({
  happened: '2026-03-05',
  medium: 'paper' as const,
  scan: fileOf(paper),
  book: null,
  checker: null,
  ...more,
});
const factsOf = ({ decision }: { decision: unknown }) =>
  (decision as { facts: readonly { of?: Capacity; fact: Fact; sealed?: unknown }[] }).facts;

test('a procedure with a review of what it has is sound; of a text that it does not have, it is not', () => {
  const faults = (parameters: object) => {
    const read = readDefinition(small(parameters));
    return 'faults' in read
      ? read.faults
      : checkProcedure(compileProcedure(read.definition)).faults.map(({ rule }) => rule);
  };
  expect(faults({})).toEqual([]);
  expect(faults({ subject: 'manuscript' })).toContain('dead-end');
});

test('a review asks for opinions on the text that stands when its stage opens', () => {
  const act = given(
    { [`org/${INSTITUTION}`]: org, [`case/${CASE}`]: [opened, entered('research', [])] },
    { definitions: { plan: small({ method: 'lawyers', atLeast: 1, effect: 'block' }) }, now: OPENED },
  ).when(advanceCase, CASE, { stage: 'research' });
  expect(factsOf(act).at(-1)?.fact).toEqual(requested({ method: 'lawyers', atLeast: 1, effect: 'block' }));
  const { item, obligations } = reviewRows(ID, fold([requested({ due: OPENED })]));
  expect(item).toMatchObject({ kind: 'review', label: '专家论证', status: 'open', due: OPENED });
  expect(obligations).toEqual([
    { name: 'close', holder: 'office', verb: 'review.close', case: CASE, due: OPENED },
  ]);
  expect(reviewRows(ID, fold([])).obligations).toEqual([]);
});

describe('an opinion', () => {
  const record = (body: object = {}, facts = [requested()]) =>
    when(facts).when(recordReviewOpinion, ID, {
      reviewer: { name: '某大学教授' },
      verdict: 'agree-with-changes',
      words: '床位测算依据不足',
      original: fileOf(paper),
      interest: false,
      elsewhere: elsewhere(),
      ...body,
    });

  test('of an expert without an account is recorded with the signed paper; name and words are sealed', () => {
    const act = record();
    expect(act.types()).toEqual(['review ReviewOpinionGiven', 'record RecordEntered']);
    const [first] = factsOf(act);
    expect(first?.fact).toEqual(opinion(1, { verdict: 'agree-with-changes', original: fileOf(paper) }));
    expect(first?.of).toBeUndefined();
    expect(first?.sealed).toEqual([
      { subject: office.person, plain: { reviewer: '某大学教授', words: '床位测算依据不足' } },
    ]);
    expect(JSON.stringify(factsOf(act).map(({ fact }) => fact))).not.toContain('教授');
  });

  test('of a leader elsewhere is the leader’s, who is told', () => {
    const [first, slip] = factsOf(record({ reviewer: { post: LEAD } }));
    expect(first).toMatchObject({ of: leader, sealed: [{ subject: leader.person }] });
    expect(slip?.fact.data).toMatchObject({ people: [{ post: LEAD, person: leader.person }] });
  });

  test('of a post that nobody held then is the recorder’s, and shows', () => {
    const act = record({ reviewer: { post: LEAD }, elsewhere: elsewhere({ happened: '2024-12-30' }) });
    expect(act.decision).toMatchObject({ notices: [{ rule: 'record.holder' }] });
    expect(factsOf(act)[0]).not.toHaveProperty('of');
  });

  test('of somebody with an interest shows', () => {
    expect(record({ interest: true }).decision).toMatchObject({ notices: [{ rule: 'review.interest' }] });
    expect(record().decision).toMatchObject({ notices: [] });
  });

  test('of a leader here needs no record', () => {
    const act = when([requested()], { actor: leader }).when(giveReviewOpinion, ID, {
      verdict: 'object',
      words: '不宜',
    });
    act.then([{ stream, ...opinion(1, { post: LEAD, verdict: 'object', happened: null }) }]);
    expect(factsOf(act)[0]?.sealed).toEqual([{ subject: leader.person, plain: { words: '不宜' } }]);
    when([requested()], { actor: leader })
      .when(giveReviewOpinion, ID, { verdict: 'agree', original: fileOf('不在') })
      .refused('file.known');
  });

  test('is given once by each post, while the review is open, with a paper that is here', () => {
    const mine = [requested(), opinion(1, { post: LEAD })];
    when(mine, { actor: leader }).when(giveReviewOpinion, ID, { verdict: 'agree' }).refused('review.once');
    record({ reviewer: { post: LEAD } }, mine).refused('review.once');
    record({ reviewer: { name: '又一位' } }, mine).then([
      { stream, type: 'ReviewOpinionGiven' },
      { stream: 'record/new-record', type: 'RecordEntered' },
    ]);
    record({ original: fileOf('不在') }).refused('file.known');
    record({ elsewhere: elsewhere({ happened: '2026-03-07' }) }).refused('record.happened');
    const over: Fact = { type: 'ReviewClosed', data: { outcome: 'reviewed', text, opinions: 0 } };
    record({}, [requested(), over]).refused('review.open');
    record({}, []).refused('review.open');
  });
});

describe('ending a review', () => {
  const both = [opinion(1), opinion(2, { verdict: 'object' })];
  const close = (
    facts: readonly Fact[],
    {
      outcome = 'reviewed',
      reason,
      ...setting
    }: {
      outcome?: 'reviewed' | 'returned';
      reason?: string;
      now?: string;
    } = {},
  ) => when(facts, setting).when(closeReview, ID, { outcome, ...(reason ? { reason } : {}) });

  test('leaves the numbers of what was said', () => {
    const act = close([requested(), ...both]);
    expect(factsOf(act)[0]?.fact).toEqual({
      type: 'ReviewClosed',
      data: { outcome: 'reviewed', text, opinions: 2 },
    });
    expect(factsOf(act)[1]?.fact).toMatchObject({
      type: 'StageClosed',
      data: {
        outcome: 'reviewed',
        text,
        notices: [],
        sum: { opinions: 2, atLeast: 2, agree: 1, 'agree-with-changes': 0, object: 1 },
      },
    });
  });

  test('with too few opinions shows, or is held where the procedure says so', () => {
    expect(close([requested(), opinion(1)]).decision).toMatchObject({
      notices: [{ rule: 'review.at-least', facts: { atLeast: 2, opinions: 1 } }],
    });
    close([requested({ effect: 'block' }), opinion(1)]).refused('review.at-least');
    expect(close([requested({ effect: 'block' }), ...both]).decision).toMatchObject({ notices: [] });
  });

  test('by sending it back needs a reason, and opens what the procedure says', () => {
    close([requested(), ...both], { outcome: 'returned' }).refused('review.reason');
    const act = close([requested(), ...both], { outcome: 'returned', reason: '依据不足' });
    expect(factsOf(act)[0]?.sealed).toEqual([{ subject: office.person, plain: { reason: '依据不足' } }]);
    expect(factsOf(act).at(-1)?.fact.type).toBe('ResearchOpened');
  });

  test('of lawyers shows fewer than seven working days, unless they were given or taken', () => {
    const legal = (due: string | null, now: string) =>
      close([requested({ method: 'lawyers', due }), ...both], { now }).decision;
    const few = { notices: [{ rule: 'review.days', facts: { days: 7, earliest: '2026-03-11' } }] };
    expect(legal(null, '2026-03-10T15:59:00.000Z')).toMatchObject(few);
    expect(legal('2026-03-10T16:00:00.000Z', '2026-03-06T02:00:00.000Z')).toMatchObject(few);
    expect(legal('2026-03-11T16:00:00.000Z', '2026-03-06T02:00:00.000Z')).toMatchObject({ notices: [] });
    expect(legal(null, '2026-03-10T16:00:00.000Z')).toMatchObject({ notices: [] });
    expect(close([requested(), ...both]).decision).toMatchObject({ notices: [] });
  });

  test('is done once', () => {
    const over: Fact = { type: 'ReviewClosed', data: { outcome: 'reviewed', text, opinions: 0 } };
    close([requested(), over]).refused('review.open');
    close([]).refused('review.open');
  });
});
