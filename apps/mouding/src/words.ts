/** One thing said in both languages of the house. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A step that did not happen, and the sentence that says why and what to do. */
export interface Refused {
  readonly refused: Words;
}

/** Whether an answer is a refusal. */
export function isRefused(answer: object): answer is Refused {
  return 'refused' in answer;
}

/** Refuses in both languages. */
export function refuse(zh: string, en: string): Refused {
  return { refused: { zh, en } };
}

/** The language of the person at this terminal: English where the locale says so, otherwise Chinese. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): 'zh' | 'en' {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'zh';
}
