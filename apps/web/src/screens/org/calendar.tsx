import { ANNOUNCED } from '@mouding/core';
import { isAllowed } from '../../api/may.ts';
import { ORG } from '../../words/org.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { comma } from '../../words/marks.ts';
import { HolidaysImport } from './holidays-import.tsx';
import type { OrgViewProps } from './org.tsx';
import { OrgActs } from './org-act.tsx';
import { Table } from '../../ui/table.tsx';

/** 工作日历: which years are announced, and setting one. */
export function Calendar({ org }: OrgViewProps) {
  const words = useSaid(ORG);
  const { language } = useSpeech();
  const announced = new Map(ANNOUNCED.years.map((year) => [year.year, year]));
  const { calendar } = org;
  return (
    <>
      <OrgActs verbs={['org.set-holidays']} may={org.may} />
      {isAllowed(org, 'org.set-holidays') && <HolidaysImport />}
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
                {isThat &&
                  days.off
                    .map(({ from, to }) => (from === to ? from : `${from}—${to}`))
                    .join(comma(language))}
              </td>
              <td>{isThat && days.worked.join(comma(language))}</td>
              <td>{source}</td>
            </tr>
          );
        })}
      </Table>
    </>
  );
}
