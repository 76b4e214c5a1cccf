import { firstDraft } from '../rehearse/first-draft.ts';
import { collectInTime } from '../rehearse/plays/collect.ts';
import { research } from '../rehearse/plays/research.ts';
import { headOf, holderOf, itemsOf, type Story } from '../rehearse/story.ts';
import { playScheme } from '../rehearse/whole-case.ts';

const REASON = '请补齐待核定的数据，并与绩效重点指标一篇的口径保持一致。';

/**
 * A plan until its chapters lie with the vice-president who leads them: each was sent back once and came again, so that
 * what changed since then can be seen.
 */
export async function playUntilSignOff(story: Story, seq: number): Promise<void> {
  await playScheme(story, seq);
  await research(story);
  await collectInTime(story);
  const items = await itemsOf(story, 'chapters', 'chapter');
  for (const { plan, content } of story.chapters) {
    const stream = items.find(({ no }) => no === plan.no)?.stream;
    if (stream === undefined) throw new Error(`no chapter ${plan.no}`);
    const writer = await headOf(story, plan.writer ?? plan.owners[0] ?? '');
    await writer.act(stream, 'submit', { text: await writer.keep(firstDraft(content)) });
    await (await holderOf(story, plan.lead)).act(stream, 'return', { reason: REASON });
    await writer.act(stream, 'submit', { text: await writer.keep(content) });
  }
}
