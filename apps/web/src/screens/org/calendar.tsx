import { ANNOUNCED } from '@mouding/core';
import { useState } from 'react';
import { FileDrop } from '../../ui/file-drop.tsx';
import { ORG } from '../../words/org.ts';
import { useSaid } from '../../words/language.tsx';
import { readDays } from './days-file.ts';
import type { OrgViewProps } from './org.tsx';
import { OrgAct, OrgActs } from './org-act.tsx';
import { Table } from './table.tsx';

/** 工作日历: which years are announced, and setting one. */
export function Calendar({ org }: OrgViewProps) {
  const words = useSaid(ORG);
  const announced = new Map(ANNOUNCED.years.map((year) => [year.year, year]));
  const { calendar } = org;
  return (
    <>
      <OrgActs verbs={['org.set-holidays']} may={org.may} />
      {org.may.some(({ command, allowed }) => command === 'org.set-holidays' && allowed) && <FromFile />}
      <h2>{words.years}</h2>
      <p className="soft">{words.version(calendar.version)}</p>
      <Table label={words.years} heads={[words.fields.year, words.off, words.worked, words.source]}>
        {calendar.years.map(({ year, source }) => {
          const days = announced.get(year);
          const isThat = days?.source === source;
          return (
            <tr key={`${year} ${source}`}>
              <th scope="row">{year}</th>
              <td>
                {isThat && days.off.map(({ from, to }) => (from === to ? from : `${from}—${to}`)).join('、')}
              </td>
              <td>{isThat && days.worked.join('、')}</td>
              <td>{source}</td>
            </tr>
          );
        })}
      </Table>
    </>
  );
}

/** A file fills the form in; what it says is looked at before it is done. */
function FromFile() {
  const words = useSaid(ORG);
  const [read, setRead] = useState<ReturnType<typeof readDays> | null>(null);
  return (
    <>
      <h2>{words.csv}</h2>
      <FileDrop
        accept=".csv"
        hint={words.csvHint}
        isBusy={false}
        onFile={(file) => void file.text().then((text) => setRead(readDays(text)))}
      />
      {read && <ReadFile read={read} />}
    </>
  );
}

function ReadFile({ read }: { readonly read: ReturnType<typeof readDays> }) {
  const words = useSaid(ORG);
  if ('line' in read)
    return (
      <p role="alert" className="due-late">
        {words.csvBad(read.line)}
      </p>
    );
  const [first = ''] = [...read.off.map(({ from }) => from), ...read.worked];
  return <OrgAct verb="org.set-holidays" begin={{ year: Number(first.slice(0, 4)), of: 'state', ...read }} />;
}
