import { markerOf } from '@mouding/text';
import type { Words } from '../words.ts';
import type { Part } from './compiled-text.ts';

/** Names are compared as people count: 2 before 10. */
const natural = new Intl.Collator('zh', { numeric: true });

/** The number that the name of a file begins with: 03-人才.docx, 第三章 人才.docx, 三、人才.docx, （三）人才.docx. */
export function numberOf(name: string): number | null {
  const digits = /^[（(【[]?(\d{1,3})(?!\d)/.exec(name)?.[1];
  if (digits !== undefined) return Number(digits);
  const stem = name.replace(/\.[^.]+$/, '');
  return (
    markerOf(stem)?.ordinal ??
    markerOf(stem.replace(/^([一二三四五六七八九十]{1,3})/, '$1、'))?.ordinal ??
    null
  );
}

/** The names in the order of their numbers; those without one behind, by name. */
export const ordered = (names: readonly string[]): readonly string[] =>
  names.toSorted((a, b) => (numberOf(a) ?? Infinity) - (numberOf(b) ?? Infinity) || natural.compare(a, b));

/** What a clerk has to look at before the whole is used: numbers that are there twice or not at all, titles twice. */
export function trouble(parts: readonly Pick<Part, 'name' | 'title'>[]): readonly Words[] {
  const numbers = new Map<number, string[]>();
  const titles = new Map<string, string[]>();
  for (const { name, title } of parts) {
    const number = numberOf(name);
    if (number !== null) numbers.set(number, [...(numbers.get(number) ?? []), name]);
    const bare = title.slice(markerOf(title)?.to ?? 0).trim();
    if (bare !== '') titles.set(bare, [...(titles.get(bare) ?? []), name]);
  }
  return [...doubled(numbers), ...missing(numbers), ...unnumbered(parts, numbers), ...twice(titles)];
}

const doubled = (numbers: ReadonlyMap<number, readonly string[]>): readonly Words[] =>
  [...numbers].flatMap(([number, names]) =>
    names.length < 2
      ? []
      : [
          {
            zh: `序号 ${number} 有 ${names.length} 份：${names.join('、')}。`,
            en: `Number ${number} is there ${names.length} times: ${names.join(', ')}.`,
          },
        ],
  );

function missing(numbers: ReadonlyMap<number, readonly string[]>): readonly Words[] {
  const last = Math.max(0, ...numbers.keys());
  const gaps = Array.from({ length: last }, (_, i) => i + 1).filter((number) => !numbers.has(number));
  if (gaps.length === 0 || gaps.length > numbers.size * 4) return [];
  return [{ zh: `缺少序号 ${gaps.join('、')}。`, en: `There is no number ${gaps.join(', ')}.` }];
}

/** Some have a number and some have none: these stand at the end. */
function unnumbered(
  parts: readonly Pick<Part, 'name'>[],
  numbers: ReadonlyMap<number, readonly string[]>,
): readonly Words[] {
  const names = parts.map(({ name }) => name).filter((name) => numberOf(name) === null);
  if (names.length === 0 || numbers.size === 0) return [];
  return [
    {
      zh: `文件名没有序号，排在最后：${names.join('、')}。`,
      en: `Without a number, at the end: ${names.join(', ')}.`,
    },
  ];
}

const twice = (titles: ReadonlyMap<string, readonly string[]>): readonly Words[] =>
  [...titles].flatMap(([title, names]) =>
    names.length < 2
      ? []
      : [
          {
            zh: `标题“${title}”重复：${names.join('、')}。`,
            en: `The title “${title}” is there more than once: ${names.join(', ')}.`,
          },
        ],
  );
