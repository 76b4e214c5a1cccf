import { useMemo, useState } from 'react';
import { Chart } from '../../charts/chart.tsx';
import { INDICATORS } from '../../words/indicators.ts';
import { useSaid } from '../../words/language.tsx';
import { numberIn } from './number-in.ts';
import type { Row } from './queries.ts';

/** 指标走势: where the last plan began, what it wanted, where it stands, and what this one wants. */
export function Courses({ rows }: { readonly rows: readonly Row[] }) {
  const words = useSaid(INDICATORS);
  const [chosen, choose] = useState(rows[0]?.row ?? '');
  const row = rows.find((each) => each.row === chosen) ?? rows[0];
  if (!row) return null;
  return (
    <section aria-label={words.courses}>
      <h2>{words.courses}</h2>
      <select
        className="indicators-find"
        aria-label={words.course}
        value={row.row}
        onChange={({ target }) => choose(target.value)}
      >
        {rows.map(({ row: value, no, name }) => (
          <option key={value} value={value}>
            {no}. {name}
          </option>
        ))}
      </select>
      <Course row={row} />
    </section>
  );
}

function Course({ row: { name, unit, last, current, target } }: { readonly row: Row }) {
  const words = useSaid(INDICATORS);
  const { years } = words;
  const of = useMemo(
    () => ({
      labels: [years.base, years.lastTarget, years.current, years.target],
      series: [{ name, values: [last.value, last.target, current, target].map(numberIn) }],
      description: words.description(name, unit),
    }),
    [name, unit, last, current, target, years, words],
  );
  if (of.series[0]?.values.every((value) => value === null)) return <p className="soft">{words.noCourse}</p>;
  return (
    <Chart
      title={name}
      kind="line"
      of={of}
      first={words.point}
      said={(value) => (value === null ? words.unreadable : String(value))}
    />
  );
}
