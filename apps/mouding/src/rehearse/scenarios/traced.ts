import { resourceOf } from '@mouding/contract';
import { stagesOf, type Definition, type TextRef } from '@mouding/core';
import { checkup, type Finding } from '@mouding/text';
import { itemOf, office, type Story } from '../story.ts';

const Manuscript = resourceOf('manuscript');

/** The shipped procedure in which an opinion that was adopted must leave a trace, and 30 days are the least to be asked. */
export function withTraces(definition: Definition): Definition {
  const revision = { uncited: 'block' };
  const floor = { n: 30, unit: 'natural', basis: '重大行政决策程序暂行条例第十五条（参照）' };
  const consultation = { ask: 'all-departments', days: 30, unit: 'natural', floor };
  const params: { readonly [stage: string]: { readonly [name: string]: unknown } } = {
    revision,
    consultation,
  };
  if (stagesOf(definition).filter(({ id }) => id in params).length !== 2)
    throw new Error(`${definition.id} has no consultation, or no revision`);
  return {
    ...definition,
    id: `${definition.id}-traced`,
    title: `${definition.title}（采纳须有修改）`,
    steps: definition.steps.map((step) => {
      const set = params[step.id];
      return set && !('together' in step) ? { ...step, with: set } : step;
    }),
  };
}

/** The manuscript while a stage changes it: its stream and its text. */
export async function changing(
  story: Story,
  stage: string,
): Promise<{ readonly stream: string; readonly text: TextRef; readonly content: string }> {
  const clerk = await office(story);
  const { stream, href } = await itemOf(story, stage, 'manuscript');
  const { data } = await clerk.read(href, Manuscript);
  if (!data.text) throw new Error('there is no text to change');
  return { stream, text: data.text, content: (await clerk.bytesOf(stream, data.text)).toString('utf8') };
}

/** 文稿校核 of a text, what it says of two places that give one indicator different values. */
export const contradictions = (content: string): readonly Finding[] =>
  checkup(content).filter(({ rule }) => rule === 'IND_CONFLICT');
