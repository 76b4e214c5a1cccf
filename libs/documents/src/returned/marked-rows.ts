import { isHeading } from '@mouding/text';
import type { WordIn, WordParagraph, WordRevision } from '../word-in/word.ts';

/** What somebody did to a text that was sent round: one paragraph changed, or one comment. */
export interface MarkedRow {
  readonly how: 'revision' | 'comment';
  /** The author as the program has it; a claim of the file, for whoever confirms it. */
  readonly by: string;
  /** 第三章 › 一、: the headings above it. */
  readonly about: string;
  /** The node that the paragraph carries; null where its mark was lost. */
  readonly anchor: string | null;
  readonly quote: string | null;
  readonly wording: string;
  /** The paragraph as it would read; null for a comment. */
  readonly proposed: string | null;
}

/**
 * Tracked changes and comments of a text that came back, each as an opinion to be confirmed: the changes of a paragraph
 * are one, each comment is one, in the order of the text.
 *
 * @param accepted the file read with all changes taken
 * @param rejected the same file with none taken: what stood there before
 */
export function markedRows(accepted: WordIn, rejected: WordIn): readonly MarkedRow[] {
  const before = new Map(
    rejected.paragraphs.flatMap(({ anchor, text }) => (anchor === null ? [] : [[anchor, text] as const])),
  );
  return accepted.paragraphs.flatMap((paragraph, at) => {
    const about = headingsAbove(accepted.paragraphs, at);
    return [
      ...revised(accepted, before, { paragraph, at, about }),
      ...commented(accepted, { paragraph, at, about }),
    ];
  });
}

interface Place {
  readonly paragraph: WordParagraph;
  readonly at: number;
  readonly about: string;
}

const LONGEST_HEADING = 40;

/** The headings that a paragraph stands under, outermost first. */
function headingsAbove(paragraphs: readonly WordParagraph[], at: number): string {
  const path: string[] = [];
  let depth = Number.POSITIVE_INFINITY;
  for (let i = at; i >= 0; i--) {
    const each = paragraphs[i];
    if (!each || !isHeading(each.kind) || each.depth >= depth) continue;
    path.unshift(each.text.split('\n')[0]?.slice(0, LONGEST_HEADING) ?? '');
    depth = each.depth;
  }
  return path.join(' › ');
}

function revised(
  { revisions }: WordIn,
  before: ReadonlyMap<string, string>,
  { paragraph, at, about }: Place,
): readonly MarkedRow[] {
  const changes = revisions.list.filter((each) => each.paragraph === at && each.how !== 'format');
  if (changes.length === 0) return [];
  const { anchor, text } = paragraph;
  return [
    {
      how: 'revision',
      by: [...new Set(changes.map(({ by }) => by))].filter((by) => by !== '').join('、'),
      about,
      anchor,
      quote: (anchor === null ? undefined : before.get(anchor)) ?? firstOut(changes),
      wording: wordsOf(changes),
      proposed: text,
    },
  ];
}

const isOut = ({ how }: WordRevision): boolean => how === 'out' || how === 'moved-out' || how === 'row-out';

const firstOut = (changes: readonly WordRevision[]): string | null =>
  changes.find((each) => isOut(each) && each.text.trim() !== '')?.text ?? null;

/** 将“A”改为“B”；增加“C”；删去“D”: what was struck out directly before something new was replaced by it. */
function wordsOf(changes: readonly WordRevision[]): string {
  const said: string[] = [];
  for (const [i, change] of changes.entries()) {
    const earlier = changes[i - 1];
    const text = change.text.trim();
    if (text === '') continue;
    if (isOut(change)) said.push(`删去“${text}”`);
    else if (earlier && isOut(earlier) && earlier.text.trim() !== '')
      said.splice(-1, 1, `将“${earlier.text.trim()}”改为“${text}”`);
    else said.push(`增加“${text}”`);
  }
  return said.length === 0 ? '调整段落' : `${said.join('；')}。`;
}

const commented = ({ comments }: WordIn, { paragraph, at, about }: Place): readonly MarkedRow[] =>
  comments
    .filter((each) => each.paragraph === at && each.text.trim() !== '')
    .map(({ by, text, quote }) => ({
      how: 'comment' as const,
      by,
      about,
      anchor: paragraph.anchor,
      quote: quote.trim() === '' ? null : quote,
      wording: text.trim(),
      proposed: null,
    }));
