import type { TreeKind } from '@mouding/text';

/** One paragraph or table of a Word file, as a reader of the page sees it: its number stands in its text. */
export interface WordParagraph {
  /** `figure` is a picture that stands alone. */
  readonly kind: TreeKind;
  /** From 1; a clause lies one below the heading above it. */
  readonly depth: number;
  /** Whether a style told the heading (大纲级别) or how it is written; null for what is none. */
  readonly told: 'outline' | 'writing' | null;
  /** Empty paragraphs in front of it: one line feed each. */
  readonly before: string;
  /** Line breaks within it are line feeds; a table has a line `| … | … |` per row. */
  readonly text: string;
  /** The node that its bookmark `_md_<id>` names; null where it has none, or where an earlier paragraph has the same. */
  readonly anchor: string | null;
  /** Of a table: its rows with their cells. Of merged cells the first has the text, the others are empty. */
  readonly rows?: readonly (readonly string[])[];
}

/** 修订: a change that the file carries and nobody has accepted or rejected. */
export interface WordRevision {
  readonly by: string;
  /** As the program wrote it (RFC 3339, often without the zone); empty where it did not. */
  readonly at: string;
  /** `format`: only how something looks; `row` of a table. */
  readonly how: 'in' | 'out' | 'moved-in' | 'moved-out' | 'format' | 'row-in' | 'row-out';
  readonly text: string;
  /** Place in {@link WordIn.paragraphs}; where the paragraph itself is gone, the one that follows. */
  readonly paragraph: number;
}

/** 批注. */
export interface WordComment {
  readonly by: string;
  readonly at: string;
  readonly text: string;
  /** What it is about, word for word; empty where it stands at a point. */
  readonly quote: string;
  readonly paragraph: number;
}

/** A picture, apart from the text: in the text stands 〔图：名称〕. */
export interface WordPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly media: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/bmp' | 'image/tiff' | 'image/webp';
  readonly paragraph: number;
}

/** What a text cannot show, and where it stood. */
export interface NotImported {
  readonly kind:
    | 'chart'
    | 'text-box'
    | 'smart-art'
    | 'drawing'
    | 'formula'
    | 'picture'
    | 'ink'
    | 'form-control'
    | 'hidden-text';
  /** The words in it, as far as it has any. */
  readonly text: string;
  readonly paragraph: number;
}

/** 导入残留 as the file has it: what a program made and no author typed. */
export interface WordResidue {
  readonly kind: 'contents' | 'page-reference' | 'hyperlink' | 'broken-reference' | 'strange-character';
  readonly text: string;
  readonly paragraph: number;
}

/** Something that was read with a doubt, for a person to look at. */
export interface WordWarning {
  readonly zh: string;
  readonly en: string;
  readonly paragraph: number;
}

/** How revisions are read: `accept` all or `reject` all. */
export type TakeRevisions = 'accept' | 'reject';

/** A Word file, read. */
export interface WordIn {
  readonly paragraphs: readonly WordParagraph[];
  /** Empty paragraphs behind the last: one line feed each. */
  readonly end: string;
  readonly revisions: {
    readonly count: number;
    readonly authors: readonly string[];
    readonly list: readonly WordRevision[];
    /**
     * How they were read; null where there are some and nobody said how: the text then reads as if they were accepted,
     * and a person has to be asked.
     */
    readonly taken: TakeRevisions | null;
  };
  readonly comments: readonly WordComment[];
  readonly pictures: readonly WordPicture[];
  readonly notImported: readonly NotImported[];
  /** 页眉页脚, each wording once; fields in them (page numbers) are left out. */
  readonly headersFooters: readonly { readonly where: 'header' | 'footer'; readonly text: string }[];
  readonly residue: readonly WordResidue[];
  readonly warnings: readonly WordWarning[];
  /** Of docProps/custom.xml and core.xml: what an export of ours wrote, and the author as the program has him. */
  readonly properties: Readonly<Record<string, string>>;
}

/** The plain text of the file in the form that checkup, diff and the tree take; ends with a line feed. */
export function textOf({ paragraphs, end }: Pick<WordIn, 'paragraphs' | 'end'>): string {
  if (paragraphs.length === 0) return '';
  return `${paragraphs.map(({ before, text }) => before + text).join('\n')}\n${end}`;
}

/** 导入残留, apart from what the authors did: nobody is to blame for it. */
export const residueOf = ({ residue }: Pick<WordIn, 'residue'>): readonly WordResidue[] => residue;
