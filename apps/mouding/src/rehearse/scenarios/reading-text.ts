import { planOpinions } from '../opinions.ts';
import { itemsOf, moveTo, office, overview, type Story } from '../story.ts';

/** The stages that stand open, by their ids. */
export const openStages = async (story: Story): Promise<string> =>
  (await overview(story)).stages.flatMap(({ id, state }) => (state === 'open' ? [id] : [])).join();

export const outcomeOf = async (story: Story, stage: string): Promise<string | null | undefined> =>
  (await overview(story)).stages.find(({ id }) => id === stage)?.outcome;

/** The text of the plan as it stands, read through its manuscript. */
export async function contentOf(story: Story): Promise<string> {
  const clerk = await office(story);
  const { texts } = await overview(story);
  const stream = (await manuscriptOf(story)) ?? '';
  return texts.manuscript ? (await clerk.bytesOf(stream, texts.manuscript)).toString('utf8') : '';
}

export const manuscriptOf = async (story: Story): Promise<string | undefined> =>
  (await itemsOf(story, 'revision', 'manuscript')).at(-1)?.stream;

/** 修改: one passage, for the reason that a meeting gave. */
export async function reviseFor(story: Story, cites: string, on: string): Promise<void> {
  await moveTo(story, on, 10);
  const clerk = await office(story);
  const { texts } = await overview(story);
  const [passage] = planOpinions(await contentOf(story), 1, story.random);
  const quote = passage?.quote ?? '';
  const edits = [{ quote, replacement: `${quote}（已按会议意见完善）`, cites, reason: '按会议意见修改' }];
  const body = { base: texts.manuscript, label: '送审稿', edits, done: true };
  await clerk.act((await manuscriptOf(story)) ?? '', 'revise', body);
}
