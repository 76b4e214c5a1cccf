import type { Cause, ReadOutcome, Take, Unread } from '@mouding/core';
import { unreadable, type Trouble, type Unreadable, type WordIn } from '@mouding/documents';
import { isHeading } from '@mouding/text';

/** What is no text and is kept as it is: a scan, a table, slides. */
const ATTACHED: readonly Trouble[] = ['pdf', 'ofd', 'picture', 'spreadsheet', 'presentation'];

/** What only an office program can open, or did not open. */
const UNCONVERTED: readonly Trouble[] = ['not-convertible', 'conversion-failed', 'rich-text'];

/** What is wrong without harm to anybody who opens it. Everything else is withheld. */
const HARMLESS: readonly Trouble[] = [
  ...ATTACHED,
  ...UNCONVERTED,
  'empty',
  'file-too-large',
  'encrypted',
  'not-a-document',
  'broken',
  'too-long',
  'timeout',
  'failed',
];

/** Why another original is asked for; null for what is kept as an attachment. */
export function causeOf(trouble: Trouble): Cause | null {
  if (ATTACHED.includes(trouble)) return null;
  if (UNCONVERTED.includes(trouble)) return 'not-converted';
  return HARMLESS.includes(trouble) ? 'unreadable' : 'unsafe';
}

/** What its sender is told, without anything out of the file. */
function unreadOf(trouble: Trouble): Unread {
  const { zh, en, mend } = unreadable(trouble);
  return { code: trouble, said: { zh, en }, needs: { ...mend }, unsafe: !HARMLESS.includes(trouble) };
}

export const notRead = ({ trouble }: Pick<Unreadable, 'trouble'>): ReadOutcome => ({
  found: 'nothing',
  cause: causeOf(trouble),
  trouble: unreadOf(trouble),
});

/** Whether somebody has to say first how the file is read. */
export const asksAboutRevisions = ({ revisions }: WordIn, take: Take | null): boolean =>
  revisions.count > 0 && take === null;

/** What was recognised, counted. */
export function recognisedIn(word: WordIn): Extract<ReadOutcome, { found: 'text' }>['recognised'] {
  const of = (keep: (kind: WordIn['paragraphs'][number]['kind']) => boolean): number =>
    word.paragraphs.filter(({ kind }) => keep(kind)).length;
  return {
    headings: of(isHeading),
    clauses: of((kind) => kind === 'clause'),
    tables: of((kind) => kind === 'table'),
    pictures: word.pictures.length,
    revisions: word.revisions.count,
    comments: word.comments.length,
    residue: word.residue.length,
    notImported: word.notImported.length,
  };
}
