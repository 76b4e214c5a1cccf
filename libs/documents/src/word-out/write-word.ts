import {
  Bookmark,
  Document,
  DocumentGridType,
  PageOrientation,
  Packer,
  Paragraph,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import type { Paper } from '../paper/paper.ts';
import { sayable } from '../xml.ts';
import { blocksOf } from './blocks.ts';
import { attachments, imprint, note, signature } from './closing.ts';
import { footers, headers, traceOf } from './edges.ts';
import { addressee, blank, documentHead, letterHead, minutesHead, title } from './head.ts';
import { marks, type Marks } from './marks.ts';
import { fontOf, LINE, mm, pageOf, type Page } from './measures.ts';
import { settled } from './settled.ts';
import { annexBookmark, words } from './runs.ts';
import { STYLE, styles } from './styles.ts';
import type { Place } from './tables.ts';

/** What the file says of itself beside the paper; Word shows it under its own properties. */
export interface WordFile {
  readonly properties?: Readonly<Record<string, string>>;
}

/**
 * A paper as a .docx that Word and WPS open without a question: 22 lines of 28 characters, Word's own headings, real
 * tables, revisions and remarks. The same paper is the same bytes.
 *
 * @throws RangeError for a moment that is none
 * @source GB/T 9704-2012
 */
export async function writeWord(paper: Paper, { properties = {} }: WordFile = {}): Promise<Uint8Array> {
  const page = pageOf(paper);
  const kept = marks();
  const sections = [sectionOf(paper, page, kept)];
  const document = new Document({
    title: sayable(paper.title),
    creator: sayable(paper.file.author),
    lastModifiedBy: sayable(paper.file.author),
    description: sayable(traceOf(paper)),
    customProperties: Object.entries(properties).map(([name, value]) => ({ name, value: sayable(value) })),
    styles,
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    sections,
    ...(kept.remarks().length > 0 ? { comments: { children: kept.remarks() } } : {}),
  });
  return settled(await Packer.toBuffer(document), paper.file.at);
}

function sectionOf(paper: Paper, page: Page, kept: Marks): ISectionOptions {
  const place: Place = { marks: kept, page, isSheet: paper.form === 'sheet' };
  return {
    headers: headers(paper, page),
    footers: footers(paper),
    properties: {
      page: {
        size: {
          width: mm(210),
          height: mm(297),
          orientation: paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: page.margin,
      },
      grid: { type: DocumentGridType.LINES, linePitch: LINE },
      ...(paper.form === 'letter' && paper.head ? { titlePage: true } : {}),
    },
    children: [
      ...front(paper, page),
      ...blocksOf(paper.body, { ...place, holdsNext: paper.signature !== undefined }),
      ...back(paper, place),
    ],
  };
}

/** From the red head down to 主送. */
function front(paper: Paper, page: Page): readonly FileChild[] {
  const titled = title(paper);
  const to = addressee(paper.addressee);
  const parted = titled.length > 0 && paper.form !== 'sheet' ? [...titled, ...blank(1)] : titled;
  return paper.head ? [...head(paper, page), ...blank(2), ...parted, ...to] : [...parted, ...to];
}

function head({ head: stated, form }: Paper, page: Page): readonly FileChild[] {
  if (!stated) return [];
  if (form === 'letter') return letterHead(stated, page);
  return form === 'minutes' ? minutesHead(stated, page) : documentHead(stated, page);
}

/** From 附件说明 down to 版记. */
const back = (paper: Paper, place: Place): readonly FileChild[] => [
  ...attachments(paper),
  ...signature(paper.signature),
  ...note(paper.note),
  ...annexes(paper, place),
  ...imprint(paper.imprint, place.page),
];

/** 附件, each on a page of its own: its number in 黑体, its title on the third line. @source GB/T 9704-2012 §7.3.7 */
const annexes = (paper: Paper, place: Place): readonly FileChild[] =>
  (paper.annexes ?? []).flatMap((annex, at, all): readonly FileChild[] => {
    const label = annex.label ?? (all.length > 1 ? `附件${at + 1}` : '附件');
    const over = label === '' ? {} : { font: fontOf('hei') };
    return [
      new Paragraph({
        style: STYLE.plain,
        pageBreakBefore: true,
        children: [new Bookmark({ id: annexBookmark(at), children: [words(label, over)] })],
      }),
      ...(label === '' ? [] : blank(1)),
      ...title({ ...paper, title: annex.title }),
      ...blank(1),
      ...blocksOf(annex.body, place),
    ];
  });
