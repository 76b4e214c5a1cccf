import type { Fact } from '../stream.ts';
import { given, INSTITUTION, refOf, uuid } from '../testing/given.ts';
import { SMALL } from '../testing/small-procedure.ts';
import { advanceCase } from './advance.ts';
import { OpenCase, openCase } from './open.ts';
import { procedureStream, publishProcedure } from '../procedure/publish.ts';

const org = `org/${INSTITUTION}`;
const derive = (name: string): string => refOf(name).hash.slice(-36);
const procedure = procedureStream(derive, 'small');
const scheme = refOf('方案');
const definitions = { small: SMALL };

const house: readonly Fact[] = [
  { type: 'InstitutionFounded', data: { name: '云岭市中医院', code: 'yl', kind: 'unit', mode: 'rehearsal' } },
  { type: 'DepartmentCreated', data: { department: uuid(1), name: '综合办', kind: 'functional' } },
  { type: 'DepartmentCreated', data: { department: uuid(2), name: '骨伤科', kind: 'clinical' } },
  { type: 'PostCreated', data: { post: uuid(3), title: '分管领导', as: 'leader', department: null } },
];
const published: Fact = {
  type: 'ProcedurePublished',
  data: { id: 'small', version: 1, hash: 'small', title: '小程序', document: null },
};
const opening = {
  title: '“十五五”发展规划',
  procedure: 'small',
  scheme,
  dates: { material: '2025-12-10' },
  authority: null,
};

const chapters = [
  { no: 1, title: '总则', lead: uuid(3), owners: [uuid(1)], writer: uuid(1), support: ['*functional'] },
];
const opened: Fact = {
  type: 'CaseOpened',
  data: {
    title: opening.title,
    procedure: { id: 'small', version: 1, hash: 'small' },
    scheme,
    chapters,
    dates: { material: '2025-12-10T16:00:00.000Z' },
    authority: null,
  },
};
const entered = (streams: readonly string[]): Fact => ({
  type: 'StageEntered',
  data: { stage: 'material', round: 1, due: '2025-12-10T16:00:00.000Z', streams, on: '2025-11-20' },
});

describe('opening a case', () => {
  test('binds it to the newest version, resolves names, and asks every department, clinical too', () => {
    const act = given({ [org]: house, [procedure]: [published] }, { texts: ['方案'], definitions }).when(
      openCase,
      uuid(7),
      opening,
    );
    expect(act.types()).toEqual([
      'case CaseOpened',
      'case StageEntered',
      'contribution ContributionRequested',
      'contribution ContributionRequested',
    ]);
    expect('facts' in act.decision && act.decision.facts[0]?.fact).toEqual(opened);
    expect('facts' in act.decision && act.decision.facts[1]?.fact).toEqual(
      entered([`contribution/new-material/${uuid(1)}`, `contribution/new-material/${uuid(2)}`]),
    );
  });

  test('says what is missing: the procedure, the text, the names, the stages', () => {
    const texts = ['方案'];
    given({ [org]: house }, { texts, definitions })
      .when(openCase, uuid(7), opening)
      .refused('procedure.published');
    given({ [org]: house, [procedure]: [published] }, { definitions })
      .when(openCase, uuid(7), opening)
      .refused('text.known');
    given({ [org]: house.slice(0, 3), [procedure]: [published] }, { texts, definitions })
      .when(openCase, uuid(7), opening)
      .refused('case.names-known');
    given({ [org]: house, [procedure]: [published] }, { texts, definitions })
      .when(openCase, uuid(7), { ...opening, dates: { party: '2026-01-01' } })
      .refused('case.known-stages');
    given({ [org]: house, [procedure]: [published] }, { texts, definitions })
      .when(openCase, uuid(7), { ...opening, version: 2 })
      .refused('procedure.published');
  });
});

