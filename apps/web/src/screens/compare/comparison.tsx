import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { Compared } from '../../text/compared.ts';
import { linesOf } from '../../text/lines.ts';
import { Reader } from '../../text/reader.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { COMPARE } from '../../words/compare.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { ChangeRows } from './change-rows.tsx';
import { NumberTable } from './number-table.tsx';
import { chosen, isChange, rowsOf, type ChangeRow, type Filter } from './rows.ts';
import { Steps } from './steps.tsx';
import { Toolbar, type View } from './toolbar.tsx';
import { useChangeKeys } from './use-change-keys.ts';
import { useSteps } from './use-steps.ts';
import { useTicks } from './use-ticks.ts';

interface ComparisonProps {
  readonly compared: Compared;
  readonly after: string;
  /** Who reads which two versions: ticks are kept by it. */
  readonly subject: string;
  /** What else can be done with a change; the same function as long as that stays. */
  readonly more: (row: ChangeRow) => ReactNode;
  /** What a change answers; the same function as long as that stays. */
  readonly because: (row: ChangeRow) => ReactNode;
}

/** The changes of two versions: looked at one by one, filtered, ticked. */
export function Comparison({ compared, after, subject, more, because }: ComparisonProps) {
  const words = useSaid(COMPARE);
  const { language } = useSpeech();
  const rows = useMemo(() => rowsOf(compared.diff, linesOf(after)), [compared, after]);
  const changes = useMemo(() => rows.filter(isChange), [rows]);
  const [view, setView] = useState<View>('inline');
  if (changes.length === 0) return <EmptyState title={words.same} why={words.sameWhy} />;
  const listed = { rows, changes, subject, more, because };
  return (
    <>
      <p className="sentence">{compared.said[language]}</p>
      {view === 'inline' || view === 'columns' ? (
        <Listed {...listed} view={view} onView={setView} />
      ) : (
        <>
          <Toolbar
            changes={changes}
            view={view}
            onView={setView}
            filters={NO_FILTER}
            onFilter={() => undefined}
            isFolded
            onFold={() => undefined}
          />
          {view === 'clean' ? (
            <Reader text={after} />
          ) : (
            <NumberTable numbers={compared.tally.numbers} lines={linesOf(after)} />
          )}
        </>
      )}
    </>
  );
}

const NO_FILTER: ReadonlySet<Filter> = new Set();

interface ListedProps extends Pick<ComparisonProps, 'subject' | 'more' | 'because'> {
  readonly rows: Parameters<typeof chosen>[0];
  readonly changes: readonly ChangeRow[];
  readonly view: 'inline' | 'columns';
  readonly onView: (view: View) => void;
}

function Listed({ rows, changes, subject, more, because, view, onView }: ListedProps) {
  const words = useSaid(COMPARE);
  const [filters, setFilters] = useState(NO_FILTER);
  const [isFolded, setFolded] = useState(true);
  const shown = useMemo(() => chosen(rows, filters), [rows, filters]);
  const listed = useMemo(() => shown.filter(isChange), [shown]);
  const { ticks, turn } = useTicks(subject);
  const { current, at, next, before } = useSteps(listed);
  const tick = useCallback(() => {
    if (current > 0) turn(current);
  }, [current, turn]);
  useChangeKeys({ next, before, tick });
  const filter = (one: Filter): void => {
    const set = new Set(filters);
    if (!set.delete(one)) set.add(one);
    setFilters(set);
  };
  const seen = changes.filter(({ no }) => ticks.has(no)).length;
  const looks = { layout: view, isFolded, current, ticks, onTick: turn, more, because };
  return (
    <>
      <Toolbar
        changes={changes}
        view={view}
        onView={onView}
        filters={filters}
        onFilter={filter}
        isFolded={isFolded}
        onFold={() => setFolded(!isFolded)}
      />
      {listed.length === 0 ? (
        <EmptyState title={words.none} why={words.noneWhy} />
      ) : (
        <ChangeRows rows={shown} looks={looks} />
      )}
      <Steps at={at} all={listed.length} seen={seen} onBefore={before} onNext={next} />
    </>
  );
}
