import type { Given, Known, Need } from '../../decider.ts';
import { departmentNames } from '../../org/departments.ts';
import { weigh, weighBreach, type Effect, type Weighed } from '../../procedure/effects.ts';
import type { Breach } from '../../elsewhere.ts';
import { against, type Refusal } from '../../refusal.ts';
import { locate } from '../../returns/clauses.ts';
import { sameText, type TextRef } from '../../text-ref.ts';
import type { ChapterContext } from './chapter.ts';

/** Who countersigns a chapter and what that weighs, frozen when the chapter was assigned. */
export type Countersigning = {
  /** 会签科室: owners, supporting departments or both, as the procedure says. */
  readonly departments: readonly string[];
  /** What becomes of a sign-off while one of them is missing. */
  readonly effect: Effect;
  /** unchanged: it stands while what it cites does · nothing: every return takes all of them. */
  readonly keep: 'unchanged' | 'nothing';
};

/** A countersign that stands: what was seen, and where that is in the text as it is now. */
export interface Countersign {
  readonly text: TextRef;
  /** Clauses of `text` that it is about; null for the whole of it. */
  readonly clauses: readonly number[] | null;
  /** The same clauses in the chapter's present text; null for the whole of it. */
  readonly here: readonly number[] | null;
}

/** A countersign that a new text lets stand, and where its clauses are in it. */
export type Kept = { readonly department: string; readonly here: readonly number[] | null };

/** Nobody is asked. */
export const NOT_ASKED: Countersigning = { departments: [], effect: 'off', keep: 'unchanged' };

type Asking = Pick<ChapterContext, 'countersigning' | 'countersigns' | 'desk'>;

/** Departments that should countersign: nobody countersigns what it hands in itself. */
export const askedOf = ({ countersigning, desk }: Pick<Asking, 'countersigning' | 'desk'>) =>
  countersigning.departments.filter((department) => department !== desk);

/** Those of them whose countersign does not stand. */
export const uncountersigned = (context: Asking): readonly string[] =>
  askedOf(context).filter((department) => !(department in context.countersigns));

/** The texts that countersigns cite, for `needs` of whatever brings a new text. */
export const citedNeeds = (known: Known, id: string): readonly Need[] =>
  Object.values(known.state('chapter', id)?.context.countersigns ?? {}).map(({ text }) => ({ text }));

/**
 * Which of the countersigns that stand a new text lets stand: those whose cited content it has unchanged. Whoever hands
 * it in countersigns nothing. An original without a text can be compared with nothing.
 */
export const keptIn = (
  given: Pick<Given, 'text'>,
  { countersigns, desk }: Pick<Asking, 'countersigns' | 'desk'>,
  text: TextRef | null,
): readonly Kept[] =>
  Object.entries(countersigns).flatMap(([department, { text: seen, clauses }]): readonly Kept[] => {
    if (department === desk || text === null) return [];
    if (clauses === null) return sameText(seen, text) ? [{ department, here: null }] : [];
    const here = locate(clauses, given.text(seen), given.text(text));
    return here ? [{ department, here }] : [];
  });

const RULE = 'chapter.countersigned';

function broken(given: Given, context: ChapterContext): Refusal | null {
  const missing = uncountersigned(context);
  if (missing.length === 0) return null;
  const names = departmentNames(given.org, missing);
  return against(
    RULE,
    `尚未会签的科室：${names.join('、')}`,
    `Not countersigned by: ${names.join(', ')}`,
    { departments: [...missing] },
    { zh: '请有关科室会签，已在纸面会签的请补录', en: 'They countersign, or it is recorded from paper' },
  );
}

const weighing = ({ countersigning: { effect } }: ChapterContext) => ({
  rules: { [RULE]: { effect, reason: '' } },
});

/** What a sign-off says of countersigns that are missing: refused, shown or not looked at. */
export const countersignsShown = (given: Given, context: ChapterContext): Weighed =>
  weigh(weighing(context), broken(given, context));

/** The same of a sign-off on paper, which is never refused for it. */
export const countersignBreaches = (given: Given, context: ChapterContext): readonly Breach[] =>
  weighBreach(weighing(context), broken(given, context));
