import type { DraftPreview, ReturnedDraft } from '@mouding/contract';
import { isTree } from '@mouding/core';
import {
  convertInChild,
  DRAFT_PROPERTY,
  draftBack,
  isUnreadable,
  type DraftBack,
  type Unreadable,
  type WordIn,
} from '@mouding/documents';
import { sha256 } from '@mouding/ledger';
import { applyOperations, changedNodes, isMisfit, mintFrom, type Tree } from '@mouding/text';
import type { OriginalConverter } from '../originals/converter.ts';
import { broughtFile } from '../queries/brought-file.ts';
import { citedBy } from '../queries/cited-texts.ts';
import type { Reader } from '../queries/reader.ts';
import { draftText, treeOfDraft, type DraftText } from './draft-text.ts';

/** The largest draft that is taken back. */
const MOST_BYTES = 20_000_000;

/**
 * 统稿回收: what an edited draft would change, on the text that it was exported from. It is then given with
 * `manuscript.revise` on that base, in as many changes as have different grounds. Nothing is recorded.
 *
 * @param converter for .doc and .wps; null where none is installed
 * @throws ProblemError not-found for a manuscript, refused for an original, that is not there for the reader, and where
 *   the text has no nodes
 */
export async function draftPreview(
  reader: Reader,
  id: string,
  { file }: ReturnedDraft,
  converter: OriginalConverter = null,
): Promise<DraftPreview> {
  const current = await draftText(reader, id);
  treeOfDraft(current);
  const brought = await broughtFile(reader, file.hash, MOST_BYTES);
  const word =
    brought && (await convertInChild(brought.bytes, brought.name, { revisions: 'accept', converter }));
  if (!word) return unread(TOO_LARGE);
  if (isUnreadable(word)) return unread(troubleOf(word));
  const { draft, knownBy } = await baseOf(reader, id, current, word);
  const base = treeOfDraft(draft);
  const back = draftBack(word, base, mintFrom(sha256, `${file.hash}/${draft.ref.hash}`));
  return {
    base: draft.ref,
    current: current.ref,
    knownBy,
    ...shown(base, back, word),
    notices: noticesOf(base, back, knownBy, draft.ref.hash === current.ref.hash),
    trouble: null,
  };
}

interface Base {
  readonly draft: DraftText;
  readonly knownBy: DraftPreview['knownBy'];
}

/** The text that the file was exported from, if it is one of this manuscript; otherwise the one of now. */
async function baseOf(reader: Reader, id: string, current: DraftText, { properties }: WordIn): Promise<Base> {
  const root = properties[DRAFT_PROPERTY.root];
  if (root === current.ref.hash) return { draft: current, knownBy: 'root' };
  const known = root !== undefined && citedBy(current.entries).trees.has(root);
  const draft = known ? await draftText(reader, id, root) : current;
  return { draft, knownBy: known && isTree(draft.ref) ? 'root' : 'words' };
}

type Shown = Omit<DraftPreview, 'base' | 'current' | 'knownBy' | 'notices' | 'trouble'>;

function shown(base: Tree, back: DraftBack, word: WordIn): Shown {
  const result = applyOperations(base, back.operations);
  if (isMisfit(result)) throw new Error(`an alignment does not fit its own tree: ${result.misfit}`);
  return {
    operations: back.operations.map((operation) => ({ ...operation })),
    changed: changedNodes(base, result).map(({ node, changes, was, now }) => ({
      node,
      changes: [...changes],
      was: was && { ...was },
      now: now && { ...now },
    })),
    doubtful: back.doubtful.map((doubt) => ({ ...doubt })),
    tables: [...back.tables],
    order: [...back.order],
    lostIds: [...back.lostIds],
    revisions: { count: back.revisions.count, authors: [...back.revisions.authors] },
    comments: back.comments.map(({ by, at, text, quote, paragraph }) => ({
      by,
      at,
      text,
      quote,
      node: word.paragraphs[paragraph]?.anchor ?? null,
    })),
  };
}

function noticesOf(
  base: Tree,
  back: DraftBack,
  knownBy: Base['knownBy'],
  isCurrent: boolean,
): DraftPreview['notices'] {
  const notices = [];
  if (knownBy === 'words')
    notices.push({
      zh: '文件不是本文稿导出的统稿，已按文字与现稿比对，请逐条核对',
      en: 'This file is no export of this manuscript: it was compared by its words, so look at each change',
    });
  if (!isCurrent)
    notices.push({
      zh: '文件出自较早的一稿；提交时将并入现稿，同一条文另有修改的须先核对',
      en: 'The file is of an older version; it will be taken onto the newest, clause by clause',
    });
  if (back.revisions.count > 0)
    notices.push({
      zh: `文件中有${back.revisions.count}处未接受的修订，已按全部接受读取`,
      en: `${back.revisions.count} tracked changes were read as if accepted`,
    });
  if (knownBy === 'root' && back.lostIds.length > base.nodes.length / 2)
    notices.push({
      zh: '文件中多数条文的标记已丢失，已按文字认出，请核对存疑之处',
      en: 'Most marks were lost: clauses were told by their words',
    });
  if (back.operations.length === 0) notices.push({ zh: '文字没有变化', en: 'Nothing has changed' });
  return notices;
}

type Trouble = NonNullable<DraftPreview['trouble']>;

const unread = (trouble: Trouble): DraftPreview => ({
  base: null,
  current: null,
  knownBy: 'words',
  operations: [],
  changed: [],
  doubtful: [],
  tables: [],
  order: [],
  lostIds: [],
  revisions: { count: 0, authors: [] },
  comments: [],
  notices: [],
  trouble,
});

const troubleOf = ({ zh, en, mend }: Unreadable): Trouble => ({ zh, en, needs: mend });

const TOO_LARGE: Trouble = {
  zh: '文件过大。',
  en: 'The file is too large.',
  needs: {
    zh: '请压缩图片后另存为 .docx 重新上传。',
    en: 'Compress its pictures, save it as .docx and upload it again.',
  },
};
