import { CLOCK } from '../capacity.ts';
import type { Fact } from '../stream.ts';
import { streamKind } from '../streams.ts';
import { CASE, council, OFFICE, type Story } from '../testing/council.ts';
import { refOf } from '../testing/given.ts';
import { drafted, ISSUE, numbered, signed, TEXT } from '../testing/issue-case.ts';
import { compileProcedure, readDefinition } from '../procedure/procedure.ts';
import { initial, step } from '../machine.ts';
import { publishIssue } from '../stages/issue/publish.ts';
import { restaged } from '../testing/small-procedure.ts';
import { makePrecheck, seePrecheck } from './make.ts';

const NAME = `precheck/${CASE}`;
const DUE = { due: '2025-11-20T00:00:00.000Z' };
const WATCHED = { publish: { with: { subject: 'scheme', precheck: { days: 10 } } } };

/** What the clock notes: the rules that stop it, and when it looks again. */
function made(story: Story): {
  readonly standing: unknown;
  readonly rules: readonly string[];
  readonly next: unknown;
} {
  const { decision } = story.when(CLOCK, makePrecheck, [CASE, DUE]);
  const [one] = 'facts' in decision ? decision.facts : [];
  const { standing, stops, next } = (one?.fact.data ?? {}) as {
    standing: string;
    stops: readonly { rule: string; effect: string }[];
    next: string | null;
  };
  return { standing, rules: stops.filter(({ effect }) => effect === 'block').map(({ rule }) => rule), next };
}

test('a gate that has not decided, what lies before the issue, and who settles it', () => {
  const { decision } = council({}, {}, null, WATCHED.publish).when(CLOCK, makePrecheck, [CASE, DUE]);
  expect(decision).toMatchObject({
    facts: [
      {
        stream: NAME,
        fact: {
          type: 'PrecheckMade',
          data: {
            case: CASE,
            stage: 'publish',
            on: '2025-11-20',
            standing: 'stopped',
            stops: [
              { rule: 'issue.same-text', effect: 'block', by: ['secretary@council'] },
              { rule: 'case.stage-open', effect: 'block', by: ['office'] },
            ],
            next: null,
          },
        },
      },
    ],
  });
});

test('at the issue: the steps that are missing, until nothing stops it and it is out', () => {
  expect(made(drafted(WATCHED)).rules).toEqual(['issue.signed', 'issue.numbered']);
  expect(made(signed(drafted(WATCHED))).rules).toEqual(['issue.numbered']);
  const ready = numbered(drafted(WATCHED));
  expect(made(ready)).toEqual({ standing: 'ready', rules: [], next: null });
  const out = ready.does(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: '2025-11-20' }]);
  expect(made(out)).toEqual({ standing: 'issued', rules: [], next: null });
});

test('印发 ends it: nobody is asked to take note any more, and the clock says it once', () => {
  const noted = numbered(drafted(WATCHED).does(CLOCK, makePrecheck, [CASE, DUE]));
  expect(owed(noted.history[NAME] ?? [])).toEqual(['precheck.see']);
  const out = noted.does(OFFICE, publishIssue, [ISSUE, { text: TEXT, on: '2025-11-20' }]);
  expect(owed(out.history[NAME] ?? [])).toEqual([]);
  expect(out.history[NAME]?.at(-1)).toMatchObject({ data: { standing: 'issued', next: null } });
  out.when(CLOCK, makePrecheck, [CASE, DUE]).then([]);
});

test('another text than the decided one stops it', () => {
  expect(made(drafted({ ...WATCHED, text: refOf('另一稿') })).rules).toContain('issue.same-text');
});

describe('the next one', () => {
  const due = (to: string): Story =>
    drafted(WATCHED).but(`case/${CASE}`, { type: 'StageRedated', data: { stage: 'publish', due: to } });

  test('is the next working day within the last ten before the planned day', () => {
    expect(made(due('2025-11-28T16:00:00.000Z')).next).toBe('2025-11-20T16:00:00.000Z');
  });

  test('is the first of the ten while the planned day is further off', () => {
    expect(made(due('2025-12-31T16:00:00.000Z')).next).toBe('2025-12-16T16:00:00.000Z');
  });

  test('is none once the planned day is here, or where none is planned', () => {
    expect(made(due('2025-11-20T16:00:00.000Z')).next).toBeNull();
    expect(made(drafted(WATCHED)).next).toBeNull();
  });
});

test('the office takes note once; the next precheck tells it again', () => {
  const stopped = drafted(WATCHED).does(CLOCK, makePrecheck, [CASE, DUE]);
  stopped
    .when(OFFICE, seePrecheck, [CASE, {}])
    .then([{ stream: NAME, type: 'PrecheckSeen', data: { post: OFFICE.post } }]);
  const seen = stopped.does(OFFICE, seePrecheck, [CASE, {}]);
  seen.when(OFFICE, seePrecheck, [CASE, {}]).refused('precheck.stopped');
  const again = seen.does(CLOCK, makePrecheck, [CASE, DUE]);
  expect(owed(again.history[NAME] ?? [])).toEqual(['precheck.see']);
  expect(owed(seen.history[NAME] ?? [])).toEqual([]);
});

const owed = (facts: readonly Fact[]): readonly string[] => {
  const of = streamKind('precheck');
  const state = facts.reduce((now, fact) => step(of.machine, now, fact).state, initial(of.machine));
  return of.rows(CASE, state).obligations.map(({ verb }) => verb);
};

describe('the clock is set', () => {
  const entered = (stage: string, round = 1): Fact => ({
    type: 'StageEntered',
    data: { stage, round, due: null, streams: [], on: '2026-03-02' },
  });
  const closed = (stage: string, outcome: string, text: object | null = null): Fact => ({
    type: 'StageClosed',
    data: { stage, round: 1, outcome, text, notices: [], sum: {} },
  });
  const deadlines = (definition: unknown): readonly string[] => {
    const read = readDefinition(definition);
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    const { machine } = compileProcedure(read.definition);
    const opened = {
      title: '规划',
      procedure: { id: 'small', version: 1, hash: 'small' },
      scheme: refOf('方案'),
    };
    const facts: readonly Fact[] = [
      { type: 'CaseOpened', data: { ...opened, chapters: [], dates: {}, authority: null } },
      ...['material collected', 'chapters written'].flatMap((one) => {
        const [stage = '', outcome = ''] = one.split(' ');
        return [entered(stage), closed(stage, outcome)];
      }),
      entered('draft'),
      closed('draft', 'compiled', refOf('初稿')),
      entered('gate'),
      closed('gate', 'passed', refOf('初稿')),
      entered('issue'),
    ];
    const set: string[] = [];
    facts.reduce((now, fact) => {
      const { state, effects } = step(machine, now, fact);
      set.push(
        ...effects.flatMap((effect) =>
          effect.type === 'deadline' ? [`${effect.params.name} ${effect.params.due}`] : [],
        ),
      );
      return state;
    }, initial(machine));
    return set;
  };

  test('after a gate, where the procedure asks for it, and not before', () => {
    const watched = restaged('issue', { with: { subject: 'manuscript', precheck: { days: 10 } } });
    expect(deadlines(watched)).toEqual(['precheck-issue-1 2026-03-01T16:00:00.000Z']);
  });

  test('nowhere else', () => {
    expect(deadlines(restaged('issue', { with: { subject: 'manuscript' } }))).toEqual([]);
  });
});
