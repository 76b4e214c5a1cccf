import { Button } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { CHARTS } from '../words/charts.ts';
import { useSaid } from '../words/language.tsx';
import { barOption, heightOf, lineOption, type Bars } from './bars.ts';
import './charts.css';

const Drawing = lazy(() => import('./drawing.tsx'));

interface ChartProps {
  readonly title: string;
  readonly of: Bars;
  readonly kind: 'bars' | 'line';
  /** The heading above the names. */
  readonly first: string;
  /** A value in words; null where there is none. */
  readonly said: (value: number | null) => string;
}

/** Points of the screen that a course over years is high. */
const LINE_HEIGHT = 240;

/** A picture for whoever would rather look, with the same figures as a table. */
export function Chart({ title, of, kind, first, said }: ChartProps) {
  const words = useSaid(CHARTS);
  const [isTable, setTable] = useState(false);
  const option = useMemo(() => (kind === 'bars' ? barOption(of) : lineOption(of)), [kind, of]);
  const height = kind === 'bars' ? heightOf(of) : LINE_HEIGHT;
  return (
    <figure className="sheet chart">
      <figcaption>
        <h3>{title}</h3>
        <Button onClick={() => setTable(!isTable)} aria-pressed={isTable}>
          {isTable ? words.asChart : words.asTable}
        </Button>
      </figcaption>
      <p className="soft">{of.description}</p>
      {isTable ? (
        <Figures of={of} first={first} said={said} title={title} />
      ) : (
        <Suspense fallback={<div className="chart-place" style={{ height }} />}>
          <Drawing option={option} height={height} label={`${title}：${of.description}`} />
        </Suspense>
      )}
    </figure>
  );
}

function Figures({ of: { labels, series }, first, said, title }: Omit<ChartProps, 'kind'>) {
  return (
    <div className="chart-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="chart-table">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label, i) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {series.map(({ name, values }) => (
                <td key={name}>{said(values[i] ?? null)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
