import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import type { CaseProgress } from '../../api/generated/types.gen.ts';
import { dayIn, scaleOf, type Scale } from '../../charts/gantt-scale.ts';
import { Fetched } from '../../ui/fetched.tsx';
import { isoDay } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { TIMETABLE } from '../../words/timetable.ts';
import { barsOf, chapterRow, stageRow, type TimeRow } from './time-rows.ts';
import { withPassed } from './passed.ts';
import { progressQuery } from './queries.ts';

/** 期限表: a table that is read row by row, with bars for whoever looks; it scrolls and prints. */
export function Gantt({ id }: { readonly id: string }) {
  return (
    <Fetched query={useQuery(progressQuery(id))} rows={12}>
      {(progress) => <Table progress={progress} />}
    </Fetched>
  );
}

function Table({ progress: { stages, chapters, now } }: { readonly progress: CaseProgress }) {
  const words = useSaid(TIMETABLE);
  const { language } = useSpeech();
  const [withChapters, setWithChapters] = useState(false);
  const today = dayIn(now);
  const rows = withPassed(stages).flatMap((stage): readonly TimeRow[] => [
    stageRow(stage, language),
    ...(withChapters && stage.kind.startsWith('write') ? chapters.map(chapterRow) : []),
  ]);
  const scale = scaleOf([today, ...rows.flatMap(({ days }) => days)]);
  return (
    <section aria-label={words.gantt}>
      <header className="cockpit-head">
        <p className="soft">{words.ganttHint}</p>
        {chapters.length > 0 && (
          <Checkbox checked={withChapters} onChange={({ target }) => setWithChapters(target.checked)}>
            {words.chapters}
          </Checkbox>
        )}
      </header>
      <div className="sheet dense-scroll" role="region" aria-label={words.gantt} tabIndex={0}>
        <table className="dense cockpit-gantt">
          <Head scale={scale} today={today} />
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} scale={scale} today={today} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface AxisProps {
  readonly scale: Scale;
  readonly today: string;
}

function Head({ scale, today }: AxisProps) {
  const words = useSaid(TIMETABLE);
  return (
    <thead>
      <tr>
        <th scope="col">{words.stage}</th>
        <th scope="col">{words.plan}</th>
        <th scope="col">{words.actual}</th>
        <th scope="col" className="cockpit-axis">
          <span className="unseen">{words.axis}</span>
          <span className="cockpit-line" aria-hidden>
            {scale.months.map((month) => (
              <span key={month} className="cockpit-month" style={{ left: `${scale.at(month)}%` }}>
                {month.endsWith('-01-01') ? month.slice(0, 7) : Number(month.slice(5, 7))}
              </span>
            ))}
            <span className="cockpit-today" style={{ left: `${scale.at(today)}%` }}>
              {words.today}
            </span>
          </span>
        </th>
      </tr>
    </thead>
  );
}

interface RowProps extends AxisProps {
  readonly row: TimeRow;
}

function Row({ row, scale, today }: RowProps) {
  const words = useSaid(TIMETABLE);
  const { language } = useSpeech();
  const { title, state, planned, words: standing, late, isPart } = row;
  return (
    <tr className={isPart ? 'cockpit-part' : undefined} aria-current={state === 'open' ? 'step' : undefined}>
      <th scope="row">
        {title}
        <span className="soft">{standing}</span>
      </th>
      <td>{planned === null ? <span className="soft">{words.none}</span> : isoDay(planned, language)}</td>
      <td>
        <Actual row={row} />
        {late && <strong className="due-late"> {words.late}</strong>}
      </td>
      <td className="cockpit-axis">
        <Bars row={row} scale={scale} today={today} />
      </td>
    </tr>
  );
}

function Actual({ row: { from, to } }: Pick<RowProps, 'row'>) {
  const words = useSaid(TIMETABLE);
  const { language } = useSpeech();
  if (from === null) return <span className="soft">—</span>;
  const first = isoDay(from, language);
  if (to === from) return first;
  return to === null ? words.since(first) : words.span(first, isoDay(to, language));
}

/** The same as the cells before it, to be looked at. */
function Bars({ row, scale, today }: RowProps) {
  const { planned } = row;
  const due = planned === null ? null : scale.at(planned) + scale.span(planned, planned);
  return (
    <span className="cockpit-line" aria-hidden>
      <span className="cockpit-today" style={{ left: `${scale.at(today)}%` }} />
      {barsOf(row, today).map(({ kind, first, last }) => (
        <span
          key={kind}
          className={`cockpit-bar cockpit-bar-${kind}`}
          style={{ left: `${scale.at(first)}%`, width: `${scale.span(first, last)}%` }}
        />
      ))}
      {due !== null && <span className="cockpit-due" style={{ left: `${due}%` }} />}
    </span>
  );
}
