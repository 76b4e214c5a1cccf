import { procedureStream } from '../procedure/publish.ts';
import type { Fact } from '../stream.ts';
import { fileOf, given, INSTITUTION, refOf, uuid } from '../testing/given.ts';
import { SMALL } from '../testing/small-procedure.ts';
import { advanceCase } from './advance.ts';
import { confirmJoining, JoinCase, joinCase } from './join.ts';

const org = `org/${INSTITUTION}`;
const derive = (name: string): string => refOf(name).hash.slice(-36);
const procedure = procedureStream(derive, 'small');
const definitions = { small: SMALL };
const CASE = uuid(7);
const NOW = '2026-03-12T02:00:00.000Z';

const house: readonly Fact[] = [
  { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'rehearsal' } },
  { type: 'DepartmentCreated', data: { department: uuid(1), name: '综合办', kind: 'functional' } },
  { type: 'PostCreated', data: { post: uuid(3), title: '分管领导', as: 'leader', department: null } },
];
const published: Fact = {
  type: 'ProcedurePublished',
  data: { id: 'small', version: 1, hash: 'small', title: '小程序', document: null },
};
const earlier = [
  { stage: 'material', outcome: 'collected', on: '2025-12-10' },
  { stage: 'chapters', outcome: 'written', on: '2026-01-08' },
  { stage: 'draft', outcome: 'compiled', on: '2026-01-12', text: refOf('送审稿') },
];
const body = (change: object = {}) =>
  JoinCase.parse({
    title: '“十五五”发展规划',
    procedure: 'small',
    scheme: refOf('方案'),
    stage: 'gate',
    manuscript: refOf('送审稿'),
    earlier,
    ...change,
  });
const history = { [org]: house, [procedure]: [published] };
const setting = { now: NOW, texts: ['方案', '送审稿'], files: ['扫描'], definitions };
const join = (change: object = {}) => given(history, setting).when(joinCase, CASE, body(change));

/** The history after a decision. */
const after = ({ decision }: ReturnType<typeof join>) => {
  if ('refusal' in decision) throw new Error(decision.refusal.rule);
  const grown: { [stream: string]: readonly Fact[] } = { ...history };
  for (const { stream, fact } of decision.facts) grown[stream] = [...(grown[stream] ?? []), fact];
  return grown;
};
const director = { as: 'office-director', person: uuid(50), post: uuid(51), department: null } as const;

