import { useEffect, useId, useRef, useState, type KeyboardEvent, type UIEvent } from 'react';
import type { TimelineEntry } from '../../../api/audit-generated/types.gen.ts';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { useSaid } from '../../../words/language.tsx';
import { EntryRow } from './row.tsx';
import { ROW_PX, shownRows } from './window.ts';

interface EntryGridProps {
  readonly items: readonly TimelineEntry[];
  /** The index of the entry whose detail is shown. */
  readonly chosen: number | null;
  readonly onChoose: (entry: TimelineEntry) => void;
  /** Told when the end comes into sight. */
  readonly onEnd: () => void;
}

/** Rows as a grid that keys walk through. Only those in sight are drawn: a record of ten thousand entries stays light. */
export function EntryGrid({ items, chosen, onChoose, onEnd }: EntryGridProps) {
  const words = useSaid(AUDIT_TIME);
  const id = useId();
  const { box, at, setAt, rows, scrolled, walk } = useWalk(items, onChoose);
  useEffect(() => {
    if (rows.end >= items.length) onEnd();
  });
  const isInSight = at >= rows.begin && at < rows.end;
  return (
    <div
      ref={box}
      className="audit-grid sheet"
      role="grid"
      aria-label={words.whole}
      aria-rowcount={items.length}
      tabIndex={0}
      aria-activedescendant={isInSight ? `${id}-${at}` : undefined}
      onKeyDown={walk}
      onScroll={scrolled}
    >
      <div role="rowgroup" style={{ height: items.length * ROW_PX, position: 'relative' }}>
        {items.slice(rows.begin, rows.end).map((entry, n) => (
          <EntryRow
            key={entry.idx}
            id={`${id}-${rows.begin + n}`}
            entry={entry}
            place={rows.begin + n}
            isAt={rows.begin + n === at}
            isChosen={entry.idx === chosen}
            onPress={() => {
              setAt(rows.begin + n);
              onChoose(entry);
            }}
          />
        ))}
      </div>
    </div>
  );
}

/** Which row the keys stand on, and which rows are in sight. */
function useWalk(items: readonly TimelineEntry[], onChoose: (entry: TimelineEntry) => void) {
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const [sight, setSight] = useState({ top: 0, height: 600 });
  const walk = (event: KeyboardEvent): void => {
    const to = aimOf(event.key, at, items.length, Math.floor(sight.height / ROW_PX));
    if (to === null) return;
    event.preventDefault();
    const found = items[to];
    if (event.key === 'Enter' && found) onChoose(found);
    setAt(to);
    bringIntoSight(box.current, to);
  };
  const scrolled = ({ currentTarget: { scrollTop, clientHeight } }: UIEvent<HTMLDivElement>): void =>
    setSight({ top: scrollTop, height: clientHeight });
  return { box, at, setAt, rows: shownRows(sight, items.length), scrolled, walk };
}

/** Where a key leads; null for keys that lead nowhere. */
function aimOf(key: string, at: number, all: number, page: number): number | null {
  const aims: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: all - 1,
    Enter: at,
  };
  const aim = aims[key];
  return aim === undefined ? null : Math.max(0, Math.min(all - 1, aim));
}

function bringIntoSight(box: HTMLDivElement | null, row: number): void {
  if (!box) return;
  const top = row * ROW_PX;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW_PX > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW_PX - box.clientHeight;
}
