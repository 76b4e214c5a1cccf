import type { OpinionLine } from '../../api/generated/types.gen.ts';

/** Opinions on one clause of one text; a single one where nobody else is on it. */
export interface Cluster {
  readonly key: string;
  readonly items: readonly OpinionLine[];
}

const keyOf = ({ stream, clause, consultation }: OpinionLine): string =>
  clause === null ? stream : `${consultation} ${clause}`;

/** Those on one clause together, at the place of the first of them. */
export function clustersOf(items: readonly OpinionLine[]): readonly Cluster[] {
  const found = new Map<string, OpinionLine[]>();
  for (const item of items) found.set(keyOf(item), [...(found.get(keyOf(item)) ?? []), item]);
  return [...found].map(([key, all]) => ({ key, items: all }));
}

/** 待研究: nothing is proposed for it yet. */
export const isLeft = ({ status }: Pick<OpinionLine, 'status'>): boolean => status === 'given';

/** The next one for which nothing is proposed, after this one and then from the first. */
export function nextLeft(items: readonly OpinionLine[], stream: string): string | null {
  const at = items.findIndex((item) => item.stream === stream);
  const others = [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))];
  return others.find(isLeft)?.stream ?? null;
}

export const isFound = ({ wording, from, path, quote }: OpinionLine, sought: string): boolean =>
  [wording, from, path, quote].some((text) => text?.includes(sought) === true);
