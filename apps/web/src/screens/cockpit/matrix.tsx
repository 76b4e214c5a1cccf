import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { CaseProgress } from '../../api/generated/types.gen.ts';
import { DueBadge } from '../../ui/due-badge.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Sift } from '../../ui/sift.tsx';
import { dueDay } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { comma } from '../../words/marks.ts';
import { TIMETABLE } from '../../words/timetable.ts';
import { progressQuery } from './queries.ts';
import { screenOf } from './screen-of.ts';
import { StepCell, StepHeads } from './step-cell.tsx';

type Chapter = CaseProgress['chapters'][number];
type Department = CaseProgress['departments'][number];

/** 办理矩阵: every chapter and every department by steps; hundreds of rows are read with the heads in sight. */
export function Matrix({ id }: { readonly id: string }) {
  return (
    <Fetched query={useQuery(progressQuery(id))} rows={12}>
      {(progress) => <Tables progress={progress} />}
    </Fetched>
  );
}

const PENDING: ReadonlySet<string> = new Set(['open', 'late', 'back']);
const isPending = ({ steps }: Pick<Chapter, 'steps'>): boolean =>
  steps.some(({ state }) => PENDING.has(state));

function Tables({ progress: { chapters, departments, now } }: { readonly progress: CaseProgress }) {
  const words = useSaid(TIMETABLE);
  const [sought, setSought] = useState('');
  const [only, setOnly] = useState(false);
  const fits = (texts: readonly string[]): boolean =>
    sought.trim() === '' || texts.some((text) => text.includes(sought.trim()));
  const rows = chapters.filter(
    (row) => (!only || isPending(row)) && fits([row.label, row.lead, ...row.owners, ...row.support]),
  );
  const lines = departments.filter((row) => (!only || isPending(row)) && fits([row.label]));
  return (
    <>
      <Sift
        find={words.find}
        sought={sought}
        onSeek={setSought}
        only={words.only}
        isOnly={only}
        onOnly={setOnly}
      />
      <Part title={words.chapterMatrix} rows={rows.length} all={chapters.length} none={words.noChapters}>
        <ChapterTable rows={rows} now={now} />
      </Part>
      <Part
        title={words.departmentMatrix}
        rows={lines.length}
        all={departments.length}
        none={words.noDepartments}
      >
        <DepartmentTable rows={lines} now={now} />
      </Part>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly rows: number;
  readonly all: number;
  /** Said when there is nothing at all. */
  readonly none: string;
  readonly children: ReactNode;
}

function Part({ title, rows, all, none, children }: PartProps) {
  const words = useSaid(TIMETABLE);
  return (
    <section aria-label={title}>
      <h2>
        {title} <span className="soft">{words.of(rows, all)}</span>
      </h2>
      {all === 0 && <EmptyState title={none} why={words.matrixWhy} />}
      {all > 0 && rows === 0 && <p className="soft">{words.noMatch}</p>}
      {rows > 0 && (
        <div className="sheet dense-scroll cockpit-tall" role="region" aria-label={title} tabIndex={0}>
          {children}
        </div>
      )}
    </section>
  );
}

interface TableProps<Row> {
  readonly rows: readonly Row[];
  readonly now: string;
}

function ChapterTable({ rows, now }: TableProps<Chapter>) {
  const words = useSaid(TIMETABLE);
  const { language } = useSpeech();
  return (
    <table className="dense cockpit-matrix">
      <thead>
        <tr>
          <th scope="col">{words.chapter}</th>
          <th scope="col">{words.lead}</th>
          <th scope="col">{words.owners}</th>
          <th scope="col">{words.support}</th>
          <StepHeads steps={rows[0]?.steps ?? []} />
          <th scope="col">{words.plan}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.stream ?? row.no}>
            <th scope="row">
              <Named href={row.href} label={`${row.no}. ${row.label}`} />
            </th>
            <td>{row.lead}</td>
            <td>{row.owners.join(comma(language))}</td>
            <td className="cockpit-support">
              <Support names={row.support} />
            </td>
            {row.steps.map((step) => (
              <StepCell key={step.step} of={step} href={row.href} />
            ))}
            <td className="cockpit-date">
              <Dated row={row} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DepartmentTable({ rows, now }: TableProps<Department>) {
  const words = useSaid(TIMETABLE);
  return (
    <table className="dense cockpit-matrix">
      <thead>
        <tr>
          <th scope="col">{words.department}</th>
          <StepHeads steps={rows[0]?.steps ?? []} />
          <th scope="col" className="cockpit-number">
            {words.opinions}
          </th>
          <th scope="col">{words.plan}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.department}>
            <th scope="row">
              <Named href={row.href} label={row.label} />
            </th>
            {row.steps.map((step) => (
              <StepCell key={step.step} of={step} href={row.href} />
            ))}
            <td className="cockpit-number">{row.opinions ?? '—'}</td>
            <td className="cockpit-date">
              <Dated row={row} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const Named = ({ href, label }: { readonly href: string | null; readonly label: string }) =>
  href === null ? label : <Link to={screenOf(href)}>{label}</Link>;

/** Chapters are supported by a dozen departments: their number, and who they are for whoever asks. */
function Support({ names }: { readonly names: readonly string[] }) {
  const words = useSaid(TIMETABLE);
  const { language } = useSpeech();
  if (names.length <= 2) return names.join(comma(language));
  return (
    <details>
      <summary>{words.departments(names.length)}</summary>
      {names.join(comma(language))}
    </details>
  );
}

interface DatedProps {
  readonly row: Pick<Department, 'due' | 'overdue' | 'received'>;
  readonly now: string;
}

/** What came is dated and no longer counted down. */
function Dated({ row: { due, overdue, received }, now }: DatedProps) {
  const { language } = useSpeech();
  if (due === null) return null;
  if (received === null || overdue) return <DueBadge due={due} overdue={overdue} now={now} />;
  return <span className="soft">{dueDay(due, language)}</span>;
}
