import { choiceWords, FIELD_WORDS } from '@mouding/contract';

/** Words in both languages. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** `中文；说明 · English; more`: what a field is called, and what is said of it beside. */
export interface Label {
  readonly name: Said;
  readonly more: Said;
}

const BREAK_ZH = /[；：]/u;
const BREAK_EN = /[;:]/u;
/** What stands in brackets belongs to the word in front of them. */
const INSIDE = /（[^）]*）|\([^)]*\)/gu;

const cut = (words: string, at: RegExp): readonly [string, string] => {
  const place = words.replaceAll(INSIDE, (inner) => '…'.repeat(inner.length)).search(at);
  return place < 1 ? [words, ''] : [words.slice(0, place).trim(), words.slice(place + 1).trim()];
};

/** The label that a description of the schema makes; null where there is none in words of the screen. */
export function labelOf(description: string | undefined): Label | null {
  if (description === undefined) return null;
  const [zh = '', en = ''] = description.split(' · ');
  if (!/\p{Script=Han}/u.test(zh)) return null;
  const [name, more] = cut(withoutCode(zh), BREAK_ZH);
  const [english, beside] = cut(en === '' ? zh : en.replace(/^id of (?:the )?/u, ''), BREAK_EN);
  return { name: { zh: name, en: capital(english) }, more: { zh: more, en: beside } };
}

/** A day and a time are typed in those of Beijing, and things are chosen by their names, whatever goes over the wire. */
const withoutCode = (zh: string): string =>
  zh.replace('（UTC）', '').replace(/([\p{Script=Han}）])标识$/u, '$1');

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/**
 * The label of a field that is chosen. A description that lists what can be chosen says it twice: the list is left out, and
 * what fields of this name are called everywhere stands for it where nothing else is left.
 *
 * @param codes what can be chosen
 */
export function labelOfChoice(
  name: string,
  description: string | undefined,
  codes: readonly string[],
): Label | null {
  const label = labelFor(name, description);
  const words = FIELD_WORDS[name];
  if (label === null || !words || !isListed(label.name.zh, name, codes))
    return label && { ...label, more: withoutLists(label.more) };
  return { name: words, more: { zh: '', en: '' } };
}

const isListed = (said: string, name: string, codes: readonly string[]): boolean =>
  said.includes('、') ||
  codes.some((code) => said.startsWith(choiceWords(name, code)?.zh.slice(0, 2) ?? said.concat('…')));

const withoutLists = (more: Said): Said => (more.zh.includes('、') ? { zh: '', en: '' } : more);

/** The label of a field: what its schema says of it, otherwise what fields of its name are called everywhere. */
export function labelFor(name: string, description: string | undefined): Label | null {
  const words = FIELD_WORDS[name];
  return labelOf(description) ?? (words ? { name: words, more: { zh: '', en: '' } } : null);
}
