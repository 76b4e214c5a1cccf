import { isDoubledAcross, splitsWord } from './doubled.ts';
import type { Marker } from './marker.ts';
import type { Shaped } from './shape.ts';

/** What stands together: one line, or several where a conversion cut a sentence. */
export interface Paragraph {
  /** A heading has no sentence of its own; a clause is numbered prose. */
  readonly kind: 'heading' | 'clause' | 'prose' | 'short' | 'aside';
  readonly marker: Marker | null;
  readonly lines: readonly Shaped[];
  /** The lines joined, without the space at their ends. */
  readonly text: string;
  /** Where each line begins in `text`, and how much space was taken off before it. */
  readonly starts: readonly { readonly at: number; readonly skipped: number }[];
  /** Whether it ends as a sentence does. */
  readonly ended: boolean;
}

const ENDED = /[。！？：；…!?;:．][”"’）)》】]*\s*$|[）)》】”][\s\u3000]*$/u;
const SENTENCE = /[。；]/u;
const SOFT_END = /[，、,][\s\u3000]*$/u;
const PROSE = new Set(['plain', 'numbered']);

/** Joins lines to paragraphs and tells headings from numbered prose. */
export function paragraphsOf(lines: readonly Shaped[]): readonly Paragraph[] {
  const written = lines.filter(({ shape }) => shape !== 'blank' && shape !== 'page-number');
  const kinds = new Map(written.map((line, i) => [line.number, kindOf(line, neighbours(written, i))]));
  const paragraphs: Paragraph[] = [];
  let group: Shaped[] = [];
  written.forEach((line, i) => {
    group.push(line);
    const next = written[i + 1];
    if (next && isCut(line, next, kinds)) return;
    paragraphs.push(paragraph(group, kinds.get(group[0]?.number ?? 0) ?? 'short'));
    group = [];
  });
  return paragraphs;
}

type Kind = Paragraph['kind'];

/** A heading of several clauses may be long; beyond this it is a sentence. */
const LONGEST_HEADING = 60;

/** Blank lines and a page number may stand between two halves of a sentence. */
const FARTHEST = 6;

/** How many lines away a number may stand that belongs to the same list. */
const NEAR = 40;

/** Lines numbered in the same way, two before and two behind, none of them far away. */
function neighbours(lines: readonly Shaped[], i: number): readonly Shaped[] {
  const style = lines[i]?.marker?.style;
  if (!style) return [];
  const alike = (part: readonly Shaped[]): readonly Shaped[] =>
    part.filter(({ marker }) => marker?.style === style);
  return [
    ...alike(lines.slice(Math.max(0, i - NEAR), i)).slice(-2),
    ...alike(lines.slice(i + 1, i + NEAR)).slice(0, 2),
  ];
}

function kindOf(line: Shaped, near: readonly Shaped[]): Kind {
  if (!PROSE.has(line.shape)) return 'aside';
  if (!line.marker) return isSentence(line.text.trim()) ? 'prose' : 'short';
  const rest = line.text.slice(line.marker.to).trim();
  return line.marker.style === 'han-shi' || isClause(rest, near) ? 'clause' : 'heading';
}

/** Numbered prose: sentences, much text, the sign of an item at its end, or sentences all around it. */
const isClause = (rest: string, near: readonly Shaped[]): boolean =>
  SENTENCE.test(rest.slice(0, -1)) ||
  rest.length > LONGEST_HEADING ||
  /[；，、：;,:]$/u.test(rest) ||
  isLastItem(rest, near) ||
  (rest.length >= 12 && /[，：]/u.test(rest) && areSentences(near));

const isLastItem = (rest: string, near: readonly Shaped[]): boolean =>
  rest.endsWith('。') && (rest.length > 25 || areItems(near));

/** Items of a list end with a sign; the last of them with a full stop. */
const areItems = (near: readonly Shaped[]): boolean => near.some(({ text }) => /[；;，,。]\s*$/u.test(text));

function isSentence(text: string): boolean {
  return (
    SENTENCE.test(text) ||
    /[！？]$/u.test(text) ||
    (text.length >= 12 && text.includes('，')) ||
    (text.length >= 6 && SOFT_END.test(text)) ||
    (text.length >= 20 && text.endsWith('：'))
  );
}

function areSentences(near: readonly Shaped[]): boolean {
  const ended = near.filter(({ text }) => /。[”）]?\s*$/u.test(text) && text.length > 20);
  return ended.length >= 2 && ended.length * 4 >= near.length * 3;
}

/** What a paragraph cannot begin with. */
const MIDWAY = /^[\s\u3000]*(?:[，、；。）”》]|的(?!士|确)|等(?=[，、。]))/u;
const STOPPED =
  /[。！？；：][”"’）)》】]*\s*$|^[\s\u3000（(]*(?:19|20)\d\d年.*(?:通过|批准|印发|发布|公布|施行)[）)\s]*$/u;

/** Whether the line was cut: prose without an end, and the next line goes on. */
function isCut(line: Shaped, next: Shaped, kinds: ReadonlyMap<number, Kind>): boolean {
  if (!mayGoOn(line, next) || STOPPED.test(line.text)) return false;
  if (MIDWAY.test(next.text)) return true;
  if (ENDED.test(line.text)) return false;
  if (!isProse(kinds.get(line.number))) return stopsShort(line.text.trim(), next.text.trim());
  return (
    SOFT_END.test(line.text) || (/[，。；、：]/u.test(next.text) && !isHeadingOf(next.text, line.text.trim()))
  );
}

/** What nothing ends with that is complete, not even a heading. */
const OPEN_END = /(?:达到|不低于|以及|包括|围绕|按照|为了|的|(?:^|[^温缓谦])和|(?:^|[^参给])与)$/u;

/** A heading or another short line that stops within a word or before what must follow. */
const stopsShort = (text: string, next: string): boolean =>
  text.length >= 6 &&
  /[，。；、]/u.test(next) &&
  (OPEN_END.test(text) || splitsWord(text, next) || isDoubledAcross(text, next));

const isProse = (kind: Kind | undefined): boolean => kind === 'clause' || kind === 'prose';

/** Two lines of text, the second without a number of its own, and not far apart. */
const mayGoOn = (line: Shaped, next: Shaped): boolean =>
  !next.marker && PROSE.has(next.shape) && PROSE.has(line.shape) && next.number - line.number <= FARTHEST;

/** What a heading of several clauses begins with. */
const HEADING_VERB =
  /^(?:坚持|加强|加快|推进|推动|深化|完善|强化|打造|构建|优化|提升|提高|实施|健全|聚焦|突出|以|立足|建设|建立|做|抓|党建|严格|创新|统筹|培育|夯实|拓展|改善|促进|注重|发挥|落实|弘扬|树立|全面|着力|持续|大力|积极|把|紧)/u;

/** Two or three clauses of like length above a whole paragraph: a heading without number, unless it splits a word. */
function isHeadingOf(body: string, text: string): boolean {
  if (SENTENCE.test(text) || !HEADING_VERB.test(text) || !ENDED.test(body)) return false;
  if (splitsWord(text, body.trim()) || isDoubledAcross(text, body.trim())) return false;
  const lengths = text.split(/[，：]/u).map(({ length }) => length);
  return text.length <= 40 && Math.min(...lengths) >= 5 && Math.max(...lengths) - Math.min(...lengths) <= 12;
}

function paragraph(lines: readonly Shaped[], kind: Kind): Paragraph {
  const starts: { at: number; skipped: number }[] = [];
  let text = '';
  lines.forEach((line, i) => {
    const skipped = i === 0 ? 0 : line.text.length - line.text.trimStart().length;
    starts.push({ at: text.length, skipped });
    const body = i === lines.length - 1 ? line.text.slice(skipped) : line.text.slice(skipped).trimEnd();
    text += body;
  });
  return { kind, marker: lines[0]?.marker ?? null, lines, text, starts, ended: ENDED.test(text) };
}

/** A piece of one line: 0-based characters of `text` of that line. */
export interface Place {
  readonly line: Shaped;
  readonly from: number;
  readonly to: number;
}

/** Where a piece of a paragraph stands; what goes over a line end is cut off there. */
export function placeIn({ lines, starts }: Paragraph, from: number, to: number): Place {
  const found = starts.findLastIndex(({ at }) => at <= from);
  const index = Math.max(0, found);
  const [line, start] = [lines[index], starts[index]];
  if (!line || !start) throw new RangeError('a paragraph has at least one line');
  const begin = from - start.at + start.skipped;
  const end = Math.min(to - start.at + start.skipped, line.text.length);
  return { line, from: begin, to: Math.max(begin, end) };
}
