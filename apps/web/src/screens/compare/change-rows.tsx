import { memo, useMemo, type ReactNode } from 'react';
import { ChangeView, type Layout } from './change-view.tsx';
import { KeptView } from './kept-view.tsx';
import type { ChangeRow, Row } from './rows.ts';
import { useGrowing } from './use-growing.ts';

export interface Looks {
  readonly layout: Layout;
  readonly isFolded: boolean;
  /** The change that the reader stands at; 0 for none. */
  readonly current: number;
  readonly ticks: ReadonlySet<number>;
  readonly onTick: (no: number) => void;
  readonly more: (row: ChangeRow) => ReactNode;
  readonly because: (row: ChangeRow) => ReactNode;
}

/** Rows that are drawn in one frame. */
const SLICE = 25;

function slicesOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const slices: (readonly Row[])[] = [];
  for (let at = 0; at < rows.length; at += SLICE) slices.push(rows.slice(at, at + SLICE));
  return slices;
}

/** Every row of the comparison in its order; a thousand of them come slice by slice. */
export function ChangeRows({ rows, looks }: { readonly rows: readonly Row[]; readonly looks: Looks }) {
  const slices = useMemo(() => slicesOf(rows), [rows]);
  const drawn = useGrowing(slices);
  return (
    <ol className="sheet compare-rows" aria-busy={drawn < slices.length}>
      {slices.slice(0, drawn).map((slice, i) => (
        <Slice key={i} rows={slice} looks={looks} />
      ))}
    </ol>
  );
}

interface SliceProps {
  readonly rows: readonly Row[];
  readonly looks: Looks;
}

/** Drawn again only when something of its own rows changes. */
const Slice = memo(
  ({ rows, looks: { layout, isFolded, current, ticks, onTick, more, because } }: SliceProps) =>
    rows.map((row) =>
      row.kind === 'kept' ? (
        <KeptView key={`kept-${row.line}`} row={row} isFolded={isFolded} />
      ) : (
        <ChangeView
          key={row.no}
          row={row}
          layout={layout}
          isCurrent={row.no === current}
          isSeen={ticks.has(row.no)}
          onTick={onTick}
          more={more(row)}
          because={because(row)}
        />
      ),
    ),
  (was, is) => was.rows === is.rows && !isTouched(was, is),
);

function isTouched({ rows, looks: was }: SliceProps, { looks: is }: SliceProps): boolean {
  if (was.layout !== is.layout || was.isFolded !== is.isFolded) return true;
  if (was.more !== is.more || was.because !== is.because) return true;
  return rows.some(
    (row) =>
      row.kind === 'change' &&
      (was.ticks.has(row.no) !== is.ticks.has(row.no) ||
        (was.current === row.no) !== (is.current === row.no)),
  );
}
