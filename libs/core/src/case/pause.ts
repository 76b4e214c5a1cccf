import { addDays, dayOf, daysBetween, lastDayOf, startOfDay } from '../calendar.ts';
import { record, type Recorded } from '../decider.ts';
import { streamName } from '../stream.ts';
import type { CaseContext, CaseFact, CaseState } from './case.ts';

/** A case and the fact that a guard looks at. */
export interface Asked {
  readonly context: CaseContext;
  readonly event: CaseFact;
}

export const clockGuards = {
  pauses: ({ context, event }: Asked): boolean =>
    event.type === 'StagePaused' &&
    context.open.includes(event.data.stage) &&
    context.entered[event.data.stage]?.paused === undefined,
  resumes: ({ context, event }: Asked): boolean =>
    event.type === 'StageResumed' && context.entered[event.data.stage]?.paused !== undefined,
};

/** The dates of the stages after one of these facts. */
export function clocked({ entered }: CaseContext, event: CaseFact): Partial<CaseContext> {
  if (event.type !== 'StagePaused' && event.type !== 'StageResumed') return {};
  const { stage } = event.data;
  const now = entered[stage];
  if (!now) return {};
  const then = event.type === 'StagePaused' ? { ...now, paused: event.data.from } : resumed(now, event.data);
  return { entered: { ...entered, [stage]: then } };
}

type Entered = CaseContext['entered'][string];
type Resumed = Extract<CaseFact, { type: 'StageResumed' }>['data'];

/** The date with what it was moved by; facts of the first version do not say. */
function resumed({ paused: _, ...entered }: Entered, { due, from, until }: Resumed): Entered {
  if (from === undefined || until === undefined) return { ...entered, due };
  const pause = { from, until, day: due === null ? null : lastDayOf(due) };
  return { ...entered, due, pauses: [...(entered.pauses ?? []), pause] };
}

/** Whose turn it is: from `day` on the file lies with others, and nothing that we owe falls due. */
export const pausing = (
  state: CaseState | undefined,
  caseId: string,
  stage: string,
  day: string,
): readonly Recorded[] =>
  state?.context.open.includes(stage) && state.context.entered[stage]?.paused === undefined
    ? [record(streamName('case', caseId), { type: 'StagePaused', data: { stage, from: day } })]
    : [];

/** It is our turn again: the date of the stage moves by the natural days that the file was away. */
export function resuming(
  state: CaseState | undefined,
  caseId: string,
  stage: string,
  day: string,
): readonly Recorded[] {
  const { due, paused } = state?.context.entered[stage] ?? { due: null };
  if (paused === undefined) return [];
  const away = Math.max(0, daysBetween(paused, day));
  const moved = due === null ? null : startOfDay(addDays(dayOf(due), away));
  const data = { stage, due: moved, from: paused, until: day };
  return [record(streamName('case', caseId), { type: 'StageResumed', data })];
}
