import { advanceCase } from '../case/advance.ts';
import { initial, step } from '../machine.ts';
import type { Fact } from '../stream.ts';
import { given, refOf, uuid } from '../testing/given.ts';
import { CASE, history, procedure } from '../testing/plan-case.ts';
import {
  RecordFinding,
  recordFinding,
  researchMachine,
  researchRows,
  type ResearchState,
} from './research.ts';

const ID = uuid(0x30);
const stream = `research/${ID}` as const;
const notes = '座谈会纪要';
const text = refOf(notes);
const body = { method: 'forum', on: '2025-11-19', place: '三号会议室', attendance: 24, text } as const;

const opened = (data: object = {}): Fact => ({
  type: 'ResearchOpened',
  data: {
    case: CASE,
    stage: 'research',
    methods: ['visit', 'forum', 'suggestion'],
    least: 1,
    due: null,
    ...data,
  },
});
const found = (no: number, method: string, content: string): Fact => ({
  type: 'FindingRecorded',
  data: { no, method, on: '2025-11-10', place: null, attendance: null, text: refOf(content) },
});

const when = (facts: readonly Fact[], setting: object = {}, parameters = {}) =>
  given(
    { ...history('research', { streams: { research: [stream] } }), [stream]: facts },
    {
      now: '2025-11-20T02:00:00.000Z',
      texts: [notes],
      definitions: { plan: procedure({ research: parameters }) },
      ...setting,
    },
  );
const rows = (facts: readonly Fact[]) =>
  researchRows(
    ID,
    facts.reduce(
      (state, fact) => step(researchMachine, state, fact).state,
      initial(researchMachine),
    ) as ResearchState,
  );

describe('recording what research brought', () => {
  test('numbers the findings', () => {
    when([opened()])
      .when(recordFinding, ID, body)
      .then([{ stream, type: 'FindingRecorded', data: { no: 1, ...body } }]);
    when([opened(), found(1, 'visit', '走访')])
      .when(recordFinding, ID, body)
      .then([{ stream, type: 'FindingRecorded', data: { no: 2, ...body } }]);
  });

  test('may name today in Beijing and no later day', () => {
    const evening = { now: '2025-11-19T16:30:00.000Z' };
    when([opened()], evening)
      .when(recordFinding, ID, { ...body, on: '2025-11-20' })
      .then([{ stream, type: 'FindingRecorded' }]);
    when([opened()], evening)
      .when(recordFinding, ID, { ...body, on: '2025-11-21' })
      .refused('research.past');
  });

  test('refuses a text twice, a text that is not here, and a day that does not exist', () => {
    when([opened(), found(1, 'forum', notes)])
      .when(recordFinding, ID, body)
      .refused('research.new');
    when([opened()], { texts: [] }).when(recordFinding, ID, body).refused('text.known');
    expect(RecordFinding.safeParse({ ...body, on: '2025-02-29' }).success).toBe(false);
  });

  test('ends with the stage', () => {
    given(
      { ...history('collect', { streams: { research: [stream] } }), [stream]: [opened()] },
      { texts: [notes], definitions: { plan: procedure() } },
    )
      .when(recordFinding, ID, body)
      .refused('research.open');
    when([]).when(recordFinding, ID, body).refused('research.open');
  });
});

describe('what is owed for research', () => {
  test('is the least number of findings', () => {
    expect(rows([opened()]).obligations).toMatchObject([
      { name: 'record', holder: 'office', verb: 'research.record' },
    ]);
    expect(rows([opened(), found(1, 'visit', '走访')]).obligations).toEqual([]);
    expect(rows([opened({ least: 0 })]).obligations).toEqual([]);
  });
});

describe('leaving research', () => {
  const leave = (facts: readonly Fact[], parameters = {}) =>
    when(facts, {}, parameters).when(advanceCase, CASE, { stage: 'research' });

  test('needs the least number of findings', () => {
    leave([opened()]).refused('research.least');
    leave([opened({ least: 2 }), found(1, 'visit', '走访')], { least: 2 }).refused('research.least');
    expect(leave([opened()], { least: 0 }).types()[0]).toBe('case StageClosed');
  });

  test('shows the methods that brought nothing', () => {
    const { decision } = leave([opened(), found(1, 'visit', '走访')]);
    expect(decision).toMatchObject({
      notices: [{ rule: 'research.methods', facts: { missing: ['forum', 'suggestion'] } }],
    });
  });

  test('is clean when every promised method brought something', () => {
    const all = [
      opened(),
      found(1, 'visit', '走访'),
      found(2, 'forum', '座谈'),
      found(3, 'suggestion', '金点子'),
    ];
    expect(leave(all).decision).toMatchObject({ notices: [] });
  });
});
