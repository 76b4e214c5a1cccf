import { initial, step } from '../../machine.ts';
import { checkProcedure } from '../../procedure/check.ts';
import { compileProcedure, readDefinition } from '../../procedure/procedure.ts';
import type { Fact } from '../../stream.ts';
import {
  ALL_SIGNED,
  assigned,
  CHAPTER,
  CHAPTER_STREAM,
  countersigned,
  DRAFT,
  submitted,
} from '../../testing/countersigned.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
import { CASE, FINANCE, history, MEDICAL, procedure, QUALITY, SURGERY } from '../../testing/plan-case.ts';
import { compileManuscript } from './compile.ts';
import { manuscriptMachine, manuscriptRows, type ManuscriptState } from './manuscript.ts';
import { ReturnManuscript, returnManuscript } from './return-chapters.ts';
import { submitChapter } from '../write/submit.ts';

const ID = uuid(0x60);
const stream = `manuscript/${ID}` as const;
const [OTHER, THIRD] = [uuid(0x42), uuid(0x43)];
const signedOff: Fact = { type: 'ChapterSignedOff', data: { text: refOf(DRAFT) } };
const plain = (data: object): readonly Fact[] => [
  assigned({ countersigning: undefined, ...data }),
  submitted(),
  signedOff,
];
const requested: Fact = {
  type: 'ManuscriptRequested',
  data: { case: CASE, stage: 'compile', round: 2, due: null },
};
const chapters = {
  [CHAPTER_STREAM]: [...ALL_SIGNED, signedOff],
  [`chapter/${OTHER}`]: plain({ no: 7 }),
  [`chapter/${THIRD}`]: plain({ no: 8 }),
};
type Streams = { readonly [stream: string]: readonly Fact[] };

const house = (more: Streams = {}): Streams => ({
  ...history('compile', {
    streams: {
      write: [CHAPTER_STREAM, `chapter/${OTHER}`, `chapter/${THIRD}`],
      compile: [stream],
    },
  }),
  ...chapters,
  [stream]: [requested],
  ...more,
});
const setting = {
  now: '2026-02-02T02:00:00.000Z',
  texts: [DRAFT],
  definitions: { plan: procedure({ compile: { missing: 'warn' } }) },
};
const POINTS = [
  { chapter: CHAPTER, to: QUALITY, clauses: [2], points: ['核对专科数', '补充依据'] },
  { chapter: OTHER, points: ['统一口径'] },
];
const send = (body: object = {}, more: Streams = {}) =>
  given(house(more), setting).when(
    returnManuscript,
    ID,
    ReturnManuscript.parse({ chapters: POINTS, ...body }),
  );

test('sends several chapters back at once, each with its points, and leaves the others alone', () => {
  const back = (data: object) => ({
    type: 'ChapterReturned',
    data: { text: refOf(DRAFT), original: null, due: null, of: stream, ...data },
  });
  send().then([
    {
      stream: CHAPTER_STREAM,
      ...back({ to: QUALITY, clauses: [2], falls: [QUALITY], points: 2 }),
    },
    { stream: `chapter/${OTHER}`, ...back({ to: MEDICAL, clauses: null, falls: [], points: 1 }) },
    {
      stream,
      type: 'ManuscriptReturned',
      data: { round: 2, chapters: [CHAPTER_STREAM, `chapter/${OTHER}`], answers: null },
    },
  ]);
});

test('seals the points of each chapter beside its fact', () => {
  const { decision } = send();
  const sealed = 'facts' in decision ? decision.facts.map(({ sealed: words }) => words) : [];
  expect(sealed.map((words) => words?.map(({ plain: said }) => said))).toEqual([
    [{ points: ['核对专科数', '补充依据'] }],
    [{ points: ['统一口径'] }],
    [],
  ]);
});

test('the draft waits until all are back', () => {
  const { decision } = send();
  const facts = 'facts' in decision ? decision.facts : [];
  const grown = (name: string) => [
    ...(house()[name] ?? []),
    ...facts.filter((each) => each.stream === name).map(({ fact }) => fact),
  ];
  const after = Object.fromEntries(
    [CHAPTER_STREAM, `chapter/${OTHER}`, stream].map((name) => [name, grown(name)]),
  );
  const compiling = (more: Streams) =>
    given(house({ ...after, ...more }), setting).when(compileManuscript, ID, { label: '初稿' });
  compiling({}).refused('compile.complete');
  const again = (name: string) => [...grown(name), submitted(), signedOff];
  compiling({ [CHAPTER_STREAM]: again(CHAPTER_STREAM) }).refused('compile.complete');
  const all = { [CHAPTER_STREAM]: again(CHAPTER_STREAM), [`chapter/${OTHER}`]: again(`chapter/${OTHER}`) };
  expect(compiling(all).types()).toContain('manuscript ManuscriptCompiled');
  expect(
    given(house(after), {
      ...setting,
      actor: { as: 'department-head', person: uuid(7), post: uuid(8), department: QUALITY },
    })
      .when(submitChapter, CHAPTER, { text: refOf(DRAFT) })
      .types(),
  ).toEqual(['chapter ChapterSubmitted']);
});

