import { ReadingView, Resource } from '@mouding/contract';
import type { FileRef, TextRef } from '@mouding/core';
import { until } from 'mouding/until';
import type { Who } from './institutions.ts';
import { keepFile, read, type Stage } from './stage.ts';
import { revisedFile } from './word-files.ts';

interface Seen {
  readonly reading: ReadingView | null;
  readonly text: TextRef | null;
}

/** How far the original of a contribution or a chapter has come. */
export async function readingOf(stage: Stage, who: Who, stream: string): Promise<Seen> {
  const [kind, id] = stream.split('/');
  const { data } = Resource.parse(await read(stage, who, `/v1/${kind}s/${id}`));
  return { reading: ReadingView.nullable().parse(data['reading']), text: data['text'] as TextRef | null };
}

/** Waits until the worker is done with an original. */
export const untilRead = (stage: Stage, who: Who, stream: string): Promise<Seen> =>
  until(`the original of ${stream} to be read`, async () => {
    const seen = await readingOf(stage, who, stream);
    return seen.reading?.standing === 'waiting' ? undefined : seen;
  });

/** A Word file with a tracked change, brought by its sender. */
export const bringRevised = async (stage: Stage, who: Who, words: string): Promise<FileRef> =>
  keepFile(stage, who, await revisedFile(`一、总体目标\n${words}三个。\n`, `一、总体目标\n${words}四个。\n`));

/**
 * 收件 before 核对: an original with tracked changes was handed in; it is said how they are read, what was recognised is
 * checked, and the text confirmed, by its head and from paper.
 */
export async function checkThrough(
  stage: Stage,
  { stream, sender, paper }: { readonly stream: string; readonly sender: Who; readonly paper: object },
): Promise<void> {
  const [kind] = stream.split('/');
  const give = (who: Who, act: string, body: object) => stage.give(who, `${kind}.${act}`, stream, body);
  await untilRead(stage, sender, stream);
  await give(sender, 'choose-revisions', { take: 'accept' });
  const { text } = await untilRead(stage, sender, stream);
  await give('office', 'check-import', { text });
  await give(sender, 'confirm-text', { text });
  await give('office', 'record-confirmation', { text, ...paper });
}
