import { QUANTITY, valueFrom, type Value } from '../indicators/value.ts';
import { wordsOf } from './words.ts';

/** A quantity where it stands in a text, `to` not included. */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  /** As written: `约80万人次`. */
  readonly text: string;
  readonly value: Value;
}

const ANYWHERE = new RegExp(QUANTITY, 'gu');
const PLAN = /^十[一二三四五六七八九]五/u;

/** The quantities of a text. A number that only counts paragraphs (第三章) or names a plan (十四五) is none. */
export function quantitiesOf(text: string, start: number, end: number): readonly Quantity[] {
  if (!/[\d零〇一二三四五六七八九十百千两]/u.test(text.slice(start, end))) return [];
  return [...text.slice(start, end).matchAll(ANYWHERE)].flatMap((match) => {
    const value = valueFrom(match.groups ?? {});
    const from = start + match.index + match[0].length - match[0].trimStart().length;
    const written = match[0].trim();
    if (!value || isOrdinal(text, from) || PLAN.test(written) || isWordOnly(written, value)) return [];
    return [{ from, to: from + written.length, text: written.replace(/\s+/g, ''), value }];
  });
}

const isOrdinal = (text: string, from: number): boolean =>
  /第\s*$/u.test(text.slice(Math.max(0, from - 3), from));

/** 统一, 一流, 十分: a Chinese numeral counts something only with a unit or with 万. */
const isWordOnly = (written: string, { unit, scaled }: Value): boolean =>
  !/\d/.test(written) && unit === '' && !scaled;

/** Whether both say the same, however they are written: 八十张 and 80张. */
export const isEqual = (one: Value, other: Value): boolean =>
  one.low === other.low && one.high === other.high && one.bound === other.bound && one.unit === other.unit;

const TIME = /^.*(?:年末|年底|年初|月底|\d年|期末|期间|以来)/u;
const LEADING = /^(?:保持|达到|全院|我院|本院|医院|力争|其中|确保|争取|实现|将|把|使|并|到|至|年|均|共|计)+/u;
const TRAILING =
  /(?:达到|达|提高|提升|上升|增加|增长|增至|升至|降至|扩大|降低|下降|缩短|减少|保持|稳定|维持|控制|突破|实现|不低于|不少于|不超过|不高于|不足|超过|低于|高于|大于|小于|至少|以上|至|到|在|为|共|约|近|从|由|了|有|[≥≤><＞＜=＝]|始终|均|都|预计|力争|数量|[\s\u3000])+$/u;
const EARLIER = /(?:从|由)[^从由]{1,10}$/u;
const LONGEST = 12;
/** A row of a table is not longer, nor is a clause that names something. */
const ROW = 400;
const CLAUSE = 60;

/** What the words before a quantity say is counted, from `start` on; in a row of a table its first cell. */
export function nameOf(text: string, start: number, { from }: Quantity): string {
  const near = text.slice(Math.max(start, from - ROW), from);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const cells = before.split(/\t|\|/);
  if (cells.length > 1) return (cells.find((cell) => /\p{L}/u.test(cell)) ?? '').trim();
  const clause = before
    .slice(-CLAUSE)
    .replace(/^.*[，。；：、！？（）()“”]/u, '')
    .trim();
  const bare = clause
    .replace(TRAILING, '')
    .replace(EARLIER, '')
    .replace(TIME, '')
    .replace(LEADING, '')
    .replace(TRAILING, '');
  return bare.length <= LONGEST ? bare : '';
}

const POINT_OF_TIME = new Set(['年', '月', '日', '%']);

/** What stands right behind a quantity, where the words before it say nothing: 5名医护人员. */
export function behind(text: string, { to, value }: Quantity): string {
  const [clause] = /^\p{sc=Han}{2,12}/u.exec(text.slice(to, to + 12)) ?? [];
  if (!clause || POINT_OF_TIME.has(value.unit)) return '';
  const [first = '', second = ''] = wordsOf(clause);
  return first.length + second.length <= 4 ? first + second : first;
}
