import { pausing, resuming } from '../case/pause.ts';
import type { CaseState } from '../case/case.ts';
import { initial, step } from '../machine.ts';
import { compileProcedure, readDefinition } from '../procedure/procedure.ts';
import type { Fact } from '../stream.ts';
import { CASE, caseIn, procedure } from '../testing/plan-case.ts';
import { explained } from './due-step.ts';
import { whyStage } from './why.ts';

const due = '2026-01-15T16:00:00.000Z';
const read = readDefinition(procedure());
if ('faults' in read) throw new Error('unsound');
const { machine } = compileProcedure(read.definition);
const fold = (facts: readonly Fact[]): CaseState =>
  facts.reduce((state, fact) => step(machine, state, fact).state, initial(machine)) as CaseState;
const running = caseIn('collect', { dates: { collect: due } });
const factsOf = (recorded: ReturnType<typeof pausing>): readonly Fact[] => recorded.map(({ fact }) => fact);

test('a stage says its date, and each time that the authority held the file', () => {
  const paused = factsOf(pausing(fold(running), CASE, 'collect', '2026-01-10'));
  const resumed = factsOf(resuming(fold([...running, ...paused]), CASE, 'collect', '2026-01-13'));
  const state = fold([...running, ...paused, ...resumed]);
  expect(state.context.entered['collect']).toMatchObject({ due: '2026-01-18T16:00:00.000Z' });
  expect(explained(whyStage(state.context, 'collect'))).toEqual({
    zh: '规定期限：2026年1月15日（含当日）；2026年1月10日至2026年1月13日主管部门办理，计时中止3日，期限移至2026年1月18日',
    en: 'set to the end of 2026-01-15; paused 3 days while the authority held it, 2026-01-10 to 2026-01-13: 2026-01-18',
  });
});

test('a date that the procedure counts from the opening says how', () => {
  const why = [
    {
      how: 'counted',
      from: '2026-01-05',
      n: 7,
      unit: 'working',
      day: '2026-01-14',
      calendar: 'cn-2026',
      estimated: false,
    },
  ];
  const entered = caseIn('collect').map((fact) =>
    fact.type === 'StageEntered' && 'stage' in fact.data && fact.data.stage === 'collect'
      ? { ...fact, data: { ...fact.data, due: '2026-01-14T16:00:00.000Z', why } }
      : fact,
  );
  expect(explained(whyStage(fold(entered).context, 'collect')).zh).toBe(
    '2026年1月5日起7个工作日（当日不计入），至2026年1月14日',
  );
});

test('facts of the first version say only the date', () => {
  const old: readonly Fact[] = [
    ...running,
    { type: 'StagePaused', data: { stage: 'collect', from: '2026-01-10' } },
    { type: 'StageResumed', data: { stage: 'collect', due: '2026-01-18T16:00:00.000Z' } },
  ];
  const state = fold(old);
  expect(state.context.entered['collect']).toMatchObject({ due: '2026-01-18T16:00:00.000Z' });
  expect(whyStage(state.context, 'collect')).toHaveLength(1);
});

test('a stage without a date has nothing to explain', () => {
  expect(whyStage(fold(caseIn('collect')).context, 'collect')).toEqual([]);
});
