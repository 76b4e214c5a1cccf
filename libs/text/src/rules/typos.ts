import { CONFUSABLES, type Confusable } from '../dictionaries/confusables.ts';
import { isDoubled } from '../doubled.ts';
import { placeIn, type Paragraph } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import { matches, say, type Hit, type Rule } from '../checkup/rule.ts';

const WHY = say('错别字会改变意思，损害公文的严肃性。', 'A misspelling changes the sense.');

/** TYPO: a misspelt word, a character or word that stands twice. */
export const typo: Rule = {
  id: 'TYPO',
  severity: 'warning',
  origin: 'author',
  why: WHY,
  mend: say('改正。', 'Correct it.'),
  *find({ paragraphs }: Plan) {
    yield* misspelt(paragraphs, 'TYPO');
    yield* doubled(paragraphs);
    yield* repeated(paragraphs);
    yield* lost(paragraphs);
  },
};

/** TYPO_TERM: a word that exists and is the wrong one in this phrase. */
export const typoTerm: Rule = {
  id: 'TYPO_TERM',
  severity: 'warning',
  origin: 'author',
  why: say('同音、形近词误用，意思不同。', 'A word of the same sound with another meaning.'),
  mend: say('改用正确的词。', 'Use the right word.'),
  find: ({ paragraphs }: Plan) => misspelt(paragraphs, 'TYPO_TERM'),
};

function* misspelt(paragraphs: readonly Paragraph[], rule: Confusable['rule']): Generator<Hit> {
  for (const { wrong, right, severity } of CONFUSABLES.filter((each) => each.rule === rule))
    for (const { found, at } of matches(paragraphs, wrong)) {
      const says = say(`“${found[0]}”有误，应为：${right}。`, `“${found[0]}” should be ${right}.`);
      yield { at, says, mend: say(`改为：${right}。`, `Write ${right}.`), ...(severity ? { severity } : {}) };
    }
}

/** A character too many: 选配配. Across a line end that is PARA_BROKEN_DUPCHAR. */
function* doubled(paragraphs: readonly Paragraph[]): Generator<Hit> {
  for (const { found, paragraph } of matches(paragraphs, /(\p{sc=Han})\1/gu)) {
    if (!isDoubled(paragraph.text, found.index)) continue;
    if (paragraph.starts.some(({ at }) => at === found.index + 1)) continue;
    const at = placeIn(paragraph, found.index, found.index + 2);
    yield {
      at,
      severity: 'advice',
      says: say(`“${found[0]}”疑多一字。`, `“${found[0]}”: one of the characters seems too many.`),
    };
  }
}

/** Verbs and nouns that an author does not say twice. 服务服务包 or 学科学科带头人 can be right, and are not found. */
const TWICE =
  /(加强|推进|推动|完善|提高|提升|落实|开展|实施|建立|健全|优化|实现|促进|深化|强化|积极|努力|进一步|通过|以及|并且|达到|继续|坚持|发挥|构建|打造|形成|不断|全面|推行|推广|组织|引进|培养|培育|规范|夯实|拓展|鼓励|支持|引导|统筹|加快|严格|充分|深入|持续|巩固|探索|搭建|打通|与)(?:\1)(?!性|度)|((?!一)\p{sc=Han}{4,8})\2(?!\2)/gu;

function* repeated(paragraphs: readonly Paragraph[]): Generator<Hit> {
  for (const { found, at } of matches(paragraphs, TWICE)) {
    const word = found[1] ?? found[2] ?? '';
    const says = say(`“${word}”连写了两遍。`, `“${word}” stands twice.`);
    yield { at, says, mend: say(`删去一个“${word}”。`, `Delete one “${word}”.`) };
  }
}

/** Characters that may be there or not without harm. */
const OPTIONAL = new Set(
  '的地得和与及、了着各等性化级型类新大中小全市省区县院科本我再更并均也都将要已可能为在是不一二三四五六七八九十多个项其内所该此',
);

/** How far a phrase reaches to each side of the character that may be lost. */
const SIDE = 4;

/** A phrase of eight characters that stands once, and elsewhere with one more in its middle. */
function* lost(paragraphs: readonly Paragraph[]): Generator<Hit> {
  const { gone, places } = phrasesOf(paragraphs);
  for (const [piece, sign] of gone) {
    const place = places.get(piece);
    if (!place) continue;
    const whole = piece.slice(0, SIDE) + sign + piece.slice(SIDE);
    yield {
      at: placeIn(place.paragraph, place.at, place.at + 2 * SIDE),
      severity: 'advice',
      says: say(
        `“${piece}”别处写作“${whole}”，此处疑脱一字。`,
        `Elsewhere it is “${whole}”: a character may be missing.`,
      ),
    };
  }
}

interface Phrases {
  /** What would be left of a phrase without its middle, and the middle. */
  readonly gone: ReadonlyMap<string, string>;
  /** Where a phrase stands; null where it does so more than once, for then it is meant. */
  readonly places: ReadonlyMap<string, { readonly paragraph: Paragraph; readonly at: number } | null>;
}

function phrasesOf(paragraphs: readonly Paragraph[]): Phrases {
  const gone = new Map<string, string>();
  const places = new Map<string, { paragraph: Paragraph; at: number } | null>();
  const note = (paragraph: Paragraph, run: string, start: number): void => {
    for (let i = 0; i + 2 * SIDE <= run.length; i++) {
      const piece = run.slice(i, i + 2 * SIDE);
      places.set(piece, places.has(piece) ? null : { paragraph, at: start + i });
      const [sign, behind] = [run.charAt(i + SIDE), run.slice(i + SIDE + 1, i + 2 * SIDE + 1)];
      if (behind.length === SIDE && !OPTIONAL.has(sign)) gone.set(run.slice(i, i + SIDE) + behind, sign);
    }
  };
  for (const paragraph of paragraphs)
    for (const { 0: run, index } of paragraph.text.matchAll(/\p{sc=Han}{8,}/gu)) note(paragraph, run, index);
  return { gone, places };
}
