import { isTree, streamName, type Kind, type Refusal, type TextRef } from '@mouding/core';
import { codeOf, type DraftMeta } from '@mouding/documents';
import type { Entry } from '@mouding/evidence';
import type { Tree } from '@mouding/text';
import { draftsOf, labelOf } from '../papers/drafts.ts';
import { houseOf } from '../papers/house.ts';
import { isIssued } from '../papers/view.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { citedBy, citedText, citedTree } from '../queries/cited-texts.ts';
import { entriesOf } from '../queries/entries.ts';
import { asked, sees, type Reader } from '../queries/reader.ts';

/** A version of a text that the reader may open. */
export interface DraftText {
  readonly ref: TextRef;
  /** 征求意见稿（第3稿）; of other things than a manuscript 第3稿. */
  readonly label: string;
  /** With its nodes; as plain words while it is no 条目化文稿. */
  readonly content: Tree | string;
  /** When it came to be. */
  readonly at: string;
  /** 内部资料: it is not issued. */
  readonly isInternal: boolean;
  /** What the plan is called, or the thing whose text it is. */
  readonly plan: string;
  readonly institution: string;
  /** Of the stream that it was read through. */
  readonly entries: readonly Entry[];
}

/**
 * A version of a manuscript, by default the one of now.
 *
 * @throws ProblemError not-found for what is not there and what the reader may not see
 */
export async function draftText(reader: Reader, id: string, hash?: string): Promise<DraftText> {
  const context = await asked(reader, (known) => known.state('manuscript', id)?.context);
  if (!context || !(await sees(reader, 'manuscript', id))) throw new ProblemError('not-found');
  const wanted = hash ?? context.text?.hash;
  if (wanted === undefined) throw new ProblemError('not-found');
  const entries = await entriesOf(reader, streamName('manuscript', id));
  const drafts = await draftsOf(reader, context.case);
  const { ref, content } = await versionOf(reader, 'manuscript', id, { entries, hash: wanted });
  return {
    ref,
    content,
    entries,
    label: labelOf(drafts, ref, context.label),
    at: drafts.findLast((draft) => draft.ref.hash === wanted)?.at ?? (await lastAt(reader, entries)),
    isInternal: !(await isIssued({ reader, caseId: context.case }, ref)),
    plan: await planOf(reader, context.case),
    institution: (await houseOf(reader)).institution,
  };
}

/** A text that a stream cites, by its entries. @throws ProblemError not-found */
export async function versionOf(
  reader: Reader,
  kind: Kind,
  id: string,
  { entries, hash }: { readonly entries: readonly Entry[]; readonly hash: string },
): Promise<Pick<DraftText, 'ref' | 'content'>> {
  const ref: TextRef = { scheme: citedBy(entries).trees.has(hash) ? 'tree@1' : 'blob-sha256@1', hash };
  const read = isTree(ref) ? citedTree : citedText;
  return { ref, content: await read(reader, kind, id, hash) };
}

const lastAt = async ({ ledger, visitor }: Reader, entries: readonly Entry[]): Promise<string> =>
  entries.at(-1)?.at ?? ledger.lawNow(visitor.institution);

const planOf = (reader: Reader, caseId: string): Promise<string> =>
  asked(reader, (known) => known.state('case', caseId)?.context.title ?? '');

/** What a file of a draft says of itself on every page. */
export const metaOf = ({ label, ref, institution, at }: DraftText): DraftMeta => ({
  trace: { draft: label, code: codeOf(ref.hash) },
  file: { author: institution, at },
});

/** @throws ProblemError refused where the text has no nodes yet */
export function treeOfDraft({ content, ref }: DraftText): Tree {
  if (typeof content !== 'string') return content;
  throw new ProblemError('refused', { refusal: noTree(ref) });
}

const noTree = ({ hash }: TextRef): Refusal => ({
  because: 'state',
  rule: 'manuscript.tree',
  said: {
    zh: '该稿尚未转换为条目化文稿，不能导出供回收的统稿',
    en: 'This text has no nodes yet: an export of it could not be taken back',
  },
  facts: { hash },
  needs: { zh: '请先转换为条目化文稿，或导出清洁稿', en: 'Convert it first, or export a clean copy' },
});