describe('taking over a case at a committee', () => {
  test('every stage before is a fact marked with the day of its paper, and nothing stands open yet', () => {
    const act = join({
      earlier: [{ ...earlier[0], scan: fileOf('扫描'), words: '31科全部报送' }, ...earlier.slice(1)],
    });
    expect(act.types()).toEqual([
      'case CaseOpened',
      'case StageEntered',
      'case StageClosed',
      'case StageEntered',
      'case StageClosed',
      'case StageEntered',
      'case StageClosed',
      'manuscript ManuscriptTakenOver',
      'manuscript TextConverted',
      'case TextConverted',
    ]);
    expect('facts' in act.decision && act.decision.facts[2]?.fact.data).toMatchObject({
      stage: 'material',
      before: { on: '2025-12-10', number: null, scan: fileOf('扫描') },
    });
    expect('facts' in act.decision && act.decision.facts[2]?.sealed?.[0]?.plain).toEqual({
      words: '31科全部报送',
    });
    given(after(act), { ...setting, actor: director })
      .when(advanceCase, CASE, { stage: 'material' })
      .refused('case.stage-open');
  });

  test('another person confirms, and only then the stage opens; twice is refused', () => {
    const joined = after(join());
    const act = given(joined, { ...setting, actor: director }).when(confirmJoining, CASE, {});
    expect(act.types()).toEqual(['case JoiningConfirmed', 'case StageEntered']);
    expect('facts' in act.decision && act.decision.facts[1]?.fact.data).toMatchObject({ stage: 'gate' });
    given(joined, setting).when(confirmJoining, CASE, {}).refused('case.second-person');
    const confirmed = {
      ...joined,
      [`case/${CASE}`]: [
        ...(joined[`case/${CASE}`] ?? []),
        { type: 'JoiningConfirmed', data: { stage: 'gate', by: uuid(50) } },
      ],
    };
    given(confirmed, { ...setting, actor: director })
      .when(confirmJoining, CASE, {})
      .refused('case.joining');
  });

  test.each([
    ['a stage left out', { earlier: earlier.slice(1) }, 'case.earlier-order'],
    [
      'a stage that the procedure does not have',
      { earlier: [{ ...earlier[0], stage: 'party' }] },
      'case.earlier-order',
    ],
    [
      'an outcome that it never has',
      { earlier: [{ ...earlier[0], outcome: 'issued' }] },
      'case.earlier-order',
    ],
    [
      'a stage that leaves a text, without one',
      { earlier: [...earlier.slice(0, 2), { ...earlier[2], text: null }] },
      'case.earlier-order',
    ],
    ['a stage too far for what was entered', { stage: 'issue' }, 'case.earlier-order'],
    ['another plan than the last stage left', { manuscript: refOf('方案') }, 'case.joined-text'],
    ['no plan where a stage left one', { manuscript: null }, 'case.joined-text'],
    [
      'a day to come',
      { earlier: [{ ...earlier[0], on: '2026-03-13' }, ...earlier.slice(1)] },
      'record.happened',
    ],
    [
      'a scan that is not here',
      { earlier: [{ ...earlier[0], scan: fileOf('别的') }, ...earlier.slice(1)] },
      'file.known',
    ],
    ['a plan that is not here', { manuscript: refOf('没有的稿') }, 'text.known'],
    ['a procedure that nobody published', { procedure: 'other' }, 'procedure.published'],
  ])('%s is refused by name', (_, change, rule) => {
    join(change).refused(rule);
  });

  test('the sentence says which stage should come there', () => {
    const { decision } = join({ earlier: earlier.slice(1) });
    expect('refusal' in decision && decision.refusal.said.zh).toContain('此处应为：报送');
  });

  test('is refused at the joining of chapters, of which there are none here', () => {
    join({ stage: 'draft', earlier: earlier.slice(0, 2), manuscript: null }).refused('case.join-at');
  });

  test('and at a mandate, of which none was given here', () => {
    const [gate] = SMALL.steps.filter(({ id }) => id === 'gate');
    const steps = [
      ...SMALL.steps.map((step) =>
        step.id === 'gate' ? { ...step, then: { ...gate?.then, mandated: 'change' } } : step,
      ),
      {
        id: 'change',
        kind: 'mandate@1',
        title: '授权修改',
        with: { gate: 'gate' },
        then: { approved: 'issue', returned: 'gate' },
      },
    ];
    const mandated = { ...earlier[0], stage: 'gate', outcome: 'mandated', on: '2026-03-10' };
    given(history, { ...setting, definitions: { small: { ...SMALL, steps } } })
      .when(joinCase, CASE, body({ stage: 'change', earlier: [...earlier, mandated] }))
      .refused('case.join-at');
  });

  test('where the text is being revised, it opens on the text that was handed in', () => {
    const returned = [...earlier, { stage: 'gate', outcome: 'not-passed', on: '2026-03-10' }];
    const joined = after(join({ stage: 'mend', earlier: returned }));
    const act = given(joined, { ...setting, actor: director }).when(confirmJoining, CASE, {});
    expect(act.types()).toEqual([
      'case JoiningConfirmed',
      'case StageEntered',
      'manuscript RevisionRequested',
    ]);
  });

  const noticesOf = (change: object) => {
    const { decision } = join(change);
    const closed =
      'facts' in decision ? decision.facts.filter(({ fact }) => fact.type === 'StageClosed') : [];
    return closed.map(({ fact }) =>
      (fact.data as { notices: { rule: string }[] }).notices.map(({ rule }) => rule),
    );
  };

  test('a committee without a scan shows', () => {
    const gate = { stage: 'gate', outcome: 'not-passed', on: '2026-03-10' };
    expect(noticesOf({ stage: 'mend', earlier: [...earlier, gate] })).toEqual([[], [], [], ['join.scan']]);
    const scanned = [...earlier, { ...gate, scan: fileOf('扫描') }];
    expect(noticesOf({ stage: 'mend', earlier: scanned })).toEqual([[], [], [], []]);
  });

  test('days that no papers would bear show, out of order or all the same', () => {
    const dated = (...days: readonly string[]) => ({
      earlier: earlier.map((stage, i) => ({ ...stage, on: days[i] })),
    });
    expect(noticesOf({})).toEqual([[], [], []]);
    expect(noticesOf(dated('2026-01-09', '2026-01-08', '2026-01-12'))).toEqual([[], ['join.days'], []]);
    expect(noticesOf(dated('2026-01-12', '2026-01-12', '2026-01-12'))).toEqual([
      ['join.days'],
      ['join.days'],
      ['join.days'],
    ]);
  });

  test('a case may be taken over at its very first stage, with nothing before', () => {
    expect(join({ stage: 'material', earlier: [], manuscript: null }).types()).toEqual(['case CaseOpened']);
  });
});
