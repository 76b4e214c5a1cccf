import { council, CASE } from '../testing/council.ts';
import { compileProcedure, readDefinition } from '../procedure/procedure.ts';
import type { CaseState } from '../case/case.ts';
import { emptyState, nextState, streamKind } from '../streams.ts';
import { titleOf } from './subject-title.ts';

const stateOf = (title: string): CaseState => {
  const { history, definitions } = council();
  const read = readDefinition(definitions['plan']);
  if ('faults' in read) throw new Error('the fixture has a procedure');
  const kind = streamKind('case', compileProcedure(read.definition));
  const [opened] = history[`case/${CASE}`] ?? [];
  if (!opened) throw new Error('the fixture has a case');
  const fact = { type: opened.type, data: { ...opened.data, title } };
  return nextState(kind, emptyState(kind), fact).state as CaseState;
};

test('the plan stands in title marks, once, and what it is in brackets behind it', () => {
  expect(titleOf(stateOf('某医院专项规划'), 'manuscript')).toBe('《某医院专项规划》（规划文稿）');
  expect(titleOf(stateOf('某医院专项规划'), 'scheme')).toBe('《某医院专项规划》（编制工作方案）');
  expect(titleOf(stateOf('《某医院专项规划》'), 'manuscript')).toBe('《某医院专项规划》（规划文稿）');
});
