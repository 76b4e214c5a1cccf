import type { Paragraph } from '../paragraphs.ts';
import { placeIn } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Hit, type Rule } from '../checkup/rule.ts';

const HALF: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
};

/** A half-width sign between Chinese words. Ratios (1:0.8), decimals and Latin phrases have none of them there. */
const SIGN =
  /(?<lead>[\p{sc=Han}”》）](?=[,;:!?])|%(?=,)|\p{sc=Han}(?=\.))(?:[,;:!?](?=\s?[\p{sc=Han}“《（])|\.(?=\s*$))/gu;
const BRACKETS = /\([^()]{0,60}?\p{sc=Han}[^()]{0,60}\)/gu;
const MIXED = /（[^（）()]{0,60}\)|\([^（）()]{0,60}）/gu;
const STRAIGHT = /"[^"\n]{0,60}?\p{sc=Han}[^"\n]{0,60}"/gu;

/** PUNCT_WIDTH: half-width punctuation in a Chinese sentence. One finding a line for each kind. */
export const punctuationWidth: Rule = {
  id: 'PUNCT_WIDTH',
  severity: 'warning',
  origin: 'author',
  why: say(
    '中文句子用全角标点（GB/T 15834）。',
    'Chinese sentences take full-width punctuation (GB/T 15834).',
  ),
  mend: say('改为全角标点。', 'Write the full-width sign.'),
  *find({ paragraphs }: Plan) {
    for (const pattern of [SIGN, BRACKETS, MIXED, STRAIGHT]) {
      const seen = new Set<number>();
      for (const { found, at } of matches(paragraphs, pattern)) {
        if (seen.has(at.line.number)) continue;
        seen.add(at.line.number);
        yield { at, says: widthSays(found[0]) };
      }
    }
  },
};

function widthSays(quote: string): Hit['says'] {
  const full = HALF[quote];
  if (full)
    return say(
      `中文之间用了半角“${quote}”，应为“${full}”。`,
      `Half-width “${quote}” between Chinese words: write “${full}”.`,
    );
  if (quote.startsWith('"'))
    return say(`${quote} 用了直引号，应为“”。`, `${quote} has straight quotation marks: write “”.`);
  return say(`“${quote}”的括号应为全角（）。`, `The brackets of “${quote}” should be full-width （）.`);
}

/** PUNCT_LIST: items of a list kept apart by spaces, or a 、 where none belongs. */
export const punctuationList: Rule = {
  id: 'PUNCT_LIST',
  severity: 'warning',
  origin: 'author',
  why: say(
    '并列词语之间用顿号，顿号不与“等”“和”连用（GB/T 15834）。',
    'Items of a list are kept apart by 、 (GB/T 15834).',
  ),
  mend: say('改用顿号，或删去多余的顿号。', 'Write 、, or delete the one too many.'),
  *find({ paragraphs }: Plan) {
    const spaced = /（(?:\p{sc=Han}{1,8}[ \u3000]){2,}\p{sc=Han}{1,8}）/gu;
    for (const { found, at } of matches(paragraphs, spaced))
      yield {
        at,
        says: say(
          `“${found[0]}”中并列词语之间用了空格。`,
          `The items of “${found[0]}” are kept apart by spaces.`,
        ),
      };
    for (const { found, at } of matches(paragraphs, /、等(?=[，。；、）：]|$)/gu))
      yield { at, says: say(`“${found[0]}”中的顿号多余。`, `The 、 before 等 is one too many.`) };
    for (const { found, at } of matches(paragraphs, /、和(?!谐|平|睦|美|合|解|善|气|蔼|缓)/gu))
      yield {
        at,
        severity: 'advice',
        says: say(`“${found[0]}”连用，删去顿号。`, `Delete the 、 before 和.`),
      };
    for (const { at } of matches(
      paragraphs,
      /”、(?=(?:适时|进一步|继续|积极|逐步|并|同时|努力|切实|不断|大力))/gu,
    ))
      yield { at, severity: 'advice', says: say('分句之间应用逗号。', 'Clauses are kept apart by a comma.') };
    yield* mixedClauses(paragraphs);
  },
};

/** 以…为基础，…为指针、以…: parallel clauses, some apart by ，and one by 、. */
function* mixedClauses(paragraphs: readonly Paragraph[]): Generator<Hit> {
  const pattern =
    /为\p{sc=Han}{2,4}，[^，。；、]{2,12}为\p{sc=Han}{2,4}、[^，。；、]{2,12}为\p{sc=Han}{2,4}|(?:\p{sc=Han}{6}、){2}\p{sc=Han}{6}，(?:\p{sc=Han}{6}[，、])+/gu;
  for (const { found, at } of matches(paragraphs, pattern))
    yield {
      at,
      severity: 'advice',
      says: say(
        `并列分句“${found[0].slice(0, 20)}…”之间逗号、顿号混用。`,
        'Parallel clauses are kept apart by ， and 、 in turn.',
      ),
    };
}

/** SYMBOL: a sign of mathematics in running text. Tables and statistics (P<0.05) may have it. */
export const symbol: Rule = {
  id: 'SYMBOL',
  severity: 'warning',
  origin: 'author',
  why: say('正文叙述用文字，不用数学符号。', 'Running text is written in words.'),
  mend: say('改写为“超过”“低于”“不少于”“以上”等。', 'Write 超过, 低于, 不少于 or 以上.'),
  *find({ paragraphs }: Plan) {
    const prose = paragraphs.filter(({ kind }) => kind === 'prose' || kind === 'clause');
    for (const { found, at, paragraph } of matches(
      prose,
      /(?<lead>\p{sc=Han}\s{0,2})[>＞<＜≥≤⩾⩽]\s*\d+(?:\.\d+)?\s*(?:[%％万亿]|\p{sc=Han})?/gu,
    )) {
      if (/因子\s{0,2}$/u.test(paragraph.text.slice(0, found.index))) continue;
      const inBrackets =
        paragraph.text.lastIndexOf('（', found.index) > paragraph.text.lastIndexOf('）', found.index);
      const soft = /^[≥≤⩾⩽]/u.test(found[0]) || inBrackets;
      yield {
        at,
        ...(soft ? { severity: 'advice' as const } : {}),
        says: say(`正文中用了符号“${found[0]}”。`, `The sign in “${found[0]}” stands in running text.`),
      };
    }
    for (const { at } of matches(prose, /(?<lead>\p{sc=Han})\s?&\s?(?=\p{sc=Han})/gu))
      yield {
        at,
        says: say('中文之间用了“&”。', '“&” stands between Chinese words.'),
        mend: say('改为“和”或“与”。', 'Write 和 or 与.'),
      };
  },
};

/** PUNCT_DOUBLED: two signs where one belongs. */
export const punctuationDoubled: Rule = {
  id: 'PUNCT_DOUBLED',
  severity: 'warning',
  origin: 'author',
  why: say('标点重复或相连，多是删改后留下的。', 'Two signs side by side are left over from an edit.'),
  mend: say('只保留一个标点。', 'Keep one of them.'),
  *find({ paragraphs }: Plan) {
    for (const { found, at } of matches(paragraphs, /。{2}(?!。)|[，、；：]{2,}|[，、；：]。|。[，、；：]/gu))
      yield { at, says: say(`标点“${found[0]}”相连。`, `“${found[0]}”: two signs side by side.`) };
  },
};

type Pair = readonly [string, string];

const PAIRS: readonly Pair[] = [
  ['“', '”'],
  ['《', '》'],
  ['（', '）'],
];

/** PUNCT_PAIR: a quotation mark or bracket without its other half. */
export const punctuationPair: Rule = {
  id: 'PUNCT_PAIR',
  severity: 'warning',
  origin: 'author',
  why: say('引号、书名号、括号应成对使用。', 'Quotation marks and brackets come in pairs.'),
  mend: say('补上缺少的一半，或删去多余的一半。', 'Add the missing half, or delete the other.'),
  *find({ paragraphs }: Plan) {
    for (const paragraph of paragraphs) {
      if (paragraph.kind !== 'prose' && paragraph.kind !== 'clause') continue;
      for (const pair of PAIRS) {
        const hit = unpaired(paragraph, pair);
        if (hit) yield hit;
      }
    }
  },
};

function unpaired(paragraph: Paragraph, [open, shut]: Pair): Hit | undefined {
  // A half-width bracket is another rule's finding.
  const text = paragraph.text.replaceAll('(', '（').replaceAll(')', '）');
  // Titles and brackets may stand within each other, so that there only their number tells.
  const isNested = open !== '“';
  if (isNested && text.split(open).length === text.split(shut).length) return undefined;
  const { opened, odd } = lastOpen(text, [open, shut], isNested);
  if (odd !== null) return open === '（' ? undefined : lonely(paragraph, odd);
  // A quotation of several paragraphs opens each of them and is shut at the end of the last.
  return opened > firstSign(paragraph) ? lonely(paragraph, opened) : undefined;
}

/** Where the last one opened that is not shut, or -1; and the first that cannot be where it is. */
function lastOpen(
  text: string,
  [open, shut]: Pair,
  isNested: boolean,
): { opened: number; odd: number | null } {
  let opened = -1;
  for (const { 0: sign, index } of text.matchAll(new RegExp(`[${open}${shut}]`, 'gu')))
    if (sign === shut) {
      if (opened < 0) return { opened, odd: index };
      opened = -1;
    } else if (opened < 0) opened = index;
    else if (!isNested) return { opened, odd: opened };
  return { opened, odd: null };
}

const firstSign = ({ text }: Paragraph): number => text.search(/\S/u);

function lonely(paragraph: Paragraph, at: number): Hit {
  const sign = paragraph.text.charAt(at);
  const says = say(`“${sign}”没有成对。`, `“${sign}” lacks its other half.`);
  return { at: placeIn(paragraph, at, Math.min(at + 8, paragraph.text.length)), says };
}
