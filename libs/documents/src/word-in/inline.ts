import { chosen, miss, readDrawing } from './drawings.ts';
import { childOf, elementsOf, isOn, wordsIn, type Element } from './element.ts';
import { here, isInContents, write, type Story } from './story.ts';
import { symbolOf } from './symbols.ts';
import type { WordRevision } from './word.ts';

type Reader = (element: Element, story: Story) => void;

/** Reads what stands in a paragraph, in its order; what is not known is passed over. */
export function readInline(parent: Element, story: Story): void {
  for (const child of elementsOf(parent)) INLINE.get(child.name)?.(child, story);
}

const INLINE: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['w:r', readRun],
  ['w:ins', (element, story) => readRevised(element, story, 'in')],
  ['w:moveTo', (element, story) => readRevised(element, story, 'moved-in')],
  ['w:del', (element, story) => readRevised(element, story, 'out')],
  ['w:moveFrom', (element, story) => readRevised(element, story, 'moved-out')],
  ['w:hyperlink', readHyperlink],
  ['w:fldSimple', readSimpleField],
  ['w:smartTag', readInline],
  ['w:customXml', readInline],
  ['w:dir', readInline],
  ['w:bdo', readInline],
  ['w:sdt', (element, story) => readInside(element, 'w:sdtContent', story)],
  ['w:bookmarkStart', readBookmark],
  ['w:commentRangeStart', openComment],
  ['w:commentRangeEnd', (element, story) => closeComment(element.attributes.get('w:id') ?? '', story)],
  ['m:oMath', readFormula],
  ['m:oMathPara', readFormula],
  ['mc:AlternateContent', (element, story) => readInline(chosen(element), story)],
]);

const sign =
  (text: string): Reader =>
  (_, story) =>
    write(story, text);

const RUN: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['w:t', writeWords],
  ['w:delText', writeWords],
  ['w:tab', sign('\t')],
  ['w:ptab', sign('\t')],
  ['w:noBreakHyphen', sign('-')],
  ['w:cr', sign('\n')],
  ['w:br', readBreak],
  ['w:sym', readSymbol],
  ['w:fldChar', readFieldSign],
  ['w:instrText', readInstruction],
  ['w:delInstrText', readInstruction],
  ['w:drawing', readDrawing],
  ['w:pict', readDrawing],
  ['w:object', readDrawing],
  ['mc:AlternateContent', (element, story) => readRun(chosen(element), story)],
  ['w:footnoteReference', readNote],
  ['w:endnoteReference', readNote],
  ['w:commentReference', readCommentPoint],
  ['w:ruby', (element, story) => readInside(element, 'w:rubyBase', story)],
]);

function readRun(run: Element, story: Story): void {
  const looks = childOf(run, 'w:rPr');
  if (isOn(looks, 'w:vanish')) {
    const text = wordsIn(run, 'w:t');
    if (text.trim() !== '' && !isInContents(story)) miss(story, 'hidden-text', text);
    return;
  }
  const change = childOf(looks, 'w:rPrChange');
  if (change) noteRevision(story, change, 'format', '');
  for (const child of elementsOf(run)) RUN.get(child.name)?.(child, story);
}

function readInside(element: Element, name: string, story: Story): void {
  const inner = childOf(element, name);
  if (inner) readInline(inner, story);
}

const wordsOf = ({ children }: Element): string =>
  children.filter((child) => typeof child === 'string').join('');

function writeWords(element: Element, story: Story): void {
  write(story, wordsOf(element).replaceAll(/[\r\n]+/g, ' '));
}

function readBreak({ attributes }: Element, story: Story): void {
  if ((attributes.get('w:type') ?? 'textWrapping') === 'textWrapping') write(story, '\n');
}

function readSymbol({ attributes }: Element, story: Story): void {
  write(story, symbolOf(attributes.get('w:font') ?? '', attributes.get('w:char') ?? ''));
}

/** Reads a revision: its words go into the text as far as they are taken, and into the list of revisions always. */
function readRevised(element: Element, story: Story, how: WordRevision['how']): void {
  const isIn = how === 'in' || how === 'moved-in';
  const isTaken = isIn === (story.take === 'accept');
  const revision = { text: '' };
  story.revising.push(revision);
  if (!isTaken) story.hidden += 1;
  readInline(element, story);
  if (!isTaken) story.hidden -= 1;
  story.revising.pop();
  if (revision.text !== '') noteRevision(story, element, how, revision.text);
}

