import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { IndicatorTable } from '../../api/generated/types.gen.ts';
import { resourceQuery } from '../../api/resource.ts';
import '../../ui/dense.css';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { OfPlan } from '../../ui/of-plan.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { Sift } from '../../ui/sift.tsx';
import { INDICATORS } from '../../words/indicators.ts';
import { useSaid } from '../../words/language.tsx';
import { Comparison } from './comparison.tsx';
import { Courses } from './courses.tsx';
import { Fill } from './fill.tsx';
import './indicators.css';
import { indicatorsQuery } from './queries.ts';
import { Sheet } from './sheet.tsx';
import { Table, type TableProps } from './table.tsx';

/** 指标表: what a plan promises in figures, who answers for each, and what the text says of it. */
export function Indicators() {
  const { id = '' } = useParams();
  const words = useSaid(INDICATORS);
  return (
    <Page title={words.title} over={<OfPlan id={id} label={words.title} />}>
      <Fetched query={useQuery(indicatorsQuery(id))} rows={10}>
        {(table) =>
          table.stream === null || table.rows.length === 0 ? (
            <EmptyState title={words.none} why={words.noneWhy} />
          ) : (
            <Shown id={id} table={table} stream={table.stream} />
          )
        }
      </Fetched>
    </Page>
  );
}

interface ShownProps {
  readonly id: string;
  readonly table: IndicatorTable;
  readonly stream: string;
}

function Shown({ id, table, stream }: ShownProps) {
  const words = useSaid(INDICATORS);
  const own = stream.replace('indicator/', '');
  const { data } = useQuery(resourceQuery('indicators', own));
  const may = (verb: string): boolean =>
    data?.data.may.some(({ command, allowed }) => command === verb && allowed) ?? false;
  const seen = data?.etag ?? null;
  return (
    <>
      <p className={table.pending > 0 ? 'due-soon' : 'soft'} role="status">
        {words.pending(table.pending)}
      </p>
      {may('indicator.fill') && <Fill id={own} rows={table.rows} seen={seen} />}
      <Sifted id={own} rows={table.rows} seen={seen} mayConfirm={may('indicator.confirm')} />
      <Sheet caseId={id} id={own} seen={seen} mayFill={may('indicator.fill')} />
      <Courses rows={table.rows} />
      <Comparison id={id} />
      <Papers plural="indicators" id={own} />
    </>
  );
}

/** The table, or those of its rows that are looked for. */
function Sifted({ rows, ...rest }: TableProps) {
  const words = useSaid(INDICATORS);
  const [sought, setSought] = useState('');
  const [only, setOnly] = useState(false);
  const shown = rows.filter(
    ({ name, departmentName, status }) =>
      (!only || status !== 'confirmed') &&
      [name, departmentName].some((text) => text?.includes(sought.trim()) === true),
  );
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
      {shown.length === 0 ? <p className="soft">{words.noMatch}</p> : <Table {...rest} rows={shown} />}
    </>
  );
}
