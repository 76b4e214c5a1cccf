const words = new Intl.Segmenter('zh', { granularity: 'word' });
const OPENING = /[《〈“‘（(【]/;
/** Words of titles that a dictionary of everyday words would cut. */
const WHOLE = [
  '发展规划',
  '实施方案',
  '工作方案',
  '征求意见',
  '意见稿',
  '送审稿',
  '中医院',
  '人民医院',
  '卫生健康',
];
/** A short quotation or bracket, “十五五” or （试行）, is a word. */
const SHORT = /^(?:“[^”]{1,6}”|（[^）]{1,5}）|《[^》]{1,6}》)/;
const CLOSING = /[》〉”’）)】、，。：；！？]/;
const ENDING = /[》〉”’）)】]/;
/** A title of more lines than this is none: it is left to break where it will. */
const MOST_LINES = 8;
const KINDS = /^的(通知|请示|报告|函|意见|决定|决议|公告|通告|纪要|批复|通报|方案|说明)/;

/**
 * A title on as few lines as it needs, broken where a reader would pause: never inside a word, never before 的通知 and its
 * like, rather not inside 《》 and （）, and with lines of about one length (梯形、菱形), never a last line of one or two
 * characters. A line feed of the title parts it, too.
 *
 * @param perLine how many full-width characters a line holds
 * @source GB/T 9704-2012 §7.3.1
 */
export function titleLines(title: string, perLine: number): readonly string[] {
  const parts = title.split('\n').map((part) => part.trim());
  return parts.flatMap((part) => (part === '' ? [] : brokenLine(part, perLine)));
}

function brokenLine(title: string, perLine: number): readonly string[] {
  const pieces = piecesOf(title);
  const total = widthOf(title);
  const isHopeless = total > MOST_LINES * perLine || pieces.some(({ text }) => widthOf(text) > perLine);
  if (total <= perLine || pieces.length < 2 || isHopeless) return [title];
  for (let count = Math.ceil(total / perLine); count <= pieces.length; count += 1) {
    const broken = breakInto(pieces, count, total / count, perLine);
    if (broken !== null) return broken;
  }
  return [title];
}

interface Piece {
  readonly text: string;
  /** What it costs to begin a line with this piece. */
  readonly cost: number;
}

function piecesOf(title: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let at = 0;
  for (const word of wordsOf(title)) {
    const last = pieces.at(-1);
    if (last !== undefined && isGlued(last.text, word))
      pieces[pieces.length - 1] = { ...last, text: last.text + word };
    else pieces.push({ text: word, cost: costBefore(last?.text ?? '', title.slice(at), depth) });
    depth += countOf(word, OPENING) - countOf(word, ENDING);
    at += word.length;
  }
  return pieces;
}

/** 云州市 before 中医院: the name of a house stays on one line. */
const isHouse = (before: string, word: string): boolean =>
  /[省市县区州]$/.test(before) && /^(中医|人民|第|医院|卫生)/.test(word);

const isGlued = (before: string, word: string): boolean =>
  isHouse(before, word) || CLOSING.test(word.charAt(0)) || isOpenEnd(before) || isBound(before, word);

const countOf = (word: string, signs: RegExp): number => [...word].filter((sign) => signs.test(sign)).length;

function wordsOf(title: string): readonly string[] {
  const found: string[] = [];
  let rest = title;
  while (rest !== '') {
    const whole = SHORT.exec(rest)?.[0] ?? WHOLE.find((word) => rest.startsWith(word));
    const next = whole ?? uncut([...words.segment(rest.slice(0, 24))][0]?.segment ?? rest, rest);
    found.push(next);
    rest = rest.slice(next.length);
  }
  return found;
}

/** A segment up to where a word of titles begins that it would cut: 云州市中 before 中医院 is 云州市. */
function uncut(segment: string, rest: string): string {
  const cut = range(1, segment.length - 1).find((at) =>
    WHOLE.some((word) => rest.startsWith(word, at) && at + word.length > segment.length),
  );
  return cut === undefined ? segment : segment.slice(0, cut);
}

const isOpenEnd = (text: string): boolean => OPENING.test(text.at(-1) ?? '');

const isBound = (before: string, next: string): boolean =>
  (/[0-9０-９—\-–]$/.test(before) && /^[0-9０-９—\-–年月日时号稿次版期天个条份处项人张万亿%％]/.test(next)) ||
  (before.endsWith('第') && /^[0-9０-９一二三四五六七八九十]/.test(next));

function costBefore(before: string, rest: string, depth: number): number {
  if (KINDS.test(rest) || /^(的|之|和|与|及|等)/.test(rest)) return 60;
  if (before === '的' || before.endsWith('的')) return 25;
  const inside = depth * 8;
  if (/(关于|印发|征求|开展|做好|召开|审议|研究)$/.test(before)) return inside;
  if (OPENING.test(rest.charAt(0))) return inside + 1;
  if (/^(关于)/.test(rest)) return inside + 1;
  return inside + 6;
}

interface Broken {
  readonly cost: number;
  readonly lines: readonly string[];
}

function breakInto(
  pieces: readonly Piece[],
  count: number,
  ideal: number,
  perLine: number,
): readonly string[] | null {
  const known = new Map<string, Broken | null>();
  const from = (start: number, left: number): Broken | null => {
    const key = `${String(start)}:${String(left)}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const best = cheapest(candidates(start, left));
    known.set(key, best);
    return best;
  };
  const candidates = (start: number, left: number): readonly Broken[] => {
    const last = pieces.length - left + 1;
    const fitting = range(start + 1, Math.min(last, start + 2 * perLine)).filter(
      (end) => (left > 1 || end === last) && widthOf(textOf(pieces.slice(start, end))) <= perLine,
    );
    return fitting.flatMap((end) => {
      const line = textOf(pieces.slice(start, end));
      const rest = left === 1 ? { cost: 0, lines: [] } : from(end, left - 1);
      if (rest === null) return [];
      const pause = pieces[end]?.cost ?? 0;
      return [{ cost: lineCost(line, ideal) + pause + rest.cost, lines: [line, ...rest.lines] }];
    });
  };
  return from(0, count)?.lines ?? null;
}

const textOf = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

const cheapest = (all: readonly Broken[]): Broken | null =>
  all.reduce<Broken | null>((best, one) => (best === null || one.cost < best.cost ? one : best), null);

const lineCost = (line: string, ideal: number): number =>
  Math.abs(widthOf(line) - ideal) ** 1.5 + (widthOf(line) <= 2 ? 80 : 0);

/** How wide a text is in full-width characters: western letters and digits count half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += /[\u0020-\u007e]/.test(sign) ? 0.5 : 1;
  return width;
}