test('takes chapters of this plan that were signed off, and owners of theirs', () => {
  send({}, { [`chapter/${OTHER}`]: [assigned({ no: 7 }), submitted()] }).refused(
    'manuscript.return-accepted',
  );
  send({}, { [`chapter/${OTHER}`]: plain({ case: uuid(9) }) }).refused('manuscript.return-accepted');
  send({ chapters: [{ chapter: CHAPTER, to: SURGERY, points: ['一'] }] }).refused('chapter.return-to');
  send({ chapters: [{ chapter: CHAPTER, clauses: [9], points: ['一'] }] }).refused('chapter.clauses');
  send({ answers: `review/${uuid(5)}` }).refused('manuscript.cites');
  send({ preview: 'f'.repeat(64) }).refused('return.preview');
});

test('is for a draft that is being made', () => {
  const compiled: Fact = {
    type: 'ManuscriptCompiled',
    data: { round: 2, label: '初稿', join: 'join@1', text: refOf(DRAFT), parts: [] },
  };
  send({}, { [stream]: [requested, compiled] }).refused('manuscript.drafting');
  const state = [
    requested,
    { type: 'ManuscriptReturned', data: { round: 2, chapters: [], answers: null } },
  ].reduce(
    (now, fact) => step(manuscriptMachine, now, fact).state,
    initial(manuscriptMachine),
  ) as ManuscriptState;
  expect(manuscriptRows(ID, state).obligations.map(({ verb }) => verb)).toEqual(['manuscript.compile']);
});

test('a preview too long for an entry is not repeated in its refusal', () => {
  const many = Array.from({ length: 60 }, (_, i) => uuid(0x1000 + i));
  const countersigning = { departments: [FINANCE, SURGERY, QUALITY], effect: 'warn', keep: 'unchanged' };
  const signed = [FINANCE, SURGERY, QUALITY].map((each) => countersigned(each, null));
  const more = Object.fromEntries(
    many.map((id) => [`chapter/${id}`, [assigned({ countersigning }), submitted(), ...signed, signedOff]]),
  );
  const refused = (ids: readonly string[]) =>
    send({ chapters: ids.map((chapter) => ({ chapter, points: ['一'] })), preview: 'f'.repeat(64) }, more);
  const factsOf = ({ decision }: ReturnType<typeof refused>) =>
    'refusal' in decision ? Object.keys(decision.refusal.facts) : [];
  expect(factsOf(refused(many))).toEqual(['preview']);
  expect(factsOf(refused(many.slice(0, 5)))).toEqual(['preview', 'effects']);
});

test('names each chapter once', () => {
  expect(ReturnManuscript.safeParse({ chapters: [POINTS[1], POINTS[1]] }).success).toBe(false);
});

describe('after a gate has sent the draft back', () => {
  const reviewing = (id: string, next: string) => ({
    id,
    kind: 'review@1',
    title: id,
    with: { subject: 'manuscript', method: id === 'legal' ? 'lawyers' : 'experts' },
    then: { reviewed: next, returned: 'compile' },
  });
  const { steps, ...plan } = procedure();
  const definition = {
    ...plan,
    steps: [
      ...steps.slice(0, 3),
      { ...steps[3], with: { missing: 'warn' }, then: { compiled: 'experts' } },
      reviewing('experts', 'legal'),
      reviewing('legal', 'end'),
    ],
  };
  const LEGAL = uuid(0x81);
  const entered = (stage: string, round: number, streams: readonly string[]): Fact => ({
    type: 'StageEntered',
    data: { stage, round, due: null, streams },
  });
  const closed = (stage: string, outcome: string, text: string | null): Fact => ({
    type: 'StageClosed',
    data: { stage, round: 1, outcome, text: text === null ? null : refOf(text), notices: [], sum: {} },
  });
  const legal: Fact = {
    type: 'ReviewRequested',
    data: {
      case: CASE,
      stage: 'legal',
      round: 1,
      method: 'lawyers',
      subject: 'manuscript',
      text: refOf('初稿'),
      opened: '2026-01-20T02:00:00.000Z',
      due: null,
      atLeast: 0,
      effect: 'warn',
    },
  };
  const running = house();
  const again: Streams = {
    ...running,
    [`case/${CASE}`]: [
      ...(running[`case/${CASE}`] ?? []),
      closed('compile', 'compiled', '初稿'),
      entered('experts', 1, []),
      closed('experts', 'reviewed', '初稿'),
      entered('legal', 1, [`review/${LEGAL}`]),
      closed('legal', 'returned', '初稿'),
      entered('compile', 2, [stream]),
    ],
    [`review/${LEGAL}`]: [
      legal,
      { type: 'ReviewClosed', data: { outcome: 'returned', text: refOf('初稿'), opinions: 0 } },
    ],
  };
  const answering = { chapters: POINTS, answers: `review/${LEGAL}` } as const;

  test('the return names the outcome that it carries out, and what was decided of the old text', () => {
    const body = ReturnManuscript.parse(answering);
    const run = given(again, { ...setting, definitions: { plan: definition } });
    const { decision } = run.when(returnManuscript, ID, body);
    expect('facts' in decision && decision.facts.at(-1)?.fact.data).toMatchObject({
      answers: `review/${LEGAL}`,
    });
    const refused = run.when(returnManuscript, ID, { ...body, preview: 'f'.repeat(64) });
    expect(refused.decision).toMatchObject({
      refusal: {
        facts: {
          effects: {
            falls: expect.arrayContaining([{ approval: { of: 'gate', stage: 'experts' }, because: 'whole' }]),
          },
        },
      },
    });
  });

  test('a procedure whose gates lead back to the draft is sound', () => {
    const read = readDefinition(definition);
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    expect(checkProcedure(compileProcedure(read.definition)).faults).toEqual([]);
  });
});