describe('the chapters of a case, whether its own or the procedure’s', () => {
  const member: Fact = {
    type: 'PostCreated',
    data: { post: uuid(4), title: '主任', as: 'department-head', department: uuid(1) },
  };
  const chapter = { no: 3, title: '指标', lead: '分管领导', owners: ['综合办'], support: ['各职能科室'] };
  const open = (...plan: readonly (typeof chapter & { writer?: string })[]) =>
    given({ [org]: [...house, member], [procedure]: [published] }, { texts: ['方案'], definitions }).when(
      openCase,
      uuid(7),
      { ...opening, chapters: [...plan] },
    );

  test('are taken when they are sound', () => {
    const own = open({ ...chapter, owners: ['综合办', '骨伤科'], writer: '骨伤科' }).decision;
    expect('facts' in own && own.facts[0]?.fact.data).toMatchObject({
      chapters: [{ no: 3, lead: uuid(3), owners: [uuid(1), uuid(2)], writer: uuid(2) }],
    });
  });

  test.each([
    ['case.chapters-lead', [{ ...chapter, lead: '主任' }]],
    ['case.chapters-writer', [{ ...chapter, writer: '骨伤科' }]],
    ['case.chapters-owners', [{ ...chapter, owners: ['各职能科室'] }]],
    ['case.chapters-owners', [{ ...chapter, owners: [] }]],
    ['case.chapters-no', [chapter, chapter]],
  ])('%s names the chapter; its facts hold the number alone', (rule, plan) => {
    const act = open(...plan);
    act.refused(rule);
    expect('refusal' in act.decision && act.decision.refusal.said.zh).toContain('第3章“指标”');
    expect(act.decision).toMatchObject({ refusal: { facts: { chapter: 3 } } });
  });

  test('names that are not known here are said and only counted in the facts', () => {
    const act = open({ ...chapter, owners: ['张三科'], lead: '李四' });
    act.refused('case.names-known');
    expect('refusal' in act.decision && act.decision.refusal.said.zh).toContain('张三科');
    expect('refusal' in act.decision && act.decision.refusal.facts).toEqual({ chapters: [3], missing: 2 });
  });
});

test('a date is named by the id of a stage, never by words', () => {
  expect(OpenCase.safeParse({ ...opening, dates: { 张三: '2026-01-01' } }).success).toBe(false);
  expect(OpenCase.safeParse(opening).success).toBe(true);
  const act = given({ [org]: house, [procedure]: [published] }, { texts: ['方案'], definitions }).when(
    openCase,
    uuid(7),
    { ...opening, dates: { party: '2026-01-01' } },
  );
  expect(act.decision).toMatchObject({ refusal: { facts: { stray: 1 } } });
});

describe('leaving a stage', () => {
  const running = (material: readonly Fact[]) => ({
    [org]: house,
    [`case/${uuid(7)}`]: [opened, entered([`contribution/${uuid(8)}`])],
    [`contribution/${uuid(8)}`]: material,
  });
  const requested: Fact = {
    type: 'ContributionRequested',
    data: {
      case: uuid(7),
      stage: 'material',
      department: uuid(2),
      label: '骨伤科发展规划',
      due: null,
      afterDue: 'receive',
    },
  };

  test('what is missing shows and stays in the fact, and the next stage opens in the same append', () => {
    const act = given(running([requested]), { definitions }).when(advanceCase, uuid(7), {
      stage: 'material',
    });
    expect(act.types()).toEqual(['case StageClosed', 'case StageEntered', 'chapter ChapterAssigned']);
    expect('facts' in act.decision && act.decision.notices?.map(({ rule }) => rule)).toEqual([
      'collect.complete',
    ]);
    expect('facts' in act.decision && act.decision.facts[0]?.fact.data).toMatchObject({
      outcome: 'collected',
      notices: [{ rule: 'collect.complete', facts: { missing: [uuid(2)] } }],
    });
  });

  test('a stage that is not open cannot be left, nor one that its own decision ends', () => {
    given(running([requested]), { definitions })
      .when(advanceCase, uuid(7), { stage: 'gate' })
      .refused('case.stage-open');
    given(running([requested]), { definitions })
      .when(advanceCase, uuid(7), { stage: 'nowhere' })
      .refused('case.stage-open');
    const drafting = {
      [org]: house,
      [`case/${uuid(7)}`]: [
        opened,
        entered([]),
        closed('material', 'collected'),
        { type: 'StageEntered', data: { stage: 'chapters', round: 1, due: null, streams: [] } },
        closed('chapters', 'written'),
        { type: 'StageEntered', data: { stage: 'draft', round: 1, due: null, streams: [] } },
      ],
    };
    given(drafting, { definitions })
      .when(advanceCase, uuid(7), { stage: 'draft' })
      .refused('case.left-by-content');
  });
});

function closed(stage: string, outcome: string): Fact {
  return { type: 'StageClosed', data: { stage, round: 1, outcome, text: null, notices: [], sum: {} } };
}

test('publishing counts versions up and refuses what is unsound', () => {
  const id = procedure.slice('procedure/'.length);
  const act = given({ [org]: house, [procedure]: [published] }, { definitions }).when(publishProcedure, id, {
    definition: SMALL,
    document: '云市中医〔2025〕3号',
  });
  expect('facts' in act.decision && act.decision.facts[0]?.fact.data).toMatchObject({
    id: 'small',
    version: 2,
    document: '云市中医〔2025〕3号',
  });
  given({ [org]: house })
    .when(publishProcedure, id, { definition: { ...SMALL, steps: [] }, document: null })
    .refused('procedure.sound');
  const ungated = {
    ...SMALL,
    steps: SMALL.steps.map((s) => (s.id === 'draft' ? { ...s, then: { compiled: 'issue' } } : s)),
  };
  given({ [org]: house })
    .when(publishProcedure, id, { definition: ungated, document: null })
    .refused('procedure.sound');
});
