import { itemOf, moveTo, office, type Story } from '../story.ts';

/** 汇编初稿: the office asks, the server joins the chapters that were signed off. */
export async function draft(story: Story): Promise<void> {
  await moveTo(story, story.calendar.draft, 10);
  const { stream } = await itemOf(story, 'draft', 'manuscript');
  await (await office(story)).act(stream, 'compile', { label: '初稿' });
}
