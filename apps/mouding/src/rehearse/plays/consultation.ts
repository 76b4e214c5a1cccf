import { addDays } from '@mouding/core';
import { inParallel } from '../../in-parallel.ts';
import { planOpinions, type PlannedOpinion } from '../opinions.ts';
import { instantOf } from '../plan-calendar.ts';
import { advance, headOf, itemOf, moveTo, office, overview, type Story } from '../story.ts';
import { returnForm } from './returned-form.ts';

const STAGE = 'consultation';
const ABREAST = 4;

/** An opinion that was given, with the stream in which it stands. */
export interface GivenOpinion extends PlannedOpinion {
  readonly stream: string;
  /** The name of the department that gave it. */
  readonly department: string;
}

/** What each department will answer: no opinion, or one or two. */
export interface Reply {
  readonly department: string;
  readonly opinions: readonly PlannedOpinion[];
}

/** 征求意见: every department answers, 无意见 included; the office proposes what becomes of each opinion. */
export async function consult(story: Story): Promise<readonly GivenOpinion[]> {
  const { calendar } = story;
  const replies = await planReplies(story);
  const half = Math.ceil(replies.length / 2);
  await moveTo(story, calendar.consultation, 9);
  const first = await answer(story, replies.slice(0, half));
  await moveTo(story, addDays(calendar.consultation, 7), 9);
  const given = [...first, ...(await answer(story, replies.slice(half)))];
  await propose(story, given);
  await close(story);
  return given;
}

/** 征求意见 with these replies, all given on its first day; the office proposes what becomes of each opinion. */
export async function consultWith(story: Story, replies: readonly Reply[]): Promise<readonly GivenOpinion[]> {
  await moveTo(story, story.calendar.consultation, 9);
  const given = await answer(story, replies);
  await propose(story, given);
  await close(story);
  return given;
}

/** 知悉: whoever gave an opinion takes note of what became of it. */
export async function takeNote(story: Story, opinions: readonly GivenOpinion[]): Promise<void> {
  for (const { stream, department } of opinions) await (await headOf(story, department)).act(stream, 'note');
}

/** Ends the consultation and its stage, as the office. */
export async function close(story: Story): Promise<void> {
  const { stream } = await itemOf(story, STAGE, 'consultation');
  await (await office(story)).act(stream, 'close');
  await advance(story, STAGE);
}

/** Nobody has an opinion, and everybody says so. */
export async function consultWithout(story: Story): Promise<void> {
  await moveTo(story, story.calendar.consultation, 9);
  await answer(
    story,
    story.hospital.plan.departments.map(({ name }) => ({ department: name, opinions: [] })),
  );
  await close(story);
}

/** Only some departments have answered, and some of their opinions wait for the office. */
export async function consultPartly(story: Story, departments: readonly string[]): Promise<void> {
  await moveTo(story, story.calendar.consultation, 9);
  const replies = (await planReplies(story)).filter(({ department }) => departments.includes(department));
  const given = await answer(story, replies);
  await propose(story, given.slice(0, Math.floor(given.length / 2)));
}

async function planReplies(story: Story): Promise<readonly Reply[]> {
  const { stream } = await itemOf(story, STAGE, 'consultation');
  const { manuscript } = (await overview(story)).texts;
  const bytes = manuscript ? await (await office(story)).bytesOf(stream, manuscript) : Buffer.alloc(0);
  const { departments } = story.hospital.plan;
  const opinions = planOpinions(bytes.toString('utf8'), departments.length + 9, story.random);
  // A third of the departments have none; the rest take the opinions in turn, so that some have two.
  const speaking = departments.filter((_, i) => i % 3 !== 2);
  return departments.map(({ name }) => {
    const place = speaking.findIndex((one) => one.name === name);
    return {
      department: name,
      opinions: place < 0 ? [] : opinions.filter((_, i) => i % speaking.length === place),
    };
  });
}

async function answer(story: Story, replies: readonly Reply[]): Promise<readonly GivenOpinion[]> {
  const given: GivenOpinion[] = [];
  const onForm = story.desk && replies.find(({ opinions }) => opinions.length === 1);
  for (const reply of replies)
    given.push(...(await (reply === onForm ? answerOnForm(story, reply) : answerHere(story, reply))));
  return given;
}

async function answerHere(story: Story, { department, opinions }: Reply): Promise<readonly GivenOpinion[]> {
  const { stream } = await itemOf(story, STAGE, 'consultation');
  const head = await headOf(story, department);
  if (opinions.length === 0) await head.act(stream, 'reply-none');
  const given: GivenOpinion[] = [];
  for (const opinion of opinions) {
    const { quote, wording } = opinion;
    const { made } = await head.act(stream, 'give-opinion', { about: placeOf(quote), quote, wording });
    if (made) given.push({ ...opinion, stream: made, department });
  }
  return given;
}

/** Where departments work in Word, one of those with one opinion returns the form instead of typing it here. */
async function answerOnForm(
  story: Story,
  { department, opinions: [opinion] }: Reply,
): Promise<readonly GivenOpinion[]> {
  if (!story.desk || !opinion) return [];
  const { stream, href } = await itemOf(story, STAGE, 'consultation');
  const at = instantOf(story.calendar.consultation, 9);
  const made = await returnForm(await headOf(story, department), { department, stream, href, at }, opinion);
  story.desk.tally.opinions += 1;
  return [{ ...opinion, stream: made, department }];
}

const placeOf = (quote: string): string => `“${[...quote].slice(0, 12).join('')}”处`;

async function propose(story: Story, opinions: readonly GivenOpinion[]): Promise<void> {
  const session = await office(story);
  await inParallel(opinions, ABREAST, ({ stream, disposition, reason }) =>
    session.act(stream, 'propose', { disposition, reason }),
  );
}
