import { advanceCase } from '../../case/advance.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
import { CASE, history, MEDICAL, procedure } from '../../testing/plan-case.ts';
import { manuscriptMachine, manuscriptRows, type ManuscriptState } from './manuscript.ts';
import { ReviseManuscript, reviseManuscript } from './revise.ts';
import { applyChanges, type ByteChange } from './text-changes.ts';

const ID = uuid(0x60);
const stream = `manuscript/${ID}` as const;
const OPINION = uuid(0x70);
const opinion = `opinion/${OPINION}` as const;
const consultation = `consultation/${uuid(0x6f)}` as const;
const before = '新增床位36张。电子病历达到六级。';
const after = '新增床位31张。电子病历达到六级。';
const base = refOf(before);

const compiled: readonly Fact[] = [
  { type: 'ManuscriptRequested', data: { case: CASE, stage: 'compile', round: 1, due: null } },
  { type: 'ManuscriptCompiled', data: { round: 1, label: '初稿', join: 'join@1', text: base, parts: [] } },
];
const revising: Fact = {
  type: 'RevisionRequested',
  data: { case: CASE, stage: 'revise', round: 1, due: null, text: base },
};
const revised = (data: object = {}): Fact => ({
  type: 'ManuscriptRevised',
  data: { round: 1, from: base, to: refOf(after), label: '送审稿', changes: [], done: false, ...data },
});

const settled = (disposition: string | null, of = CASE): readonly Fact[] => [
  {
    type: 'OpinionGiven',
    data: {
      consultation: uuid(0x6f),
      case: of,
      stage: 'consult',
      department: MEDICAL,
      no: 1,
    },
  },
  ...(disposition ? [{ type: 'DispositionProposed', data: { disposition } }] : []),
];
const asked = (opinions: readonly string[]): readonly Fact[] => [
  {
    type: 'ConsultationOpened',
    data: {
      case: CASE,
      stage: 'consult',
      round: 1,
      text: base,
      recipients: [MEDICAL],
      days: 10,
      unit: 'natural',
      opened: '2026-02-01T02:00:00.000Z',
      due: '2026-02-11T16:00:00.000Z',
      estimated: false,
    },
  },
  ...opinions.map((name, i) => ({
    type: 'ReplyReceived',
    data: { department: MEDICAL, opinions: i + 1, opinion: name, received: '2026-02-02T02:00:00.000Z' },
  })),
];

const edit = (quote: string, replacement: string, cites: typeof opinion | null = null) => ({
  quote,
  replacement,
  cites,
  reason: '据意见修改',
});
const bed = edit('36张', '31张');

interface Past {
  readonly facts?: readonly Fact[];
  readonly opinion?: readonly Fact[];
  readonly uncited?: 'warn' | 'block';
}
const revise = (body: Partial<Parameters<typeof reviseManuscript.decide>[2]>, past: Past = {}) =>
  given(
    {
      ...history('revise', {
        text: before,
        streams: { compile: [stream], consult: [consultation], revise: [stream] },
      }),
      [consultation]: asked(past.opinion ? [opinion] : []),
      ...(past.opinion ? { [opinion]: past.opinion } : {}),
      [stream]: past.facts ?? [...compiled, revising],
    },
    {
      texts: [before, after],
      definitions: { plan: procedure({ revise: past.uncited ? { uncited: past.uncited } : {} }) },
    },
  ).when(reviseManuscript, ID, { base, label: '送审稿', edits: [bed], done: false, ...body });

describe('revising the manuscript', () => {
  test('turns passages into changes in bytes and makes the new text', () => {
    const changes = [{ at: 12, cut: 5, put: '31张', cites: null }];
    const run = revise({});
    run.then([
      {
        stream,
        type: 'ManuscriptRevised',
        data: { round: 1, from: base, to: refOf(after), label: '送审稿', changes, done: false },
      },
    ]);
    expect(run.decision).toMatchObject({ texts: [after] });
    expect(applyChanges(before, changes)).toBe(after);
    expect('facts' in run.decision && run.decision.facts[0]?.sealed).toEqual([
      { subject: uuid(999), plain: { reasons: ['据意见修改'] } },
    ]);
  });

  test('looks for each passage in the text that the one before left', () => {
    const run = revise({ edits: [bed, edit('床位31张', '床位30张'), edit('六级', '')] });
    expect(run.decision).toMatchObject({ texts: ['新增床位30张。电子病历达到。'] });
    const data = ('facts' in run.decision ? run.decision.facts[0]?.fact.data : {}) as {
      changes?: ByteChange[];
    };
    expect(applyChanges(before, data.changes ?? [])).toBe('新增床位30张。电子病历达到。');
    revise({ edits: [bed, bed] }).refused('manuscript.quote');
  });

  test('ends the stage with the text reached when it is done', () => {
    const run = revise({ done: true });
    expect(run.types()).toEqual(['manuscript ManuscriptRevised', 'case StageClosed']);
    expect('facts' in run.decision && run.decision.facts[1]?.fact.data).toMatchObject({
      stage: 'revise',
      outcome: 'revised',
      text: refOf(after),
    });
    run.then([
      { stream, type: 'ManuscriptRevised' },
      { stream: `case/${CASE}`, type: 'StageClosed' },
    ]);
  });

  test('may end without another change, and goes on from the last one', () => {
    const facts = [...compiled, revising, revised()];
    const run = revise({ base: refOf(after), edits: [], done: true }, { facts });
    run.then([
      {
        stream,
        type: 'ManuscriptRevised',
        data: { round: 1, from: refOf(after), to: refOf(after), label: '送审稿', changes: [], done: true },
      },
      { stream: `case/${CASE}`, type: 'StageClosed' },
    ]);
  });

  test('is refused on a text that is not the newest', () => {
    revise({ base: refOf('别的稿') }).refused('manuscript.base');
    revise({}, { facts: [...compiled, revising, revised()] }).refused('manuscript.base');
  });

  test('is refused when a passage is not there, or there twice', () => {
    revise({ edits: [edit('37张', '31张')] }).refused('manuscript.quote');
    const twice = revise({ edits: [bed, edit('。', '；')] });
    twice.refused('manuscript.quote');
    expect(twice.decision).toMatchObject({ refusal: { facts: { no: 2, found: 2 } } });
  });

  test('is refused when it changes nothing, or too much for one record', () => {
    revise({ edits: [] }).refused('manuscript.nothing');
    const long = '长'.repeat(9000);
    revise({ edits: [edit('36', long), edit('六级', long)] }).refused('manuscript.too-much');
  });

  test('is refused before the stage, and after it', () => {
    revise({}, { facts: compiled }).refused('manuscript.revising');
    revise({ base: refOf(after) }, { facts: [...compiled, revising, revised({ done: true })] }).refused(
      'manuscript.revising',
    );
    revise({}, { facts: [] }).refused('manuscript.revising');
  });

  test('takes no half of a character and nothing that is not of its shape', () => {
    const of = (value: object) =>
      ReviseManuscript.safeParse({ base, label: '送审稿', edits: [{ ...bed, ...value }], done: false })
        .success;
    expect(of({})).toBe(true);
    expect(of({ cites: opinion })).toBe(true);
    expect(of({ quote: '\ud83d' })).toBe(false);
    expect(of({ quote: '' })).toBe(false);
    expect(of({ cites: 'opinion/1' })).toBe(false);
    expect(of({ cites: `person/${OPINION}` })).toBe(false);
  });
});

