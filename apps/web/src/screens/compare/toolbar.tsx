import { Button } from 'antd';
import { COMPARE } from '../../words/compare.ts';
import { useSaid } from '../../words/language.tsx';
import { countOf, FILTERS, type ChangeRow, type Filter } from './rows.ts';

export const VIEWS = ['inline', 'columns', 'clean', 'numbers'] as const;
export type View = (typeof VIEWS)[number];

interface ToolbarProps {
  readonly changes: readonly ChangeRow[];
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly filters: ReadonlySet<Filter>;
  readonly onFilter: (filter: Filter) => void;
  readonly isFolded: boolean;
  readonly onFold: () => void;
}

/** How it is looked at, and which of the changes. */
export function Toolbar(props: ToolbarProps) {
  const { changes, view, onView, filters, onFilter, isFolded, onFold } = props;
  const words = useSaid(COMPARE);
  const lists = view === 'inline' || view === 'columns';
  return (
    <div className="compare-tools">
      <div role="group" aria-label={words.view} className="compare-chips compare-views">
        {VIEWS.map((one) => (
          <Chip
            key={one}
            name={words.views[one]}
            isOn={view === one}
            onPress={() => onView(one)}
            more={one === 'columns' ? 'compare-wide' : ''}
          />
        ))}
      </div>
      {lists && (
        <div role="group" aria-label={words.filter} className="compare-chips">
          {FILTERS.map((one) => {
            const n = countOf(changes, one);
            return (
              <Chip
                key={one}
                name={words.counted(words.filters[one], n)}
                isOn={filters.has(one)}
                isOff={n === 0}
                onPress={() => onFilter(one)}
              />
            );
          })}
          <Chip name={words.fold} isOn={isFolded} isOff={filters.size > 0} onPress={onFold} />
        </div>
      )}
    </div>
  );
}

interface ChipProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly isOff?: boolean;
  readonly onPress: () => void;
  readonly more?: string;
}

const Chip = ({ name, isOn, isOff = false, onPress, more = '' }: ChipProps) => (
  <Button
    className={`compare-chip ${more}`}
    type={isOn ? 'primary' : 'default'}
    aria-pressed={isOn}
    disabled={isOff}
    onClick={onPress}
  >
    {name}
  </Button>
);
