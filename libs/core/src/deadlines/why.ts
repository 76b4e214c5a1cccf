import { lastDayOf } from '../calendar.ts';
import type { CaseContext } from '../case/case.ts';
import type { Known } from '../decider.ts';
import { parseStream, type StreamName } from '../stream.ts';
import { explain, type DueStep, type SaidStep } from './due-step.ts';

const setTo = (due: string | null): readonly DueStep[] =>
  due === null ? [] : [{ how: 'set', day: lastDayOf(due) }];

/** How the date of a stage came to be what it is: the day of the case's plan, and every time that others held the file. */
export function whyStage({ entered, dates, planned: told }: CaseContext, stage: string): readonly SaidStep[] {
  const { due, pauses = [], why } = entered[stage] ?? { due: null };
  const planned = dates[stage] ?? (pauses.length === 0 ? due : null);
  const paused = pauses.map((pause): DueStep => ({ how: 'paused', ...pause }));
  return [...(why ?? told[stage] ?? setTo(planned)), ...paused].map(explain);
}

/** Streams whose states keep how their date came to be. */
const SELF_EXPLAINING = ['contribution', 'chapter', 'consultation', 'filing'] as const;

const ofCase = (known: Known, id: string, stage: string): readonly SaidStep[] => {
  const context = known.state('case', id)?.context;
  return context ? whyStage(context, stage) : [];
};

/**
 * How the date of something that is owed came to be what it is, from the facts that set it; nothing without a date.
 *
 * @param name of the obligation: what a case owes names its stage at the end
 */
export function whyDue(
  known: Known,
  stream: StreamName,
  name: string,
  due: string | null,
): readonly SaidStep[] {
  const { kind, id } = parseStream(stream);
  if (due === null) return [];
  if (kind === 'case') return ofCase(known, id, name.slice(name.lastIndexOf(':') + 1));
  const told = SELF_EXPLAINING.find((each) => each === kind);
  return told ? (known.state(told, id)?.context.why ?? []) : setTo(due).map(explain);
}
