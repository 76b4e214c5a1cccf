import { STATUS_WORDS } from '@mouding/contract';
import type { Language } from './language.tsx';

/** What stands between a name and what is said of it. */
export const colon = (language: Language): string => (language === 'zh' ? '：' : ': ');

/** What stands between the parts of a list. */
export const comma = (language: Language): string => (language === 'zh' ? '、' : ', ');

/** What stands between things said one after the other. */
export const semicolon = (language: Language): string => (language === 'zh' ? '；' : '; ');

/** What is added to a name, with its brackets. */
export const aside = (more: string, language: Language): string =>
  language === 'zh' ? `（${more}）` : ` (${more})`;

/** The first names of many, and how many more there are. */
export const firstOf = (names: readonly string[], most: number, language: Language): string =>
  names.length > most
    ? `${names.slice(0, most).join(comma(language))}${language === 'zh' ? `等${names.length}个` : ` +${names.length - most}`}`
    : names.join(comma(language));

/** What a thing is called: titles are the institution's own words, the number of an opinion is said to the reader. */
export const labelIn = (label: string, language: Language): string =>
  language === 'zh' ? label : label.replace(/^第(\d+)条意见/u, 'Opinion $1');

/** Which draft, for an English reader: 第3稿, or 征求意见稿（第3稿）, whose own name is the institution's. */
export const draftInEnglish = (label: string): string =>
  label.replace(/^第(\d+)稿$/u, 'draft $1').replace(/（第(\d+)稿）$/u, ' (draft $1)');

export const draftIn = (label: string, language: Language): string =>
  language === 'zh' ? label : draftInEnglish(label);

const NOT_CALLED_FOR = { zh: '未涉及', en: 'not called for' };

interface StageStanding {
  readonly state: string;
  /** The case went past it without entering it. */
  readonly isPassed: boolean;
  readonly words: string;
  readonly outcomeWords: string | null;
}

/** How a stage stands, or how it ended in the words of its body, which are the institution's own. */
export function stateIn({ state, isPassed, words, outcomeWords }: StageStanding, language: Language): string {
  if (isPassed) return NOT_CALLED_FOR[language];
  return outcomeWords ?? (language === 'zh' ? words : (STATUS_WORDS[state]?.en ?? words));
}
