import { canonical, utf8Length } from '@mouding/evidence';
import { dayOf } from '../calendar.ts';
import { procedureOf } from '../case/advance.ts';
import { record, type Given, type Known, type Need, type Recorded } from '../decider.ts';
import { notNow, type Refusal } from '../refusal.ts';
import { stagesOf } from '../procedure/definition.ts';
import { streamName, type StreamName } from '../stream.ts';
import { notSubmitted } from '../stages/write/sign-off.ts';
import { sameText } from '../text-ref.ts';
import { backNeeds, chapterBack, type Back, type ChapterBack } from './chapter.ts';
import { effectsOf, type Effects, type Judged } from './effects.ts';
import { lapseNeeds, lapsesOn } from './lapses.ts';

/** What goes back: one chapter that waits for its lead, or chapters out of a draft that is being made. */
export type Target =
  | { readonly kind: 'chapter'; readonly back: Back }
  | {
      readonly kind: 'manuscript';
      /** The manuscript's id. */
      readonly id: string;
      readonly backs: readonly (Back & { readonly points: number })[];
      /** The meeting, review or answer whose outcome it carries out; null for none. */
      readonly answers: StreamName | null;
    };

/** A return, computed and not yet done. */
export interface Returning {
  readonly facts: readonly Recorded[];
  readonly effects: Effects;
  /** Tells this computation from any other: whoever confirms a return names what was shown. */
  readonly digest: string;
}

/** Everything that a return reads or writes, but for the text of a reason. */
export function returningNeeds(known: Known, target: Target): readonly Need[] {
  if (target.kind === 'chapter')
    return [{ write: streamName('chapter', target.back.chapter) }, ...backNeeds(known, target.back)];
  const caseId = known.state('manuscript', target.id)?.context.case;
  return [
    { write: streamName('manuscript', target.id) },
    ...target.backs.flatMap((back) => [
      { write: streamName('chapter', back.chapter) },
      ...backNeeds(known, back),
    ]),
    ...(caseId === undefined ? [] : [{ read: streamName('case', caseId) }, ...lapseNeeds(known, caseId)]),
    ...(target.answers === null ? [] : [{ read: target.answers }]),
  ];
}

/**
 * 退回: what it would do, as facts and in every consequence. The one computation behind the preview and behind the
 * command, which appends exactly these facts. Refused where the process stands elsewhere, and for a department or
 * clauses that the chapter does not have.
 */
export function effectsOfReturn(given: Given, target: Target): Returning | { readonly refusal: Refusal } {
  return target.kind === 'chapter' ? ofChapter(given, target.back) : ofManuscript(given, target);
}

function ofChapter(given: Given, back: Back): Returning | { readonly refusal: Refusal } {
  const state = given.state('chapter', back.chapter);
  if (!state?.matches('submitted')) return { refusal: notSubmitted(state) };
  const done = chapterBack(given, state, back);
  return 'refusal' in done ? done : concluded(given, [done], NOTHING);
}

type OfManuscript = Extract<Target, { kind: 'manuscript' }>;

function ofManuscript(given: Given, target: OfManuscript): Returning | { readonly refusal: Refusal } {
  const { id, backs, answers } = target;
  const manuscript = given.state('manuscript', id);
  if (!manuscript?.matches('drafting')) return { refusal: notDrafting(manuscript?.value ?? 'absent') };
  const { case: caseId, round } = manuscript.context;
  const chapters = chaptersBack(given, caseId, target);
  if ('refusal' in chapters) return chapters;
  const data = { round, chapters: backs.map(({ chapter }) => streamName('chapter', chapter)), answers };
  const own = record(streamName('manuscript', id), { type: 'ManuscriptReturned', data });
  const whole = wholeText(given, id, caseId);
  return concluded(given, chapters, { ...whole, facts: [own, ...whole.facts] });
}

const notDrafting = (status: string): Refusal =>
  notNow('manuscript.drafting', '成稿环节未在办理中', 'No draft is asked for now', { status });

/** Every chapter's part, or why one of them cannot go back. */
function chaptersBack(
  given: Given,
  caseId: string,
  { id, backs }: OfManuscript,
): readonly ChapterBack[] | { readonly refusal: Refusal } {
  const of = streamName('manuscript', id);
  const done: ChapterBack[] = [];
  for (const { points, ...back } of backs) {
    const state = given.state('chapter', back.chapter);
    if (!state?.matches('accepted') || state.context.case !== caseId) return { refusal: notAccepted(back) };
    const one = chapterBack(given, state, back, { of, points });
    if ('refusal' in one) return one;
    done.push(one);
  }
  return done;
}

const notAccepted = ({ chapter }: Back): Refusal =>
  notNow(
    'manuscript.return-accepted',
    '只能退回本规划已审定的篇章',
    'Only chapters of this plan that were signed off can be returned from its draft',
    { chapter },
  );

interface Besides {
  readonly facts: readonly Recorded[];
  readonly falls: readonly Judged[];
}
const NOTHING: Besides = { facts: [], falls: [] };

/** The chapters' parts as one, with what the return does besides. */
function concluded(given: Given, chapters: readonly ChapterBack[], besides: Besides): Returning {
  const facts = [...chapters.map(({ fact }) => fact), ...besides.facts];
  const judged = {
    falls: [...chapters.flatMap(({ falls }) => falls), ...besides.falls],
    stands: chapters.flatMap(({ stands }) => stands),
  };
  const effects = effectsOf(given, facts, judged, dayOf(given.now));
  return { facts, effects, digest: given.refOf(canonical(effects)).hash };
}

/** Votes on the text that is written on are closed; what gates decided of it covers no other text. */
function wholeText(given: Given, manuscript: string, caseId: string): Besides {
  const state = given.state('case', caseId);
  const text = state?.context.texts.manuscript ?? null;
  if (!state || text === null) return NOTHING;
  const votes = lapsesOn(given, caseId, text, streamName('manuscript', manuscript));
  const { definition, classing } = procedureOf(given, caseId);
  const gates = stagesOf(definition)
    .filter(({ id }) => classing.meaning(id).approving.length > 0)
    .filter(({ id }) => sameText(state.context.decided[id]?.text, text))
    .map(({ id }): Judged => ({ approval: { of: 'gate', stage: id }, because: 'whole' }));
  return { facts: votes.facts, falls: [...gates, ...votes.falls] };
}

/** Bytes of consequences that a refusal says: it is an entry of the log, and one of those holds 65,535. */
const MOST_BYTES = 32_000;

/** What was shown is no longer what would be done: it is shown anew. */
export const movedOn = ({ effects, digest }: Returning): Refusal =>
  notNow(
    'return.preview',
    '预览之后情况已有变动，请按新的预览重新确认',
    'Things have moved since the preview; confirm the new one',
    { preview: digest, ...(utf8Length(canonical(effects)) <= MOST_BYTES ? { effects } : {}) },
    { zh: '请重新确认', en: 'Confirm again' },
  );
