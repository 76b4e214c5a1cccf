import { plainOf } from '@mouding/text';
import type { Capacity } from '../../capacity.ts';
import { initial, step } from '../../machine.ts';
import type { Fact, StreamName } from '../../stream.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
import { CASE, history, MEDICAL, procedure, QUALITY, SURGERY, UNION } from '../../testing/plan-case.ts';
import { signedChapter } from '../../testing/signed-chapter.ts';
import { advanceCase } from '../../case/advance.ts';
import { compileManuscript } from './compile.ts';
import { manuscriptMachine } from './manuscript.ts';

const ID = uuid(0x60);
const stream = `manuscript/${ID}` as const;
const office: Capacity = { as: 'office', person: uuid(0x93), post: uuid(0x94), department: null };
const director: Capacity = { as: 'office-director', person: uuid(0x91), post: uuid(0x92), department: null };
const requested: Fact = {
  type: 'ManuscriptRequested',
  data: { case: CASE, stage: 'compile', round: 1, due: null },
};

const chapters = (second: string | null): { [stream: StreamName]: readonly Fact[] } => ({
  [`chapter/${uuid(0x501)}`]: signedChapter(1, '一\n'),
  [`chapter/${uuid(0x502)}`]: signedChapter(2, second),
});

const asked = (department: string, label: string, ...then: readonly Fact[]): readonly Fact[] => [
  {
    type: 'ContributionRequested',
    data: { case: CASE, stage: 'collect', department, label, due: null, afterDue: 'receive' },
  },
  ...then,
];
const arrival = { received: '2025-12-01T02:00:00.000Z', late: false, carrier: null };
const submitted: Fact = {
  type: 'ContributionSubmitted',
  data: { text: refOf('规划'), original: null, ...arrival },
};
/** One of each ending, and one that nobody has heard of. */
const plans: { [stream: StreamName]: readonly Fact[] } = {
  [`contribution/${uuid(0x301)}`]: asked(MEDICAL, '医务科发展规划', submitted, {
    type: 'ContributionAccepted',
    data: { text: refOf('规划'), original: null, late: false },
  }),
  [`contribution/${uuid(0x302)}`]: asked(
    UNION,
    '工会发展规划',
    { type: 'ContributionNoneReported', data: arrival },
    { type: 'ContributionAccepted', data: { text: null, original: null, late: false } },
  ),
  [`contribution/${uuid(0x303)}`]: asked(QUALITY, '质控科发展规划', {
    type: 'ContributionExcused',
    data: {},
  }),
  [`contribution/${uuid(0x304)}`]: asked(SURGERY, '外科发展规划'),
};

interface Scene {
  readonly second?: string | null;
  readonly actor?: Capacity;
  readonly without?: Parameters<typeof compileManuscript.decide>[2]['without'];
  readonly missing?: 'warn' | 'block';
  readonly surgery?: readonly Fact[];
}
function compiling({ second = '二', actor = director, without, missing, surgery = [] }: Scene) {
  const written = chapters(second);
  const collected = {
    ...plans,
    [`contribution/${uuid(0x304)}`]: asked(SURGERY, '外科发展规划', ...surgery),
  };
  const streams = {
    collect: Object.keys(collected) as StreamName[],
    write: Object.keys(written) as StreamName[],
    compile: [stream],
  };
  return given(
    { ...history('compile', { streams }), ...collected, ...written, [stream]: [requested] },
    {
      texts: ['一\n', '二'],
      actor,
      definitions: { plan: procedure({ compile: missing ? { missing } : {} }) },
    },
  ).when(compileManuscript, ID, { label: '初稿', ...(without ? { without } : {}) });
}
const factsOf = ({ decision }: ReturnType<typeof compiling>) => ('facts' in decision ? decision.facts : []);
const folded = (compiled: Fact | undefined) =>
  [requested, ...(compiled ? [compiled] : [])].reduce(
    (state, fact) => step(manuscriptMachine, state, fact).state,
    initial(manuscriptMachine),
  );
const surgeryWaived = [{ department: SURGERY, reason: '科室整体搬迁，无人执笔' }];