describe('what a change answers', () => {
  const citing = { edits: [edit('36张', '31张', opinion)], done: true };

  test('stands in the change', () => {
    const run = revise(citing, { opinion: settled('adopted') });
    expect('facts' in run.decision && run.decision.facts[0]?.fact.data).toMatchObject({
      changes: [{ cites: opinion }],
    });
    expect(run.decision).toMatchObject({ notices: [] });
  });

  test('must be of this case', () => {
    revise(citing).refused('manuscript.cites');
    revise(citing, { opinion: settled('adopted', uuid(0xbad)) }).refused('manuscript.cites');
  });

  test.each(['adopted', 'partly'])(
    'is missed when an opinion was %s and no change cites it',
    (disposition) => {
      const { decision } = revise({ done: true }, { opinion: settled(disposition) });
      expect(decision).toMatchObject({
        notices: [{ rule: 'revise.adopted', facts: { opinions: [opinion] } }],
      });
      revise({ done: true }, { opinion: settled(disposition), uncited: 'block' }).refused('revise.adopted');
    },
  );

  test('is not missed for an opinion that was rejected, or answered in an earlier change', () => {
    expect(revise({ done: true }, { opinion: settled('rejected') }).decision).toMatchObject({ notices: [] });
    const facts = [
      ...compiled,
      revising,
      revised({ changes: [{ at: 12, cut: 5, put: '31张', cites: opinion }] }),
    ];
    const run = revise({ base: refOf(after), edits: [], done: true }, { facts, opinion: settled('adopted') });
    expect(run.decision).toMatchObject({ notices: [] });
  });
});

test('what was answered before the text was compiled anew shows, and holds nothing', () => {
  const answered = revised({ changes: [{ at: 12, cut: 5, put: '31张', cites: opinion }], done: true });
  const [asksDraft, draft] = compiled;
  const again = [asksDraft, draft, revising].map((fact) => ({ ...fact, data: { ...fact?.data, round: 2 } }));
  const facts = [...compiled, revising, answered, ...again] as readonly Fact[];
  const past = { facts, opinion: settled('adopted') };
  for (const uncited of ['warn', 'block'] as const)
    expect(revise({ done: true }, { ...past, uncited }).decision).toMatchObject({
      notices: [{ rule: 'revise.traced-before', facts: { opinions: [opinion] } }],
    });
});

describe('the revising stage', () => {
  test('opens on the text that the case has, in the same manuscript', () => {
    const closed: Fact = {
      type: 'ConsultationClosed',
      data: { at: '2026-02-11T16:00:00.000Z', asked: 1, replied: 0, opinions: 0 },
    };
    given(
      {
        ...history('consult', { text: before, streams: { compile: [stream], consult: [consultation] } }),
        [consultation]: [...asked([]), closed],
        [stream]: compiled,
      },
      { definitions: { plan: procedure() } },
    )
      .when(advanceCase, CASE, { stage: 'consult' })
      .then([
        { stream: `case/${CASE}`, type: 'StageClosed' },
        { stream: `case/${CASE}`, type: 'StageEntered' },
        {
          stream,
          type: 'RevisionRequested',
          data: { case: CASE, stage: 'revise', round: 1, due: null, text: base },
        },
      ]);
  });

  test('is owed by the office', () => {
    const state = [...compiled, revising].reduce(
      (folded, fact) => step(manuscriptMachine, folded, fact).state,
      initial(manuscriptMachine),
    ) as ManuscriptState;
    expect(manuscriptRows(ID, state).obligations).toMatchObject([
      { name: 'revise', holder: 'office', verb: 'manuscript.revise' },
    ]);
  });

  test('takes no change of another text, in any log', () => {
    const folded = [...compiled, revising].reduce(
      (state, fact) => step(manuscriptMachine, state, fact).state,
      initial(manuscriptMachine),
    );
    expect(() => step(manuscriptMachine, folded, revised({ from: refOf('别的稿') }))).toThrow();
    expect(() => step(manuscriptMachine, folded, revised({ from: refOf('别的稿'), done: true }))).toThrow();
  });
});
