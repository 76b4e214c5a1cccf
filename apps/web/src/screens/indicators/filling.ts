import type { FillIndicator, Me } from '../../api/generated/types.gen.ts';
import type { Row } from './queries.ts';

/** What somebody wrote so far, by row. */
export interface Written {
  readonly [row: string]: { readonly current?: string; readonly target?: string; readonly basis?: string };
}

/** What was kept on this machine; nothing where it cannot be read. */
export function read(kept: string): Written {
  if (kept === '') return {};
  try {
    return JSON.parse(kept) as Written;
  } catch {
    return {};
  }
}

type Capacities = Me['capacities'];

const OPEN: ReadonlySet<string> = new Set(['assigned', 'returned', 'filled']);

/** Rows that wait for one of my posts: named as its filler, or as head of the department that answers for it. */
export const mineOf = (rows: readonly Row[], capacities: Capacities): readonly Row[] =>
  rows.filter(
    ({ filler, department, status }) =>
      OPEN.has(status) &&
      capacities.some((held) =>
        filler === null
          ? held.as === 'department-head' && held.department?.id === department
          : held.post === filler,
      ),
  );

const said = (text: string | undefined, before: string | null): string | null => {
  const trimmed = (text ?? before ?? '').trim();
  return trimmed === '' ? null : trimmed;
};

/** What is sent: rows of which something was written and of which a figure is there. */
export const filledIn = (rows: readonly Row[], written: Written): FillIndicator['rows'] =>
  rows.flatMap(({ row, current, target }) => {
    const own = written[row];
    if (!own) return [];
    const figures = { current: said(own.current, current), target: said(own.target, target) };
    if (figures.current === null && figures.target === null) return [];
    return [{ row, ...figures, basis: own.basis?.trim() ?? '' }];
  });
