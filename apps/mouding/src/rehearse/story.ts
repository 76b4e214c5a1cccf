import { CaseOverview, Me, type CaseItem, type CaseStage } from '@mouding/contract';
import type { Definition } from '@mouding/core';
import type { Cast } from '../client/cast.ts';
import type { Session } from '../client/session.ts';
import type { InstitutionPlan } from '../demo/institution-plan.ts';
import type { Random } from '../random.ts';
import type { Words } from '../words.ts';
import { instantOf, type PlanCalendar } from './plan-calendar.ts';
import type { Refusals } from './refusals.ts';
import type { WordDesk } from './word-desk.ts';

type ChapterPlan = Definition['chapters'][number];

/** One institution of a story: how it was set up, and its people with their sessions. */
export interface Side {
  readonly plan: InstitutionPlan;
  readonly cast: Cast;
}

/** A chapter with its division of work and the text that will be written. */
export interface PlayedChapter {
  readonly plan: ChapterPlan;
  readonly content: string;
}

/** What the plays of one case share. */
export interface Story {
  readonly hospital: Side;
  readonly authority: Side;
  readonly definition: Definition;
  readonly chapters: readonly PlayedChapter[];
  readonly calendar: PlanCalendar;
  readonly random: Random;
  readonly refusals: Refusals;
  /** The case's id. */
  readonly caseId: string;
  /** Where the departments work in Word; absent: texts are handed in as they are. */
  readonly desk?: WordDesk;
  say(words: Words): void;
}

/** Somebody of the hospital, by login. */
export const person = (story: Story, login: string): Promise<Session> => story.hospital.cast.as(login);

/** The holder of a post of the hospital, by its title. */
export function holderOf(story: Story, title: string): Promise<Session> {
  const post = story.hospital.plan.posts.find((one) => one.title === title);
  if (!post) throw new Error(`no post ${title} in ${story.hospital.plan.name}`);
  return person(story, post.holder);
}

/** The head of a department of the hospital, by its name. */
export function headOf(story: Story, department: string): Promise<Session> {
  const post = story.hospital.plan.posts.find(
    (one) => one.as === 'department-head' && one.department === department,
  );
  if (!post) throw new Error(`no department ${department} in ${story.hospital.plan.name}`);
  return person(story, post.holder);
}

export const office = (story: Story): Promise<Session> => person(story, 'office');

/** The case as the office sees it now. */
export const overview = async (story: Story): Promise<CaseOverview> =>
  (await office(story)).read(`/v1/cases/${story.caseId}`, CaseOverview);

/** A stage of the case with its things, as the office sees it now. */
export async function stageNow(story: Story, id: string): Promise<CaseStage> {
  const stage = (await overview(story)).stages.find((one) => one.id === id);
  if (!stage) throw new Error(`no stage ${id}`);
  return stage;
}

/** The things of one kind in a stage of the case, in their order. */
export async function itemsOf(story: Story, stage: string, kind: string): Promise<readonly CaseItem[]> {
  return (await stageNow(story, stage)).items.filter((item) => item.kind === kind);
}

/** The only thing of one kind in a stage. */
export async function itemOf(story: Story, stage: string, kind: string): Promise<CaseItem> {
  const [item] = await itemsOf(story, stage, kind);
  if (!item) throw new Error(`no ${kind} in the stage ${stage}`);
  return item;
}

/** Ends a stage that the office ends. */
export const advance = async (story: Story, stage: string): Promise<void> =>
  void (await (await office(story)).act(`case/${story.caseId}`, 'advance', { stage }));

/** Moves the law clocks of both institutions to an hour of a Beijing day; a day that has passed is left alone. */
export async function moveTo(
  story: Pick<Story, 'hospital' | 'authority'>,
  day: string,
  hour: number,
): Promise<void> {
  const to = instantOf(day, hour);
  await Promise.all([story.hospital, story.authority].map((side) => moveClock(side, to)));
}

async function moveClock({ cast }: Side, to: string): Promise<void> {
  const admin = await cast.as('admin');
  const { institution, now } = await admin.read('/v1/me', Me);
  if (now < to) await admin.act(`org/${institution.id}`, 'move-clock', { to });
}
