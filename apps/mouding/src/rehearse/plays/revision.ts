import { resourceOf } from '@mouding/contract';
import type { TextRef } from '@mouding/core';
import { itemOf, moveTo, office, type Story } from '../story.ts';
import type { GivenOpinion } from './consultation.ts';

const Manuscript = resourceOf('manuscript');

/**
 * 修改完善: every opinion that was adopted, wholly or partly, leads to a change that cites it; first half of them as
 * the 讨论修改稿, then the rest as the 送审稿, which ends the stage.
 */
export async function revise(story: Story, opinions: readonly GivenOpinion[]): Promise<void> {
  await moveTo(story, story.calendar.revision, 10);
  const { stream } = await itemOf(story, 'revision', 'manuscript');
  const session = await office(story);
  const current = async (): Promise<TextRef | null> =>
    (await session.read(addressIn(stream), Manuscript)).data.text;
  const edits = editsFor(opinions);
  const half = Math.floor(edits.length / 2);
  const first = edits.slice(0, half);
  if (first.length > 0)
    await session.act(stream, 'revise', {
      base: await current(),
      label: '讨论修改稿',
      edits: first,
      done: false,
    });
  await session.act(stream, 'revise', {
    base: await current(),
    label: '送审稿',
    edits: edits.slice(half),
    done: true,
  });
}

const editsFor = (opinions: readonly GivenOpinion[]): readonly object[] =>
  opinions
    .toSorted((a, b) => a.no - b.no)
    .flatMap(({ stream: cites, quote, replacement, disposition }) =>
      replacement === null
        ? []
        : [{ quote, replacement, cites, reason: disposition === 'adopted' ? '采纳' : '部分采纳' }],
    );

const addressIn = (stream: string): string => `/v1/manuscripts/${stream.slice('manuscript/'.length)}`;
