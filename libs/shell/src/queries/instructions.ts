import type { InstructionList } from '@mouding/contract';
import { parseStream, streamName, type StreamName } from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { seesHowMade } from './cited-texts.ts';
import { entriesOf } from './entries.ts';
import { asked, seen, sees, type Reader } from './reader.ts';
import { wordingOf } from './sealed-wording.ts';

/**
 * 批示 on the chapters of a case that the reader sees with how they were made, in the order of the chapters.
 *
 * @throws ProblemError not-found
 */
export async function instructions(reader: Reader, id: string): Promise<InstructionList> {
  const { ledger, visitor } = reader;
  const exists = await asked(reader, (known) => known.state('case', id) !== undefined);
  if (!exists || !(await sees(reader, 'case', id))) throw new ProblemError('not-found');
  const items = await seen(reader, await ledger.itemsOfCase(visitor.institution, id));
  const chapters = items.filter(({ kind }) => kind === 'chapter');
  const lists = await Promise.all(chapters.map((item) => givenOn(reader, streamName('chapter', item.id))));
  return { items: lists.flat() };
}

async function givenOn(reader: Reader, chapter: StreamName): Promise<InstructionList['items']> {
  const { id } = parseStream(chapter);
  if (!(await seesHowMade(reader, 'chapter', id))) return [];
  const { title, posts } = await asked(reader, (known) => ({
    title: known.state('chapter', id)?.context.title ?? '',
    posts: new Map(known.org.context.posts.map((post) => [post.id, post.title])),
  }));
  const entries = (await entriesOf(reader, chapter)).filter(({ type }) => type === 'ChapterInstructed');
  const said = new Map((await wordingOf(reader, entries)).map((one) => [one.version, one.said]));
  return entries.map(({ version, at, actor, data }) => ({
    chapter,
    title,
    no: Number(data['no']),
    at,
    post: actor.post === null ? null : (posts.get(actor.post) ?? null),
    department: typeof data['to'] === 'string' ? data['to'] : '',
    words: wordsIn(said.get(version)),
  }));
}

const wordsIn = (said: { readonly [key: string]: unknown } | null | undefined): string | null =>
  typeof said?.['words'] === 'string' ? said['words'] : null;
