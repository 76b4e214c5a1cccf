import type { Known } from '../decider.ts';
import type { ChapterContext } from '../stages/write/chapter.ts';
import type { ContributionContext } from '../stages/collect/contribution.ts';
import { marksOf, type Mark } from './marks.ts';
import type { SaidStep } from './due-step.ts';

/** One line of the register of what was handed in: when, with which marks, and how its date came to be. */
export interface RegisterLine {
  readonly due: string | null;
  readonly received: string | null;
  readonly marks: readonly Mark[];
  readonly why: readonly SaidStep[];
}

/** 报送登记 of a contribution or a chapter; nothing of what is not there. Marks stay, whatever came after. */
export function registerLine(
  known: Known,
  kind: 'contribution' | 'chapter',
  id: string,
): RegisterLine | null {
  const state = known.state(kind, id);
  if (!state) return null;
  const { context, value } = state;
  const { due, received, why } = context;
  return { due, received, why, marks: [...marksOf(context), ...endings(String(value), context)] };
}

/** 零报告、不单独编报、缺报: how it ended without a plan. */
function endings(status: string, context: ContributionContext | ChapterContext): readonly Mark[] {
  const none = 'none' in context && context.none ? (['none'] as const) : [];
  if (status === 'excused') return [...none, 'excused'];
  return status === 'dispensed' ? [...none, 'waived'] : none;
}
