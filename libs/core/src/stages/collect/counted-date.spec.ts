import { advanceCase } from '../../case/advance.ts';
import { CLOCK } from '../../capacity.ts';
import { explained } from '../../deadlines/due-step.ts';
import { initial, step } from '../../machine.ts';
import type { Fact } from '../../stream.ts';
import { given, refOf, uuid } from '../../testing/given.ts';
import { CASE, history, procedure } from '../../testing/plan-case.ts';
import { contributionMachine, type ContributionState } from './machine.ts';

const RESEARCH = `research/${uuid(0x30)}` as const;
const research: readonly Fact[] = [
  {
    type: 'ResearchOpened',
    data: { case: CASE, stage: 'research', methods: ['forum'], least: 1, due: null },
  },
  {
    type: 'FindingRecorded',
    data: { no: 1, method: 'forum', on: '2025-11-10', place: null, attendance: null, text: refOf('纪要') },
  },
];

/** What a department is asked for, on a day, by a stage that lasts seven working days and has no day of its own. */
function asked(now: string): Fact {
  const plan = procedure({ collect: { grace: { n: 1, unit: 'working' } } });
  const steps = plan.steps.map((each) =>
    each.id === 'collect' ? { ...each, lasts: { n: 7, unit: 'working' } } : each,
  );
  const { decision } = given(
    { ...history('research', { streams: { research: [RESEARCH] } }), [RESEARCH]: research },
    { definitions: { plan: { ...plan, steps } }, texts: ['纪要'], actor: CLOCK, now },
  ).when(advanceCase, CASE, { stage: 'research' });
  const found = 'facts' in decision ? decision.facts.map(({ fact }) => fact) : [];
  const fact = found.find(({ type }) => type === 'ContributionRequested');
  if (!fact) throw new Error(JSON.stringify(decision));
  return fact;
}
const why = (fact: Fact): string => {
  const { state } = step(contributionMachine, initial(contributionMachine), fact);
  return explained((state as ContributionState).context.why).zh;
};

test('a date that the procedure counts from the opening says to the departments how', () => {
  const fact = asked('2026-02-11T02:00:00.000Z');
  expect(fact.data).toMatchObject({ due: '2026-02-27T16:00:00.000Z' });
  expect(why(fact)).toBe(
    '2026年2月11日起7个工作日（当日不计入），至2026年2月27日；宽限1个工作日，至2026年2月28日报送的注明“宽限期内”，不作逾期',
  );
});

test('one that rests on working days that are not announced is 预估', () => {
  const said = why(asked('2026-12-28T02:00:00.000Z'));
  expect(said.split('；').map((step) => step.includes('（预估，节假日安排尚未公布）'))).toEqual([true, true]);
});
