import { canonical, type Json } from '@mouding/evidence';
import type { Said } from '../refusal.ts';
import type { Change } from './diff.ts';
import { fieldWords, valueWords } from './diff-words.ts';

/** What the fields belong to: the place in the definition, and how a reader calls it. */
export interface Owner {
  readonly at: string;
  readonly name: Said;
}

/** Whether two parts of a definition say the same. */
export const isSame = (was: unknown, is: unknown): boolean =>
  canonical(JSON.parse(JSON.stringify(was ?? null)) as Json) ===
  canonical(JSON.parse(JSON.stringify(is ?? null)) as Json);

/** One change for every field that is other; a field that only one of them has counts as not set in the other. */
export function fieldChanges(
  what: Change['what'],
  { at, name }: Owner,
  before: object,
  after: object,
): readonly Change[] {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => !isSame(was.get(field), is.get(field)))
    .map((field) => {
      const word = fieldWords(field);
      const [from, to] = [valueWords(was.get(field), field), valueWords(is.get(field), field)];
      return {
        what,
        at: at === '' ? field : `${at}.${field}`,
        zh: `${name.zh}的${word.zh}由“${from.zh}”改为“${to.zh}”`,
        en: `${name.en}: ${word.en} is “${to.en}” instead of “${from.en}”`,
      };
    });
}
