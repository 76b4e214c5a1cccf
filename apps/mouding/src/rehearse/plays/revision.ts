import { resourceOf } from '@mouding/contract';
import type { TextRef } from '@mouding/core';
import { instantOf } from '../plan-calendar.ts';
import { itemOf, moveTo, office, type Story } from '../story.ts';
import { treeOf } from '../tree-of.ts';
import type { GivenOpinion } from './consultation.ts';
import { throughWord, type CameBack, type WordEdit } from './word-draft.ts';

const Manuscript = resourceOf('manuscript');

/**
 * 修改完善: every opinion that was adopted, wholly or partly, leads to a change that cites it; first half of them as
 * the 讨论修改稿, in Word where the story has a desk, then the rest as the 送审稿, which ends the stage.
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
  const base = await current();
  const typed = await inWord(story, stream, base, first);
  if (first.length > 0)
    await session.act(stream, 'revise', {
      base,
      label: '讨论修改稿',
      ...(typed ? { edits: [], operations: typed.changes } : { edits: first }),
      done: false,
    });
  await session.act(stream, 'revise', {
    base: await current(),
    label: '送审稿',
    edits: [...(typed?.rest ?? []), ...edits.slice(half)],
    done: true,
  });
}

/** Takes edits through Word; null where nobody works in Word, or the text is no tree. */
async function inWord(
  story: Story,
  stream: string,
  base: TextRef | null,
  edits: readonly WordEdit[],
): Promise<CameBack | null> {
  const { desk, calendar } = story;
  if (!desk || !base || edits.length === 0) return null;
  const tree = await treeOf(await office(story), stream, base);
  if (!tree) return null;
  const back = await throughWord(tree, base, edits, instantOf(calendar.revision, 9));
  desk.tally.operations += back.changes.length;
  return back;
}

const editsFor = (opinions: readonly GivenOpinion[]): readonly WordEdit[] =>
  opinions
    .toSorted((a, b) => a.no - b.no)
    .flatMap(({ stream: cites, quote, replacement, disposition }) =>
      replacement === null
        ? []
        : [{ quote, replacement, cites, reason: disposition === 'adopted' ? '采纳' : '部分采纳' }],
    );

const addressIn = (stream: string): string => `/v1/manuscripts/${stream.slice('manuscript/'.length)}`;
