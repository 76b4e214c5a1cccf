import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';
import { NotRead } from './unreadable.ts';
import type {
  NotImported,
  TakeRevisions,
  WordComment,
  WordParagraph,
  WordPicture,
  WordResidue,
  WordRevision,
  WordWarning,
} from './word.ts';

/** A paragraph before it is known whether it is a heading. */
export interface RawParagraph extends Omit<WordParagraph, 'kind' | 'depth' | 'told'> {
  readonly outline: number | undefined;
}

/** What was found on the way. */
export interface Found {
  readonly paragraphs: RawParagraph[];
  readonly revisions: WordRevision[];
  readonly comments: WordComment[];
  readonly pictures: WordPicture[];
  readonly notImported: NotImported[];
  readonly residue: WordResidue[];
  readonly warnings: WordWarning[];
}

/** What is being written: a paragraph, or a paragraph in a cell. */
export interface Pen {
  text: string;
  /** Lines of a 目录 that a program made. */
  contents: string;
  anchor: string | null;
  /** Notes that stand at its end. */
  readonly notes: string[];
}

/** 域: its instruction until the separator, what it shows behind. */
export interface Field {
  instruction: string;
  shows: boolean;
}

/** A comment that began and has not ended. */
export interface OpenComment {
  quote: string;
  readonly paragraph: number;
}

/** A file while it is read from its first paragraph to its last. */
export interface Story {
  readonly take: TakeRevisions;
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** Texts of footnotes and endnotes by the kind of their reference and id: `w:footnoteReference 2`. */
  readonly notes: ReadonlyMap<string, string>;
  /** Where a hyperlink leads, by relation. */
  readonly linkOf: (relation: string) => string | undefined;
  readonly imageOf: (relation: string) => Buffer | undefined;
  readonly commentOf: (id: string) => Pick<WordComment, 'by' | 'at' | 'text'> | undefined;
  /** Whether a 目录 that a program made is left out. */
  readonly leavesContentsOut: boolean;
  readonly found: Found;
  pen: Pen;
  /** What a paragraph whose mark is gone leaves to the next. */
  carried: Pen | null;
  /** Empty paragraphs since the last. */
  blank: string;
  /** A bookmark between paragraphs: it belongs to the next. */
  pendingAnchor: string | null;
  readonly anchors: Set<string>;
  readonly fields: Field[];
  /** How deep in a 目录 that is marked as one. */
  contents: number;
  /** How deep in what is not taken. */
  hidden: number;
  /** Texts of the revisions that are open. */
  readonly revising: { text: string }[];
  /** Whether the last revision goes on: nothing stood between. */
  goesOn: boolean;
  readonly commenting: Map<string, OpenComment>;
  readonly pictureNames: Map<string, number>;
  /** Characters that may still come. */
  left: number;
}

export const freshPen = (): Pen => ({ text: '', contents: '', anchor: null, notes: [] });

/** The place of the paragraph that is being read. */
export const here = (story: Story): number => story.found.paragraphs.length;

const TOC = /^\s*TOC\b/i;

/** Whether what is read stands in a 目录 that a program made. */
export const isInContents = (story: Story): boolean =>
  story.leavesContentsOut &&
  (story.contents > 0 || story.fields.some(({ shows, instruction }) => shows && TOC.test(instruction)));

/** Puts words where they belong: into the text, into a revision that is not taken, or nowhere. */
export function write(story: Story, text: string): void {
  if (text === '' || story.fields.some(({ shows }) => !shows)) return;
  story.left -= text.length;
  if (story.left < 0) throw new NotRead('too-long');
  for (const revision of story.revising) revision.text += text;
  if (story.revising.length === 0) story.goesOn = false;
  if (story.hidden === 0) put(story, text);
}

function put(story: Story, text: string): void {
  if (isInContents(story)) {
    story.pen.contents += text;
    return;
  }
  story.pen.text += text;
  for (const comment of story.commenting.values()) comment.quote += text;
}