test('is held by name by a plan that came to none of its endings, one that only waits to be accepted too', () => {
  for (const surgery of [[], [submitted]]) {
    const run = compiling({ surgery });
    run.refused('compile.complete');
    expect(run.decision).toMatchObject({
      refusal: {
        said: { zh: expect.stringContaining('外科发展规划') as string },
        facts: { departments: [SURGERY], missing: [] },
      },
    });
    expect(JSON.stringify(run.decision)).not.toContain('工会');
  }
});

test('goes on without what the director waives: visible in the facts, the reason sealed', () => {
  const run = compiling({ without: surgeryWaived });
  expect(run.types()).toContain('manuscript ManuscriptCompiled');
  const [compiled, closed] = factsOf(run);
  expect(compiled?.fact.data).toMatchObject({ without: [{ department: SURGERY }] });
  expect(JSON.stringify(compiled?.fact)).not.toContain('搬迁');
  expect(compiled?.sealed).toEqual([{ subject: uuid(0x91), plain: { without: surgeryWaived } }]);
  expect(closed?.fact.data).toMatchObject({
    notices: [{ rule: 'compile.waived', facts: { departments: [SURGERY] } }],
  });
  expect(folded(compiled?.fact).context).toMatchObject({ without: [{ department: SURGERY }] });
});

test('is not the office’s to waive, and a waiver must be of something that is missing', () => {
  compiling({ actor: office, without: surgeryWaived }).refused('compile.waiver');
  compiling({ without: [...surgeryWaived, { department: UNION, reason: '误' }] }).refused(
    'compile.waived-in-vain',
  );
  compiling({ without: [{ chapter: uuid(0x502), reason: '误' }] }).refused('compile.waived-in-vain');
});

test('a chapter that is not signed off is waived like a plan, and left out', () => {
  compiling({ second: null, without: surgeryWaived }).refused('compile.complete');
  const run = compiling({
    second: null,
    without: [...surgeryWaived, { chapter: uuid(0x502), reason: '另行印发' }],
  });
  const { decision } = run;
  expect('trees' in decision && decision.trees?.map(plainOf)).toEqual(['一\n']);
  expect('facts' in run.decision && run.decision.facts[0]?.fact.data).toMatchObject({
    parts: [{ no: 1 }],
    without: [{ department: SURGERY }, { chapter: `chapter/${uuid(0x502)}` }],
  });
});

test('what is waived comes to its ending, and a later draft does without it as well', () => {
  const run = compiling({
    second: null,
    without: [...surgeryWaived, { chapter: uuid(0x502), reason: '另行印发' }],
  });
  const ended = factsOf(run).filter(({ fact }) => fact.type.endsWith('Waived'));
  expect(ended.map(({ stream: name, fact }) => [name, fact.type, fact.data])).toEqual([
    [`contribution/${uuid(0x304)}`, 'ContributionWaived', { manuscript: stream }],
    [`chapter/${uuid(0x502)}`, 'ChapterWaived', { manuscript: stream }],
  ]);
  const waived: Fact = { type: 'ContributionWaived', data: { manuscript: stream } };
  const again = compiling({ surgery: [waived], actor: office });
  expect(factsOf(again)[0]?.fact.data).toMatchObject({ without: [{ department: SURGERY }] });
  expect(factsOf(again).some(({ fact }) => fact.type === 'ContributionWaived')).toBe(false);
});

test('plans that are missing only show where the procedure says so; chapters hold it all the same', () => {
  const run = compiling({ missing: 'warn', actor: office });
  expect(run.decision).toMatchObject({
    notices: [{ rule: 'compile.complete', facts: { departments: [SURGERY] } }],
  });
  compiling({ missing: 'warn', second: null }).refused('compile.complete');
});

test('the writing stage is left with open chapters only where the procedure says so', () => {
  const written = chapters(null);
  const leave = (missing: 'warn' | 'block') =>
    given(
      { ...history('write', { streams: { write: Object.keys(written) as StreamName[] } }), ...written },
      { definitions: { plan: procedure({ write: { missing } }) } },
    ).when(advanceCase, CASE, { stage: 'write' });
  leave('block').refused('write.complete');
  expect(leave('warn').decision).toMatchObject({
    notices: [{ rule: 'write.complete', facts: { missing: [2] } }],
  });
});
