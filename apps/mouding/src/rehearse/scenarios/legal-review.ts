import { dayOf, definitionJson, isTogether, type Definition } from '@mouding/core';
import { revise } from '../plays/revision.ts';
import { itemOf, office, overview, type Story } from '../story.ts';

/** 合法性审查 before the dean's meeting, seven working days. */
const REVIEW = {
  id: 'legal-review',
  kind: 'review@1',
  title: '合法性审查',
  with: { method: 'lawyers' },
  lasts: { n: 7, unit: 'working' },
  then: { reviewed: 'dean-meeting', returned: 'revision' },
  basis: '重大行政决策程序暂行条例第二十五条（参照）',
};

/** The procedure with the review put in and two thirds of the congress asked for. */
export function withReview(definition: Definition): unknown {
  const { congress } = definition.bodies;
  if (!congress) throw new Error(`${definition.id} has no congress`);
  const steps = definition.steps.flatMap((step): readonly unknown[] =>
    !isTogether(step) && step.id === 'revision'
      ? [{ ...step, then: { revised: REVIEW.id } }, REVIEW]
      : [step],
  );
  const pass = { base: 'all', num: 2, den: 3, strict: false } as const;
  const bodies = { ...definition.bodies, congress: { ...congress, pass } };
  return { ...(definitionJson(definition) as object), bodies: JSON.parse(JSON.stringify(bodies)), steps };
}

/** The revision ends, a lawyer's signed opinion is recorded, and the review with it. */
export async function reviewed(story: Story): Promise<void> {
  await revise(story, []);
  const clerk = await office(story);
  const { stream } = await itemOf(story, REVIEW.id, 'review');
  await clerk.act(stream, 'record-opinion', {
    reviewer: { name: '某律师事务所律师' },
    verdict: 'agree',
    words: '未发现与现行规定相抵触之处。',
    elsewhere: { happened: dayOf((await overview(story)).now), medium: 'paper', book: '法律意见书第3号' },
  });
  await clerk.act(stream, 'close', { outcome: 'reviewed' });
}
