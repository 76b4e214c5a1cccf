import type { Organisation, StaffList } from '../../api/generated/types.gen.ts';

export type Person = StaffList['items'][number];
export type Order = 'stroke' | 'rank' | 'login';

/** 以姓氏笔画为序: as lists of people are set in official papers. */
const STROKES = new Intl.Collator('zh-CN-u-co-stroke');

/** People whose name, login or post has the words, in one of the orders. */
export function sorted(
  people: readonly Person[],
  org: Organisation | undefined,
  order: Order,
  words: string,
): readonly Person[] {
  const ranks = new Map((org?.posts ?? []).map(({ id }, n) => [id, n]));
  const rank = ({ posts }: Person): number =>
    Math.min(Infinity, ...posts.map(({ id }) => ranks.get(id) ?? Infinity));
  const found = people.filter((person) => hay(person).includes(words.trim().toLowerCase()));
  const by: { readonly [O in Order]: (a: Person, b: Person) => number } = {
    stroke: (a, b) => STROKES.compare(a.name ?? '', b.name ?? ''),
    rank: (a, b) => Math.sign(rank(a) - rank(b)) || STROKES.compare(a.name ?? '', b.name ?? ''),
    login: (a, b) => a.login.localeCompare(b.login),
  };
  return [...found].sort(by[order]);
}

const hay = ({ name, login, posts }: Person): string =>
  [name, login, ...posts.map(({ title }) => title)].join(' ').toLowerCase();
