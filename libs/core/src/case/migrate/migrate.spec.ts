import type { Fact } from '../../stream.ts';
import { given, uuid } from '../../testing/given.ts';
import {
  caseAfter,
  closed,
  DEFINITIONS,
  entered,
  houseWith,
  openedIn,
  PLAN,
  PROCEDURE_ID,
  UNTIL,
} from '../../testing/versions.ts';
import { whyStage } from '../../deadlines/why.ts';
import type { CaseState, Migrated } from '../case.ts';
import { MigrateCases, migrateCases } from './migrate.ts';

const MAIN = uuid(1);
const SIBLING = uuid(2);
const MEETING = uuid(3);
const paper = { title: '党委会决议', number: '党委会2026年第6次', file: null, text: null, resolution: null };
const end = (day: string): string => `${day}T16:00:00.000Z`;
const DATES = { draft: end('2026-03-02'), gate: end('2026-03-16'), issue: end('2026-03-31') };

type History = { readonly [stream: string]: readonly Fact[] };
const at = (stage: keyof typeof UNTIL, dates = {}): readonly Fact[] => [
  openedIn('v1', dates),
  ...UNTIL[stage],
];
const scheduled: Fact = {
  type: 'ItemScheduled',
  data: { stage: 'gate', round: 1, meeting: `meeting/${MEETING}` },
};

interface Asked {
  readonly cases?: string[];
  readonly to?: number;
  readonly mapping?: { [stage: string]: string };
  readonly dates?: { [stage: string]: string };
}

const body = ({ cases = [MAIN], to = 2, mapping = {}, dates = {} }: Asked, digest: string) => ({
  to,
  cases,
  mapping,
  dates,
  document: paper,
  digest,
});

const ask = (history: History, asked: Asked, digest: string, definitions = DEFINITIONS) =>
  given(houseWith(history), { definitions }).when(migrateCases, PROCEDURE_ID, body(asked, digest));

/** The digest that a preview would show: what a command that saw another one is refused with. */
function seen(history: History, asked: Asked, definitions = DEFINITIONS): string {
  const { decision } = ask(history, asked, '0'.repeat(64), definitions);
  if (!('refusal' in decision)) throw new Error('a digest that nobody saw was taken');
  expect(decision.refusal.rule).toBe('case.migrate-moved');
  const { digest } = decision.refusal.facts;
  return typeof digest === 'string' ? digest : '';
}

/** The state of the case after it was moved. */
function moved(
  history: History,
  asked: Asked = {},
): { state: CaseState; data: Migrated; facts: readonly Fact[] } {
  const { decision } = ask(history, asked, seen(history, asked));
  if ('refusal' in decision) throw new Error(decision.refusal.rule);
  const facts = decision.facts.filter(({ stream }) => stream === `case/${MAIN}`).map(({ fact }) => fact);
  const all = [...(history[`case/${MAIN}`] ?? []), ...facts];
  return { state: caseAfter(all), data: facts[0]?.data as Migrated, facts: all };
}

const main = (facts: readonly Fact[]): History => ({ [`case/${MAIN}`]: facts });

describe('a case that has not come to the new stage', () => {
  test('goes on where it stands, and comes to it', () => {
    const { state, facts } = moved(main(at('draft', DATES)));
    expect(state.value).toEqual({ draft: 'open' });
    expect(state.context.procedure).toEqual({ id: 'small', version: 2, hash: 'v2' });
    const onward = caseAfter([...facts, closed('draft', 'compiled', PLAN), entered('legal')]);
    expect(onward.value).toEqual({ legal: 'open' });
  });

  test('the new stage is due seven working days after the one before, and the rest moves by as much', () => {
    const { state } = moved(main(at('draft', DATES)));
    expect(state.context.dates).toEqual({
      draft: end('2026-03-02'),
      legal: end('2026-03-11'),
      gate: end('2026-03-25'),
      issue: end('2026-04-10'),
    });
  });

  test('and says so, wherever the date is shown', () => {
    const { state } = moved(main(at('draft', DATES)));
    const said = (stage: string): readonly string[] =>
      whyStage(state.context, stage).map((step) => step.said.zh);
    expect(said('legal')).toEqual(['2026年3月2日起7个工作日（当日不计入），至2026年3月11日']);
    expect(said('gate')).toEqual([
      '规定期限：2026年3月16日（含当日）',
      '2026年3月16日起7个工作日（当日不计入），至2026年3月25日',
    ]);
    expect(said('draft')).toEqual(['规定期限：2026年3月2日（含当日）']);
  });

  test('a date that is given with the move goes before', () => {
    const { state } = moved(main(at('draft', DATES)), { dates: { gate: '2026-03-20' } });
    expect(state.context.dates['gate']).toBe(end('2026-03-20'));
  });

  test('without dates there is nothing to move', () => {
    expect(moved(main(at('draft'))).state.context.dates).toEqual({});
  });
});

describe('a case that is past the new stage', () => {
  test('stays past it', () => {
    const { state, facts } = moved(main(at('gate', DATES)));
    expect(state.value).toEqual({ gate: 'open' });
    expect(state.context.dates).toEqual(DATES);
    const onward = caseAfter([...facts, closed('gate', 'passed', PLAN), entered('issue')]);
    expect(onward.value).toEqual({ issue: 'open' });
  });

  test('a binding gate that lies behind is not asked for when it is issued', () => {
    const definitions = { ...DEFINITIONS, v2: withBindingGate() };
    const history = main(at('gate'));
    const digest = seen(history, {}, definitions);
    const { decision } = ask(history, {}, digest, definitions);
    expect('facts' in decision && decision.facts[0]?.fact.data).toMatchObject({ excused: ['before'] });
  });
});