/** Lists a revision; programs cut one into runs, which are joined again. */
export function noteRevision(
  story: Story,
  { attributes }: Element,
  how: WordRevision['how'],
  text: string,
): void {
  const by = attributes.get('w:author') ?? '';
  const revision = { by, at: attributes.get('w:date') ?? '', how, text, paragraph: here(story) };
  const list = story.found.revisions;
  const last = list.at(-1);
  if (last && isOne(last, revision, story.goesOn))
    list[list.length - 1] = { ...revision, text: last.text + text };
  else list.push(revision);
  if (how !== 'format') story.goesOn = true;
}

/** Looks are counted once a paragraph; words are one change as long as nothing stands between. */
const isOne = (last: WordRevision, next: WordRevision, goesOn: boolean): boolean =>
  last.how === next.how &&
  last.by === next.by &&
  last.paragraph === next.paragraph &&
  (next.how === 'format' || (goesOn && last.at === next.at));

function readHyperlink(element: Element, story: Story): void {
  const target = story.linkOf(element.attributes.get('r:id') ?? '');
  if (target !== undefined && !isInContents(story))
    story.found.residue.push({ kind: 'hyperlink', text: target, paragraph: here(story) });
  readInline(element, story);
}

function readSimpleField(element: Element, story: Story): void {
  story.fields.push({ instruction: element.attributes.get('w:instr') ?? '', shows: true });
  noteField(story);
  readInline(element, story);
  story.fields.pop();
}

function readFieldSign({ attributes }: Element, story: Story): void {
  const type = attributes.get('w:fldCharType');
  if (type === 'begin') story.fields.push({ instruction: '', shows: false });
  else if (type === 'end') story.fields.pop();
  else {
    const last = story.fields.at(-1);
    if (last) last.shows = true;
    noteField(story);
  }
}

function readInstruction(element: Element, story: Story): void {
  const last = story.fields.at(-1);
  if (last && !last.shows) last.instruction += wordsOf(element);
}

/** A reference to a page outside of a 目录 is residue: its number is that of the old pages. */
function noteField(story: Story): void {
  const instruction = story.fields.at(-1)?.instruction.trim() ?? '';
  if (/^PAGEREF\b/i.test(instruction) && !isInContents(story))
    story.found.residue.push({ kind: 'page-reference', text: instruction, paragraph: here(story) });
}

function readNote({ name, attributes }: Element, story: Story): void {
  const text = story.notes.get(`${name} ${attributes.get('w:id')}`);
  if (text && story.hidden === 0) story.pen.notes.push(text);
}

const NODE = /^_md_([A-Za-z0-9]{1,40})$/;

/** The node that a bookmark names, where it is the first of its name; otherwise null. */
export function anchorOf({ attributes }: Element, story: Story): string | null {
  const node = NODE.exec(attributes.get('w:name') ?? '')?.[1];
  if (node === undefined || story.anchors.has(node)) return null;
  story.anchors.add(node);
  return node;
}

function readBookmark(element: Element, story: Story): void {
  story.pen.anchor ??= anchorOf(element, story);
}

function openComment({ attributes }: Element, story: Story): void {
  story.commenting.set(attributes.get('w:id') ?? '', { quote: '', paragraph: here(story) });
}

function closeComment(id: string, story: Story): void {
  const open = story.commenting.get(id);
  const said = story.commentOf(id);
  story.commenting.delete(id);
  if (open && said)
    story.found.comments.push({ ...said, quote: open.quote.trim(), paragraph: open.paragraph });
}

/** A comment at a point has no range; one with a range was listed when that ended. */
function readCommentPoint({ attributes }: Element, story: Story): void {
  const id = attributes.get('w:id') ?? '';
  const said = story.commentOf(id);
  if (
    said &&
    !story.found.comments.some(({ text, by, at }) => text === said.text && by === said.by && at === said.at)
  )
    story.found.comments.push({ ...said, quote: '', paragraph: here(story) });
}

function readFormula(element: Element, story: Story): void {
  const text = wordsIn(element, 'm:t');
  miss(story, 'formula', text);
  write(story, text);
}
