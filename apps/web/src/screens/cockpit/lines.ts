import type { CaseOverview, OwingList } from '../../api/generated/types.gen.ts';
import { daysUntil } from '../../words/day.ts';

export type Group = OwingList['groups'][number];
export type Line = Group['lines'][number];

export const FILTERS = ['all', 'soon', 'late'] as const;
export type Filter = (typeof FILTERS)[number];

/** Days that make a date near. */
const SOON = 3;

/** One obligation of one stream. */
export const keyOf = ({ stream, name }: Pick<Line, 'stream' | 'name'>): string => `${stream} ${name}`;

export const isSoon = ({ due }: Line, now: string): boolean => due !== null && daysUntil(due, now) <= SOON;

export const isWanted = (line: Line, filter: Filter, now: string): boolean =>
  filter === 'all' || line.overdue || (filter === 'soon' && isSoon(line, now));

/** What stands in an open stage comes first; what is late, first of all. */
export function openFirst(
  groups: readonly Group[],
  { stages }: Pick<CaseOverview, 'stages'>,
): readonly Group[] {
  const open = new Set(stages.filter(({ state }) => state === 'open').map(({ id }) => id));
  const rank = ({ stage, lines }: Group): number =>
    lines.some(({ overdue }) => overdue) ? 0 : open.has(stage?.id ?? '') ? 1 : 2;
  return [...groups].sort((a, b) => rank(a) - rank(b)).map(numbered);
}

/** 第9条 before 第10条: what one post owes by one day stands in the order in which people count. */
function numbered(group: Group): Group {
  const [first] = group.lines;
  const isAlike = group.lines.every(({ due, holder }) => due === first?.due && holder === first.holder);
  if (!isAlike) return group;
  const lines = [...group.lines].sort((a, b) => a.label.localeCompare(b.label, 'zh', { numeric: true }));
  return { ...group, lines };
}

/** Whose it is in words that may leave the house: the department, else the post that holds it. Never a person. */
export const whoOf = ({ department, holder }: Line): string => department?.name ?? holder;

/** The chosen lines of a list that can be urged now, each with the act that it owes. */
export const chosenIn = (
  { groups }: OwingList,
  chosen: ReadonlySet<string>,
): readonly { readonly group: Group; readonly line: Line }[] =>
  groups.flatMap((group) =>
    group.lines.flatMap((line) => (line.mayUrge && chosen.has(keyOf(line)) ? [{ group, line }] : [])),
  );
