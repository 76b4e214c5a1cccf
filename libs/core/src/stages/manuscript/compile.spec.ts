import { plainOf } from '@mouding/text';
import { advanceCase } from '../../case/advance.ts';
import type { Decision } from '../../decider.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
import { CASE, history, procedure } from '../../testing/plan-case.ts';
import { signedChapter } from '../../testing/signed-chapter.ts';
import { CompileManuscript, compileManuscript } from './compile.ts';
import { manuscriptMachine, manuscriptRows, type ManuscriptState } from './manuscript.ts';

const ID = uuid(0x60);
const stream = `manuscript/${ID}` as const;
const requested: Fact = {
  type: 'ManuscriptRequested',
  data: { case: CASE, stage: 'compile', round: 1, due: null },
};
const compiled: Fact = {
  type: 'ManuscriptCompiled',
  data: { round: 1, label: '初稿', join: 'join@1', text: refOf('初稿'), parts: [] },
};

/** Chapters by number and content, in the order of the plan; `null` is one that nobody has signed off. */
const chapters = (contents: readonly (readonly [number, string | null])[]) =>
  Object.fromEntries(
    contents.map(([no, content], i): [`chapter/${string}`, readonly Fact[]] => [
      `chapter/${uuid(0x500 + i)}`,
      signedChapter(no, content),
    ]),
  );

const when = (
  contents: readonly (readonly [number, string | null])[],
  facts: readonly Fact[] = [requested],
  setting: object = {},
) => {
  const written = chapters(contents);
  const streams = { write: Object.keys(written) as `chapter/${string}`[], compile: [stream] as const };
  return given(
    { ...history('compile', { streams }), ...written, [stream]: facts },
    {
      texts: contents.flatMap(([, content]) => content ?? []),
      definitions: { plan: procedure() },
      ...setting,
    },
  ).when(compileManuscript, ID, { label: '初稿' });
};

const joining = {
  join: 'tree-join@1',
  seed: `${ID} 1`,
  salt: refOf('new-salt').hash.slice(0, 32),
  before: null,
};

/** How the new trees of a decision read. */
const readings = (decision: Decision): readonly string[] =>
  'refusal' in decision ? [] : (decision.trees ?? []).map(plainOf);

describe('compiling the first draft', () => {
  test('joins the chapters by number and ends the stage with the text, in one decision', () => {
    const run = when([
      [2, '二\n'],
      [1, '一'],
      [3, '三'],
    ]);
    const text = expect.objectContaining({ scheme: 'tree@1' });
    const part = (no: number, i: number, content: string) => ({
      chapter: `chapter/${uuid(0x500 + i)}`,
      no,
      title: `第${no}章`,
      text: refOf(content),
    });
    const parts = [part(1, 1, '一'), part(2, 0, '二\n'), part(3, 2, '三')];
    run.then([
      { stream, type: 'ManuscriptCompiled', data: { round: 1, label: '初稿', ...joining, text, parts } },
      {
        stream: `case/${CASE}`,
        type: 'StageClosed',
        data: { stage: 'compile', round: 1, outcome: 'compiled', text, notices: [], sum: {} },
      },
      { stream: `case/${CASE}`, type: 'StageEntered' },
      { stream: 'consultation/new-consult', type: 'ConsultationOpened' },
    ]);
    expect(readings(run.decision)).toEqual(['一\n二\n三']);
    expect('facts' in run.decision && run.decision.facts[3]?.fact.data).toMatchObject({ text });
  });

  test('keeps the order of the plan among equal numbers', () => {
    const { decision } = when([
      [0, '前言\n'],
      [0, '说明\n'],
    ]);
    expect(readings(decision)).toEqual(['前言\n说明\n']);
  });

  test('is held by every chapter that is not signed off, and by none at all', () => {
    const run = when([
      [2, null],
      [3, '三'],
      [1, null],
    ]);
    run.refused('compile.complete');
    expect(run.decision).toMatchObject({ refusal: { facts: { missing: [1, 2] } } });
    when([]).refused('compile.complete');
  });

  test('twice, or before the stage is open, is refused', () => {
    when([[1, '一']], [requested, compiled]).refused('manuscript.drafting');
    when([[1, '一']], []).refused('manuscript.drafting');
  });

  test('needs a name for the draft', () => {
    expect(CompileManuscript.safeParse({ label: '  ' }).success).toBe(false);
  });
});

describe('the compiling stage', () => {
  test('asks for the case’s manuscript', () => {
    const one = chapters([[1, '一']]);
    given(
      {
        ...history('write', {
          streams: { write: Object.keys(one) as `chapter/${string}`[] },
          dates: { compile: '2026-01-31T16:00:00.000Z' },
        }),
        ...one,
      },
      { definitions: { plan: procedure() } },
    )
      .when(advanceCase, CASE, { stage: 'write' })
      .then([
        { stream: `case/${CASE}`, type: 'StageClosed' },
        { stream: `case/${CASE}`, type: 'StageEntered' },
        {
          stream: 'manuscript/new-manuscript',
          type: 'ManuscriptRequested',
          data: { case: CASE, stage: 'compile', round: 1, due: '2026-01-31T16:00:00.000Z' },
        },
      ]);
  });

  test('is left by the manuscript alone', () => {
    given(
      { ...history('compile', { streams: { compile: [stream] } }), [stream]: [requested] },
      { definitions: { plan: procedure() } },
    )
      .when(advanceCase, CASE, { stage: 'compile' })
      .refused('case.left-by-content');
  });
});

describe('a manuscript', () => {
  const fold = (facts: readonly Fact[]): ManuscriptState =>
    facts.reduce(
      (state, fact) => step(manuscriptMachine, state, fact).state,
      initial(manuscriptMachine),
    ) as ManuscriptState;
  const again: Fact = {
    type: 'ManuscriptRequested',
    data: { case: CASE, stage: 'compile', round: 2, due: null },
  };

  test('is owed by the office while it is asked for', () => {
    expect(manuscriptRows(ID, fold([requested]))).toMatchObject({
      item: { status: 'drafting', label: '规划文稿' },
      obligations: [{ name: 'compile', holder: 'office', verb: 'manuscript.compile' }],
    });
    expect(manuscriptRows(ID, fold([requested, compiled]))).toMatchObject({
      item: { status: 'standing', label: '初稿' },
      obligations: [],
    });
  });

  test('is compiled again in a later round, and takes no fact out of order', () => {
    expect(fold([requested, compiled, again])).toMatchObject({
      value: 'drafting',
      context: { round: 2, text: refOf('初稿') },
    });
    expect(() => fold([compiled])).toThrow();
    expect(() => fold([requested, compiled, compiled])).toThrow();
  });
});
