import type { Marker, Style } from '../marker.ts';
import type { Paragraph, Place } from '../paragraphs.ts';
import { placeIn } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { say, wholeLine, type Hit, type Rule } from '../checkup/rule.ts';
import { isDoubledAcross, splitsWord } from '../doubled.ts';
import type { Shaped } from '../shape.ts';

const TAIL = 8;

/** Where a sentence was cut: the lines before and behind. */
interface Cut {
  readonly before: Shaped;
  readonly behind: Shaped;
  readonly at: Place;
  readonly doubled: boolean;
}

function cutsOf(paragraphs: readonly Paragraph[]): readonly Cut[] {
  return paragraphs.flatMap(({ lines }) =>
    lines.slice(0, -1).flatMap((before, i) => {
      const behind = lines[i + 1];
      if (!behind) return [];
      const end = before.text.trimEnd().length;
      const at = { line: before, from: Math.max(0, end - TAIL), to: end };
      return [
        { before, behind, at, doubled: isDoubledAcross(before.text.trimEnd(), behind.text.trimStart()) },
      ];
    }),
  );
}

/** A text whose lines were all cut at the same width: one thing to mend, not one in every line. */
function isHardWrapped(cuts: readonly Cut[], paragraphs: readonly Paragraph[]): boolean {
  const written = paragraphs.reduce((sum, { lines }) => sum + lines.length, 0);
  const adjacent = cuts.filter(({ before, behind }) => behind.number === before.number + 1).length;
  return adjacent > 20 && adjacent * 2 > written;
}

/** PARA_BROKEN: a sentence stops in the middle and goes on in another paragraph. */
export const paragraphBroken: Rule = {
  id: 'PARA_BROKEN',
  severity: 'warning',
  origin: 'import',
  why: say(
    '句子中间断成了两段，多是换页或识别造成的。',
    'A sentence was cut in two, mostly at the end of a page.',
  ),
  mend: say('把前后两段接起来。', 'Join the two paragraphs.'),
  *find({ paragraphs }: Plan) {
    const cuts = cutsOf(paragraphs).filter(({ doubled }) => !doubled);
    const [first] = cuts;
    if (first && isHardWrapped(cuts, paragraphs)) {
      const says = say(
        `全文按固定宽度折行，共 ${cuts.length} 处句子被断开。`,
        `The whole text was wrapped at a fixed width: ${cuts.length} sentences are cut.`,
      );
      yield { at: first.at, says };
      return;
    }
    for (const { at, behind } of cuts) {
      const says = say(
        `句子在此断开，第${behind.number}行才接上。`,
        `The sentence stops here and goes on in line ${behind.number}.`,
      );
      yield { at, says, also: [behind.number] };
    }
  },
};

/** PARA_BROKEN_DUPCHAR: cut, and a character stands on both sides of the cut. */
export const brokenAndDoubled: Rule = {
  id: 'PARA_BROKEN_DUPCHAR',
  severity: 'error',
  origin: 'import',
  why: say(
    '断开处前后重复了同一个字，直接相接会多出一字。',
    'Joined as they are, the lines have a character too many.',
  ),
  mend: say('接上两段并删去重复的字。', 'Join the paragraphs and delete the doubled character.'),
  *find({ paragraphs }: Plan) {
    for (const { at, before, behind, doubled } of cutsOf(paragraphs)) {
      if (!doubled) continue;
      const sign = before.text.trimEnd().at(-1) ?? '';
      const says = say(
        `句子在此断开，第${behind.number}行行首又重复“${sign}”字。`,
        `The sentence is cut here, and line ${behind.number} begins with “${sign}” again.`,
      );
      yield { at, says, also: [behind.number] };
    }
  },
};

/** NO_TERMINAL_PUNCT: a paragraph that ends without a full stop. */
export const noTerminal: Rule = {
  id: 'NO_TERMINAL_PUNCT',
  severity: 'warning',
  origin: 'author',
  why: say('正文段末缺少句末标点，可能漏了内容。', 'A paragraph without an end may have lost some words.'),
  mend: say('补上句号，或补全句子。', 'Add the full stop, or the missing words.'),
  *find({ paragraphs }: Plan) {
    for (const paragraph of paragraphs) {
      const hit = unended(paragraph) ?? copyTo(paragraph);
      if (hit) yield hit;
    }
  },
};

/** How a notice ends: 请认真贯彻执行. */
const ORDERS = /，请[^，。；]{0,16}(?:执行|实施|落实|办理)\s*$/u;

function unended(paragraph: Paragraph): Hit | undefined {
  const { text } = paragraph;
  const end = text.trimEnd().length;
  const open = /[，、]$/u.test(text.trimEnd());
  if (!mayEnd(paragraph) || !(open || ORDERS.test(text) || /[。；].*\p{sc=Han}\s*$/u.test(text)))
    return undefined;
  const at = placeIn(paragraph, Math.max(0, end - TAIL), end);
  return {
    at,
    says: open
      ? say(
          '段落以逗号或顿号结束，句子不完整。',
          'The paragraph ends with a comma: the sentence is not complete.',
        )
      : say('段末没有句号。', 'The paragraph ends without a full stop.'),
  };
}

