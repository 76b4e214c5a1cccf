import { useMutation } from '@tanstack/react-query';
import { dataOf } from '../../api/answer.ts';
import { checkHolidaysSheet } from '../../api/generated/sdk.gen.ts';
import type { HolidaysCheck } from '../../api/generated/types.gen.ts';
import { FailureState } from '../../ui/failure-state.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Table } from '../../ui/table.tsx';
import { HOLIDAYS } from '../../words/holidays.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { OrgAct } from './org-act.tsx';

/** 节假日安排 out of a table: every day that would change is listed, and only then is anything set. */
export function HolidaysImport() {
  const words = useSaid(HOLIDAYS);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (file: File) => dataOf(checkHolidaysSheet({ body: file })),
  });
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>
        <a href="/v1/org/holidays/sheet">{words.template}</a>
      </p>
      <FileDrop accept=".xlsx,.csv" hint={words.hint} isBusy={isPending} onFile={(file) => mutate(file)} />
      <p role="status">{isPending && words.reading}</p>
      {error && <FailureState error={error} />}
      {data && <Found check={data} />}
    </section>
  );
}

function Found({ check: { trouble, unread, years } }: { readonly check: HolidaysCheck }) {
  const words = useSaid(HOLIDAYS);
  const { language } = useSpeech();
  if (trouble)
    return (
      <p role="alert" className="due-late">
        {trouble[language]}
      </p>
    );
  return (
    <>
      {unread.length > 0 && (
        <div role="alert" className="due-late">
          {unread.map(({ row, text }) => (
            <p key={row}>{words.unread(row, text)}</p>
          ))}
        </div>
      )}
      {years.map((year) => (
        <Year key={year.year} found={year} />
      ))}
    </>
  );
}

/** One year: the days that would change, and the act, filled in. */
function Year({ found: { year, off, worked, changes } }: { readonly found: HolidaysCheck['years'][number] }) {
  const words = useSaid(HOLIDAYS);
  const said = (what: 'off' | 'worked' | null): string => words.said[what ?? 'nothing'];
  return (
    <>
      <h3>{words.year(year, changes.length)}</h3>
      {changes.length > 0 && (
        <>
          <Table label={words.year(year, changes.length)} heads={[words.day, words.was, words.now]}>
            {changes.map(({ day, was, now }) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                <td>{said(was)}</td>
                <td>{said(now)}</td>
              </tr>
            ))}
          </Table>
          <p>
            <OrgAct verb="org.set-holidays" begin={{ year, of: 'state', off, worked }} />
          </p>
        </>
      )}
    </>
  );
}
