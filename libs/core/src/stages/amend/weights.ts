import type { Said } from '../../refusal.ts';
import type { Weight } from './facts.ts';
import { sameNumbers } from './numbers.ts';

/** What was touched, in the words of the screen. */
export const WEIGHTS: { readonly [weight in Weight]: Said } = {
  numbers: { zh: '数字变动', en: 'a number changed' },
  headings: { zh: '篇章增减或更名', en: 'a chapter came, went or was renamed' },
  duties: { zh: '责任分工变动', en: 'who is to do something changed' },
  waiting: { zh: '前次修改尚待审议', en: 'an earlier change waits for its gate' },
};

/** 第X章、第X部分 … where a text has them; 一、二、 where it has none. */
const CHAPTER = /^\s*第[0-9〇零一二三四五六七八九十百]+(?:部分|章|篇)[\s、：:.．]*(.*\S)\s*$/u;
const SECTION = /^\s*[一二三四五六七八九十百]+、\s*(.*\S)\s*$/u;

/** 责任部门：… 由……负责: who is to do something, up to the end of the clause that says so. */
const DUTY =
  /(?:牵头|责任|主办|配合|协办)(?:领导|部门|科室|单位)[^。；;\n]{0,60}|由[^。；;，,\n]{1,40}(?:负责|牵头|承担)/gu;

function titled(text: string, form: RegExp): readonly string[] {
  return text.split('\n').flatMap((line) => form.exec(line)?.[1] ?? []);
}

/** The titles of a text's parts on its highest level, without their numbers: renumbering renames nothing. */
function headingsOf(text: string): readonly string[] {
  const chapters = titled(text, CHAPTER);
  return chapters.length > 0 ? chapters : titled(text, SECTION);
}

const dutiesOf = (text: string): readonly string[] => [...text.matchAll(DUTY)].map(([found]) => found);

const same = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((each, i) => each === after[i]);

/**
 * What of a text a change touched that is more than wording: a number, a chapter that came, went or was renamed, who
 * is to do something.
 *
 * @source 重大行政决策程序暂行条例 §37 作出重大调整的，重新履行程序（参照）
 */
export const touched = (before: string, after: string): readonly Weight[] => [
  ...(sameNumbers(before, after) ? [] : (['numbers'] as const)),
  ...(same(headingsOf(before), headingsOf(after)) ? [] : (['headings'] as const)),
  ...(same(dutiesOf(before), dutiesOf(after)) ? [] : (['duties'] as const)),
];
