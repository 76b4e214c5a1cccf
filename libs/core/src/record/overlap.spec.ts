import type { Command } from '../decider.ts';
import { streamName, type Fact } from '../stream.ts';
import { given, uuid } from '../testing/given.ts';
import { CASE, caseIn, history, procedure } from '../testing/plan-case.ts';
import { overlapping } from './overlap.ts';

const MEETING = `meeting/${uuid(0x51)}` as const;

/** Says what overlaps: the breaches as facts, so that they can be read. */
const look: Command<
  'case',
  { readonly happened: string; readonly about: `${'meeting' | 'chapter'}/${string}` }
> = {
  verb: 'case.look',
  on: 'case',
  needs: (_, id) => [{ write: streamName('case', id) }],
  decide: (given_, id, { happened, about }) => ({
    facts: [],
    notices: overlapping(given_, {
      case: id,
      stage: 'write',
      about,
      elsewhere: { happened, medium: 'meeting', scan: null, book: null, checker: null },
    }).map(({ notice, effect }) => ({ ...notice, facts: { ...notice.facts, effect } })),
  }),
};

const entered = (on?: string): readonly Fact[] =>
  caseIn('write').map((fact) =>
    fact.type === 'StageEntered' && on !== undefined ? { ...fact, data: { ...fact.data, on } } : fact,
  );
const looked = (
  happened: string,
  setting: { on?: string; rules?: object; about?: `chapter/${string}` } = {},
) => {
  const plan = procedure();
  const steps = plan.steps.map((each) =>
    each.id === 'write' && setting.rules ? { ...each, rules: setting.rules } : each,
  );
  const { decision } = given(
    { ...history('write'), [`case/${CASE}`]: entered(setting.on) },
    { definitions: { plan: { ...plan, steps } } },
  ).when(look, CASE, { happened, about: setting.about ?? MEETING });
  return 'notices' in decision ? (decision.notices ?? []) : [];
};

test('what happened before its stage was entered overlaps the one before it, and shows', () => {
  expect(looked('2026-01-09', { on: '2026-01-10' })).toMatchObject([
    {
      rule: 'case.overlap',
      said: { zh: '所称办理日期2026-01-09早于本环节开始之日2026-01-10，与上一环节重叠' },
      facts: { effect: 'warn', happened: '2026-01-09', entered: '2026-01-10' },
    },
  ]);
  // 2026-01-09 16:30 UTC is the 10th in Beijing.
  expect(looked('2026-01-09T16:30:00.000Z', { on: '2026-01-10' })).toEqual([]);
  expect(looked('2026-01-10', { on: '2026-01-10' })).toEqual([]);
});

test('it holds the next step, or is not looked at, as the stage weighs it', () => {
  const rules = (effect: string) => ({ 'case.overlap': { effect, reason: '本院规定' } });
  expect(looked('2026-01-09', { on: '2026-01-10', rules: rules('block') })).toMatchObject([
    { facts: { effect: 'block' } },
  ]);
  expect(looked('2026-01-09', { on: '2026-01-10', rules: rules('off') })).toEqual([]);
});

test('a stage that does not say when it was entered, and what departments bring early, overlap nothing', () => {
  expect(looked('2020-01-01')).toEqual([]);
  expect(looked('2026-01-09', { on: '2026-01-10', about: `chapter/${uuid(0x41)}` })).toEqual([]);
});
