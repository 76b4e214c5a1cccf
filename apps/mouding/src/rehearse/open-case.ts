import { definitionJson, type Definition } from '@mouding/core';
import type { Session } from '../client/session.ts';
import { inventPlan, inventScheme } from './invented-texts.ts';
import { chaptersOfText } from './chapters-of-text.ts';
import type { PlanCalendar } from './plan-calendar.ts';
import type { PlayedChapter, Side } from './story.ts';
import type { Random } from '../random.ts';

/** The procedure's own chapters, with texts invented for them. */
export function inventedChapters(definition: Definition, random: Random): readonly PlayedChapter[] {
  const titles = definition.chapters.map(({ title }) => title);
  const contents = chaptersOfText(inventPlan(titles, random));
  return definition.chapters.map((plan, i) => ({ plan, content: contents[i]?.content ?? '' }));
}

/**
 * The chapters of a real plan's text, with the procedure's owners and leads assigned in turn; what stands before the
 * first heading is the office's chapter 0.
 */
export function chaptersFrom(text: string, definition: Definition): readonly PlayedChapter[] {
  const owned = definition.chapters;
  const preface = owned[0];
  return chaptersOfText(text).map(({ no, title, content }) => {
    const model = no === 0 ? preface : owned[(no - 1) % owned.length];
    if (!model) throw new Error(`${definition.id} has no chapters to take owners from`);
    return { plan: { ...model, no, title: title || model.title }, content };
  });
}

/** Publishes a procedure in the hospital, as the office. */
export async function publish(office: Session, definition: Definition): Promise<void> {
  await office.make('procedure', {
    definition: definitionJson(definition),
    document: { title: '党委会议事规则及编制工作规定', number: '云市中医党〔2025〕8号' },
  });
}

/** The plan that the demo and every rehearsal compile. */
export const FIVE_YEAR_PLAN = '“十五五”发展规划';

/** What a case is opened with. */
export interface CaseWish {
  /** Without the hospital's name. */
  readonly title: string;
  readonly hospital: Side;
  readonly authority: string | null;
  readonly definition: Definition;
  readonly chapters: readonly PlayedChapter[];
  readonly calendar: PlanCalendar;
}

/** Opens a case, as the office; answers its id. */
export async function openCase(office: Session, wish: CaseWish): Promise<string> {
  const { hospital, authority, definition, chapters, calendar } = wish;
  const title = `${hospital.plan.name}${wish.title}`;
  const scheme = await office.keep(
    inventScheme(
      title,
      chapters.map(({ plan }) => plan.title),
    ),
  );
  const { made } = await office.make('case', {
    title,
    procedure: definition.id,
    scheme,
    dates: { contributions: calendar.contributions, chapters: calendar.chapters, issue: calendar.issue },
    authority,
    ...(isOwn(definition, chapters) ? {} : { chapters: chapters.map(({ plan }) => plan) }),
  });
  return made.slice('case/'.length);
}

const isOwn = (definition: Definition, chapters: readonly PlayedChapter[]): boolean =>
  chapters.length === definition.chapters.length &&
  chapters.every(({ plan }, i) => plan === definition.chapters[i]);
