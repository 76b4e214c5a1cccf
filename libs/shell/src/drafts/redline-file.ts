import { CAPACITY_WORDS, wordsOf, type RedlineQuery } from '@mouding/contract';
import type { Kind } from '@mouding/core';
import { codeOf, redline, writeWord, type Author, type ChangedPlace } from '@mouding/documents';
import type { Operation } from '@mouding/text';
import { asked, type Reader } from '../queries/reader.ts';
import { across, fileOf, type DraftFile } from './draft-file.ts';
import { draftText, metaOf, type DraftText } from './draft-text.ts';
import { thingText } from './thing-text.ts';
import { nodesOf } from './touched-nodes.ts';

/**
 * 花脸稿: one version of a thing's text with what changed since another as revisions of Word. In that of a manuscript each
 * revision bears the post whose hand it was; elsewhere the house's.
 *
 * @throws ProblemError not-found for a thing, or a version of it, that is not there or that the reader may not see
 */
export async function redlineFile(
  reader: Reader,
  kind: Kind,
  id: string,
  { since, text }: RedlineQuery,
): Promise<DraftFile> {
  const version = (hash?: string): Promise<DraftText> =>
    kind === 'manuscript' ? draftText(reader, id, hash) : thingText(reader, kind, id, hash);
  const now = await version(text);
  const was = await version(since);
  const hands = await handsOf(reader, now);
  const maker: Author = { by: now.institution, at: now.at };
  const author = ({ node }: ChangedPlace): Author => (node === null ? maker : (hands.get(node) ?? maker));
  const meta = metaOf(now);
  const paper = redline(was.content, now.content, {
    ...meta,
    ...across(now),
    trace: {
      draft: `${was.label} ${codeOf(was.ref.hash)} → ${now.label}`,
      code: meta.trace.code,
    },
    author,
  });
  return fileOf(await writeWord(paper), `${now.plan}-${was.label}至${now.label}-花脸稿`);
}

/** Who touched each node last, by the post that did it: posts stand in a red-line, never persons. */
async function handsOf(reader: Reader, { entries }: DraftText): Promise<ReadonlyMap<string, Author>> {
  const org = await asked(reader, (known) => known.org);
  const hands = new Map<string, Author>();
  for (const { at, actor, data } of entries) {
    const post = org.context.posts.find(({ id }) => id === actor.post)?.title;
    const by = post ?? wordsOf(CAPACITY_WORDS, actor.as).zh;
    for (const operation of operationsIn(data))
      for (const node of nodesOf(operation)) hands.set(node, { by, at });
  }
  return hands;
}

/** Operations of a fact that changed the text, as core wrote them. */
function operationsIn(data: object): readonly Operation[] {
  const { changes } = data as {
    readonly changes?: readonly { readonly operations?: readonly Operation[] }[];
  };
  return Array.isArray(changes) ? changes.flatMap(({ operations }) => operations ?? []) : [];
}
