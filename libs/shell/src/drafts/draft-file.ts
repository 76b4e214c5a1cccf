import { createHash } from 'node:crypto';
import { cleanPaper, exportDraft, INTERNAL, writeWord, type Paper } from '@mouding/documents';
import { treeOf, type Tree } from '@mouding/text';
import type { Reader } from '../queries/reader.ts';
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

/** 内部资料 stands across what is not issued. */
export const across = ({ isInternal }: DraftText): { readonly watermark?: string } =>
  isInternal ? { watermark: INTERNAL } : {};

export const asTree = (content: Tree | string): Tree =>
  typeof content === 'string'
    ? treeOf(content, { salt: '00', mint: (at) => `n${String(at).padStart(10, '0')}` })
    : content;

/** The file of these bytes. @param name without its ending */
export const fileOf = (bytes: Uint8Array, name: string): DraftFile => ({
  bytes,
  name: `${name}.docx`,
  tag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
});