/** Whether a full stop belongs to its end: （一）…；或 goes on in the next item. */
const mayEnd = ({ kind, ended, text }: Paragraph): boolean =>
  !ended &&
  !/；(?:或|和|并|以及)\s*$/u.test(text) &&
  (kind === 'clause' || kind === 'prose' || ORDERS.test(text));

/** @source GB/T 9704-2012 §7.4.2: a full stop behind the last of the 抄送机关. */
function copyTo({ lines }: Paragraph): Hit | undefined {
  const [line] = lines;
  if (line?.shape !== 'imprint' || !/^\s*抄送\s*[：:]/u.test(line.text) || /。\s*$/u.test(line.text))
    return undefined;
  const says = say('最后一个抄送机关之后用句号。', 'A full stop stands behind the last receiver of a copy.');
  return { at: wholeLine(line), severity: 'advice', says };
}

/** BROKEN_HEADING: a heading whose number or mark stands alone on the line before. */
export const brokenHeading: Rule = {
  id: 'BROKEN_HEADING',
  severity: 'warning',
  origin: 'import',
  why: say('标题断成两行，目录和层次识别会出错。', 'A heading on two lines is lost to contents and outline.'),
  mend: say('把标题合为一行。', 'Put the heading on one line.'),
  *find({ lines }: Plan) {
    const usual = stylesWithWords(lines);
    for (const line of lines) {
      const hit = strandedMark(line, lines) ?? strandedNumber(line, usual) ?? splitHeading(line, lines);
      if (hit) yield hit;
    }
  },
};

const nextOf = (line: Shaped, lines: readonly Shaped[]): Shaped | undefined => lines[line.number];

function strandedMark(line: Shaped, lines: readonly Shaped[]): Hit | undefined {
  const next = nextOf(line, lines);
  if (line.raw.trim() === '' || line.text.trim() !== '' || !next?.marker || next.text.length > 40)
    return undefined;
  if (!/_Toc|^#/u.test(line.raw) || /_Toc/u.test(next.raw)) return undefined;
  return {
    at: { line: { ...line, text: line.raw, places: null }, from: 0, to: line.raw.length },
    says: say(
      '标题的书签单独成行，标题文字落在下一行。',
      'The mark of a heading stands alone; its words are in the next line.',
    ),
    also: [next.number],
  };
}

/** Styles of which the headings have their words beside their number, as a rule. */
function stylesWithWords(lines: readonly Shaped[]): ReadonlySet<Style> {
  const counts = new Map<Style, { whole: number; alone: number }>();
  for (const { marker, text } of lines) {
    if (!marker) continue;
    const count = counts.get(marker.style) ?? { whole: 0, alone: 0 };
    counts.set(marker.style, count);
    if (isAlone(text, marker)) count.alone++;
    else count.whole++;
  }
  return new Set(
    [...counts].flatMap(([style, { whole, alone }]) => (whole >= 2 && whole >= alone ? [style] : [])),
  );
}

const isAlone = (text: string, { to }: Marker): boolean => text.slice(to).trim() === '';

function strandedNumber(line: Shaped, usual: ReadonlySet<Style>): Hit | undefined {
  const { marker } = line;
  if (!marker || !usual.has(marker.style) || !isAlone(line.text, marker)) return undefined;
  const says = say(
    `序号“${marker.label}”单独成行。`,
    `The number “${marker.label}” stands alone on its line.`,
  );
  return { at: wholeLine(line), says };
}

/** A numbered heading that stops within a word or behind a joining sign, and a short line that goes on. */
function splitHeading(line: Shaped, lines: readonly Shaped[]): Hit | undefined {
  const [text, next] = [line.text.trim(), behind(line, lines)];
  if (!line.marker || !next || !isHeadingPart(text, 45) || !isHeadingPart(next.text.trim(), 20))
    return undefined;
  if (!/(?:、|(?:^|[^温缓谦])和|(?:^|[^参给])与|以及)$/u.test(text) && !splitsWord(text, next.text.trim()))
    return undefined;
  const says = say(
    `标题在此断开，第${next.number}行才接上。`,
    `The heading stops here and goes on in line ${next.number}.`,
  );
  return { at: wholeLine(line), says, also: [next.number] };
}

const isHeadingPart = (text: string, longest: number): boolean =>
  text.length <= longest && !/[。；：]/u.test(text);

/** The next written line, where it is text without a number and close by. */
function behind({ number }: Shaped, lines: readonly Shaped[]): Shaped | undefined {
  const next = lines.slice(number, number + 3).find(({ shape }) => shape !== 'blank');
  return next?.shape === 'plain' ? next : undefined;
}
