const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Characters that are words of their own, so that one may well follow a word that ends with it: 医院院长, 目的的. */
const FREE = new Set(
  '的了和与及在为以中是有不也就要会能可到对从向由被把将用于其之或而并但则且' +
    '高新大小多少全各总分副正前后上下内外年月日天人家校院部科室所处局市县区省乡镇村街国厅委党群医药护病患技学教研' +
    '一二三四五六七八九十百千万个项张名位次级类型性化率量数值点面线层级期段代批组队班件式感品术查者诊药保控管心测评审病职习反',
);

/** How far to each side the words are looked at. */
const WINDOW = 14;

/**
 * Whether the character at `at` and its equal neighbour behind are one too many. 人人, 牢牢 and 实实在在 are words;
 * in 医院院长 or 管理理念 each belongs to its own. Stays silent where the words cannot be told apart.
 */
export function isDoubled(text: string, at: number): boolean {
  const sign = text[at] ?? '';
  if (!isSame(sign, text[at + 1]) || FREE.has(sign) || isPattern(text, at)) return false;
  const from = Math.max(0, at - WINDOW);
  const [left, right] = wordsAt(text.slice(from, at + WINDOW), at + 1 - from);
  return left.length > 1 && right.length === 1;
}

const isSame = (sign: string, next: string | undefined): boolean => sign === next && /\p{sc=Han}/u.test(sign);

/** The words that end and begin at a place; empty where it lies within a word. */
function wordsAt(text: string, at: number): readonly [string, string] {
  const words = [...segmenter.segment(text)];
  const left = words.find(({ index, segment }) => index + segment.length === at);
  const right = words.find(({ index }) => index === at);
  return [left?.segment ?? '', right?.segment ?? ''];
}

/** Function words that end a word and follow one: 目的的. */
const LINKS = new Set('的了和与及在为以是有不');

/**
 * The same across a line end. There a doubled character is mostly a slip of the machine, so it takes two whole words,
 * as in 医院 and 院长, to be right.
 */
export function isDoubledAcross(before: string, behind: string): boolean {
  const sign = before.at(-1) ?? '';
  if (!isSame(sign, behind[0]) || LINKS.has(sign)) return false;
  const [left, right] = wordsAt(
    before.slice(-WINDOW) + behind.slice(0, WINDOW),
    Math.min(before.length, WINDOW),
  );
  return left.length < 2 || right.length < 2;
}

/**
 * Whether a line end stands in the middle of a word, as between 国 and 际: joined there is one word, and one of the
 * halves is none.
 */
export function splitsWord(before: string, behind: string): boolean {
  const [head, tail] = [before.slice(-WINDOW), behind.slice(0, WINDOW)];
  if (wordsAt(head + tail, head.length)[0] !== '') return false;
  return wordsAt(head, head.length)[0].length < 2 || wordsAt(tail, 0)[1].length < 2;
}

/** AABB 扎扎实实, ABB 暖洋洋 and AAB at the edges of such a word. */
function isPattern(text: string, at: number): boolean {
  const [first, second] = [text[at + 2], text[at + 3]];
  const [before, earlier] = [text[at - 1], text[at - 2]];
  return (first !== undefined && first === second) || (before !== undefined && before === earlier);
}
