import { createHash } from 'node:crypto';
import { CAPACITY_WORDS, wordsOf, type RedlineQuery } from '@mouding/contract';
import {
  cleanPaper,
  codeOf,
  exportDraft,
  INTERNAL,
  redline,
  writeWord,
  type Author,
  type ChangedPlace,
  type Paper,
} from '@mouding/documents';
import { treeOf, type Operation, type Tree } from '@mouding/text';
import { asked, type Reader } from '../queries/reader.ts';
import { draftText, metaOf, treeOfDraft, type DraftText } from './draft-text.ts';
import { withPendingMarks } from './pending-figures.ts';

/** A Word file to be saved. The same text gives the same bytes. */
export interface DraftFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly tag: string;
}

/** 导出统稿: to be edited in Word or WPS and taken back. @throws ProblemError not-found, refused without nodes */
export async function draftFile(reader: Reader, id: string, hash?: string): Promise<DraftFile> {
  const draft = await draftText(reader, id, hash);
  const bytes = await exportDraft(treeOfDraft(draft), draft.ref.hash, metaOf(draft));
  return fileOf(bytes, `${draft.plan}-${draft.label}-统稿`);
}

/** 清洁稿, in which figures that wait to be confirmed are marked 待核. @throws ProblemError not-found */
export async function cleanFile(reader: Reader, id: string, hash?: string): Promise<DraftFile> {
  const { paper, draft } = await cleanDraft(reader, id, hash);
  return fileOf(await writeWord(paper), `${draft.plan}-${draft.label}`);
}

/** The same before it is a file. @throws ProblemError not-found */
export async function cleanDraft(
  reader: Reader,
  id: string,
  hash?: string,
): Promise<{ readonly paper: Paper; readonly draft: DraftText }> {
  const draft = await draftText(reader, id, hash);
  const content = await withPendingMarks(reader, id, draft);
  return { draft, paper: cleanPaper(asTree(content), { ...metaOf(draft), ...across(draft) }) };
}

/** 花脸稿: one version with what changed since another as revisions of Word. @throws ProblemError not-found */
export async function redlineFile(
  reader: Reader,
  id: string,
  { since, text }: RedlineQuery,
): Promise<DraftFile> {
  const now = await draftText(reader, id, text);
  const was = await draftText(reader, id, since);
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

const across = ({ isInternal }: DraftText): { readonly watermark?: string } =>
  isInternal ? { watermark: INTERNAL } : {};

export const asTree = (content: Tree | string): Tree =>
  typeof content === 'string'
    ? treeOf(content, { salt: '00', mint: (at) => `n${String(at).padStart(10, '0')}` })
    : content;

const fileOf = (bytes: Uint8Array, name: string): DraftFile => ({
  bytes,
  name: `${name}.docx`,
  tag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
});

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

function nodesOf(operation: Operation): readonly string[] {
  const own = operation.node === null ? [] : [operation.node];
  if (operation.op === 'split') return [...own, operation.into];
  return operation.op === 'join' ? [...own, operation.next] : own;
}