/** Version 2 with a committee that meets before the draft is compiled. */
function withBindingGate(): unknown {
  const v1 = structuredClone(DEFINITIONS['v1']) as { steps: { id: string; then: object }[] };
  const gate = {
    id: 'before',
    kind: 'meeting@1',
    title: '预审',
    with: { body: 'committee', subject: 'manuscript', binds: true },
    then: { passed: 'gate', 'not-passed': 'mend', deferred: 'again' },
  };
  v1.steps = v1.steps.flatMap((step) =>
    step.id === 'draft' ? [{ ...step, then: { compiled: 'before' } }, gate] : [step],
  );
  return v1;
}

describe('what stands against it', () => {
  test('a vote that is open: nothing moves, not even the other case', () => {
    const history = {
      ...main([...at('gate'), scheduled]),
      [`case/${SIBLING}`]: at('material'),
      [`meeting/${MEETING}`]: put(),
    };
    const cases = [SIBLING, MAIN];
    ask(history, { cases }, '0'.repeat(64)).refused('case.migrate-vote');
    ask(history, { cases: [SIBLING] }, seen(history, { cases: [SIBLING] })).then([
      { stream: `case/${SIBLING}`, type: 'CaseMigrated' },
    ]);
  });

  test('a procedure may weigh that otherwise: then it shows', () => {
    const definitions = { ...DEFINITIONS, v1: withWeight('warn') };
    const history = { ...main([...at('gate'), scheduled]), [`meeting/${MEETING}`]: put() };
    const { decision } = ask(history, {}, seen(history, {}, definitions), definitions);
    expect('facts' in decision && decision.notices?.map(({ rule }) => rule)).toEqual(['case.migrate-vote']);
  });

  test('a stage that stands open and that the new version lacks; a mapping says what becomes of it', () => {
    const history = main(at('gate'));
    ask(history, { to: 3 }, '0'.repeat(64)).refused('case.migrate-stage');
    const { state } = moved(history, { to: 3, mapping: { gate: 'board' } });
    expect(state.value).toEqual({ board: 'open' });
    expect(state.context.entered['board']).toEqual(caseAfter(at('gate')).context.entered['gate']);
  });

  test('a stage that would bear another id while work is begun for it: what was made ends it by the old one', () => {
    const [last, ...rest] = at('gate').toReversed();
    const streams = [`filing/${uuid(8)}`];
    const begun = { ...last, data: { ...last?.data, streams } } as Fact;
    ask(main([...rest.toReversed(), begun]), { to: 3, mapping: { gate: 'board' } }, '').refused(
      'case.migrate-under-way',
    );
  });

  test('a vote that is open at an earlier meeting than the last one that was called', () => {
    const later = { ...scheduled, data: { ...scheduled.data, meeting: `meeting/${uuid(4)}` } };
    const [called] = put();
    const history = {
      ...main([...at('gate'), scheduled, later]),
      [`meeting/${MEETING}`]: put(),
      [`meeting/${uuid(4)}`]: [
        { ...called, data: { ...called?.data, earlier: `meeting/${MEETING}` } } as Fact,
      ],
    };
    ask(history, {}, '').refused('case.migrate-vote');
  });

  test('a case that is named twice is no body of the command', () => {
    const named = (cases: string[]) => MigrateCases.safeParse(body({ cases }, '0'.repeat(64))).success;
    expect([named([MAIN, SIBLING]), named([MAIN, MAIN])]).toEqual([true, false]);
  });

  test('a mapping that names no stage', () => {
    ask(main(at('draft')), { mapping: { draft: 'nowhere' } }, '').refused('case.migrate-mapping');
  });

  test('a version that is not there, or that the case runs by already', () => {
    ask(main(at('draft')), { to: 9 }, '').refused('procedure.published');
    ask(main(at('draft')), { to: 1 }, '').refused('case.migrate-version');
  });

  test('a case that has ended', () => {
    const ended = [
      ...at('gate'),
      closed('gate', 'passed', PLAN),
      entered('issue'),
      closed('issue', 'issued', PLAN),
    ];
    ask(main(ended), {}, '').refused('case.migrate-ended');
  });

  test('another thing than what was seen', () => {
    const digest = seen(main(at('draft')), {});
    ask(main(at('draft', DATES)), {}, digest).refused('case.migrate-moved');
  });

  test('no document that could be found again', () => {
    given(houseWith(main(at('draft'))), { definitions: DEFINITIONS })
      .when(migrateCases, PROCEDURE_ID, { ...body({}, ''), document: { ...paper, number: null } })
      .refused('case.migrate-document');
  });
});

function withWeight(effect: string): unknown {
  const v1 = structuredClone(DEFINITIONS['v1']) as { steps: { id: string; rules?: object }[] };
  for (const step of v1.steps)
    if (step.id === 'gate') step.rules = { 'case.migrate-vote': { effect, reason: '小型单位' } };
  return v1;
}

/** A meeting whose item was put. */
function put(): readonly Fact[] {
  const called = {
    case: MAIN,
    stage: 'gate',
    round: 1,
    body: uuid(9),
    bodyKey: 'committee',
    at: end('2026-03-16'),
    place: '会议室',
    rule: {},
    roll: [],
    item: { subject: 'manuscript', text: PLAN, title: '规划' },
    agenda: { items: 1, ours: 1 },
    papers: [],
    earlier: null,
    notices: [],
  };
  return [
    { type: 'MeetingCalled', data: called },
    { type: 'MeetingOpened', data: { present: 1, notices: [] } },
    { type: 'ItemPut', data: { ballot: null, dispositions: [], conditions: [], notices: [] } },
  ];
}
