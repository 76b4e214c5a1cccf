import { withoutLead } from '../lead.ts';
import { placeIn, type Paragraph, type Place } from '../paragraphs.ts';
import type { Plan } from '../plan.ts';
import type { Shaped } from '../shape.ts';

/** error 错误: certainly wrong. warning 疑点: wrong as far as a program can tell. advice 建议: look at it. */
export type Severity = 'error' | 'warning' | 'advice';

/** One thing said in both languages of the house. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** What a rule found at one place. */
export interface Hit {
  readonly at: Place;
  readonly says: Said;
  /** Where this one case is graver or lighter than the rule usually is. */
  readonly severity?: Severity;
  /** How this one case is mended, where that can be said better than the rule says it. */
  readonly mend?: Said;
  /** Other lines that belong to it, 1-based. */
  readonly also?: readonly number[];
}

/**
 * A rule of the catalogue. It is pure, knows nothing of other rules, and speaks of what a text means: it stays silent
 * where it cannot tell, because a rule that fires wrongly is soon ignored where it is right.
 */
export interface Rule {
  /** Permanent: it stands in waivers. */
  readonly id: string;
  readonly severity: Severity;
  /** `import` 导入残留: a conversion did it, no author is blamed. */
  readonly origin: 'author' | 'import';
  readonly why: Said;
  readonly mend: Said;
  readonly find: (plan: Plan) => Iterable<Hit>;
}

/** Says one thing in both languages. */
export const say = (zh: string, en: string): Said => ({ zh, en });

/** A whole line as a place. */
export const wholeLine = (line: Shaped): Place => ({ line, from: 0, to: line.text.length });

/** A match in a paragraph, and its place. */
export interface Match {
  readonly paragraph: Paragraph;
  readonly found: RegExpExecArray;
  readonly at: Place;
}

/** Every match of a global expression in the paragraphs without its lead, headings included; a 目录 is left out. */
export function* matches(paragraphs: readonly Paragraph[], pattern: RegExp): Generator<Match> {
  if (!anywhere(pattern).test(joined(paragraphs))) return;
  for (const paragraph of paragraphs) {
    if (paragraph.lines[0]?.shape === 'contents') continue;
    for (const match of paragraph.text.matchAll(pattern)) {
      const found = withoutLead(match);
      yield { paragraph, found, at: placeIn(paragraph, found.index, found.index + found[0].length) };
    }
  }
}

const texts = new WeakMap<readonly Paragraph[], string>();
const probes = new WeakMap<RegExp, RegExp>();

/** All paragraphs as one text: most expressions match nowhere, and one look at the whole tells. */
function joined(paragraphs: readonly Paragraph[]): string {
  const text = texts.get(paragraphs) ?? paragraphs.map((paragraph) => paragraph.text).join('\n');
  texts.set(paragraphs, text);
  return text;
}

/** The same expression for the joined text, where a paragraph begins and ends with its line. */
function anywhere(pattern: RegExp): RegExp {
  const probe = probes.get(pattern) ?? new RegExp(pattern.source, `${pattern.flags.replace('g', '')}m`);
  probes.set(pattern, probe);
  return probe;
}

/** Whether a character of a text stands between “ and ” or in a title 《》. */
export function isQuoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const isOpen = (open: string, shut: string): boolean => before.lastIndexOf(open) > before.lastIndexOf(shut);
  return isOpen('“', '”') || isOpen('《', '》') || isOpen('‘', '’');
}
