import { mintFrom, treeOf, type Tree } from '@mouding/text';
import type { ReadText } from '../stages/reading/read-text.ts';
import type { Fact } from '../stream.ts';
import { submitted as chapterSubmitted } from './countersigned.ts';
import { docx, submitted } from './contributions.ts';
import { fileOf, mixed, treeRefOf } from './given.ts';

/** An original that came without a text, what is read from it, and the same after 导入核对. */
export const original = fileOf(docx);
const tree = (text: string): Tree => treeOf(text, { salt: 'ab', mint: mintFrom(mixed, 'read') });
export const READ = tree('一、专科\n建设三个专科。\n');
export const text = treeRefOf(READ);

export const recognised = {
  headings: 1,
  clauses: 1,
  tables: 0,
  pictures: 0,
  revisions: 0,
  comments: 0,
  residue: 0,
  notImported: 0,
};
export const trouble = {
  code: 'conversion-failed',
  said: { zh: '旧版 Word 或 WPS 文件转换失败。', en: 'It could not be converted.' },
  needs: { zh: '请另存为 .docx', en: 'Save it as .docx' },
  unsafe: false,
};

/** What the worker says. */
export const says = (outcome: ReadText['outcome'], more: Partial<ReadText> = {}): ReadText => ({
  original,
  department: null,
  outcome,
  ...more,
});
export const aText = { found: 'text', text, recognised, take: null, pictures: [] } as const;
export const aFailure = { found: 'nothing', cause: 'not-converted', trouble } as const;
export const aScan = { found: 'nothing', cause: null, trouble } as const;
export const withRevisions = { found: 'revisions', revisions: 3, comments: 1 } as const;

export const sent = submitted({ text: null, original });
export const chapterSent = chapterSubmitted('', { text: null, original });
export const read = (more: object = {}): Fact => ({
  type: 'TextRead',
  data: { original, department: null, text, recognised, take: null, pictures: [], ...more },
});
export const found: Fact = {
  type: 'RevisionsFound',
  data: { original, department: null, revisions: 3, comments: 1 },
};
export const confirmed: Fact = { type: 'TextConfirmed', data: { text } };
