import type { StaffCheck } from '../../api/generated/types.gen.ts';
import { Table } from '../../ui/table.tsx';
import { IMPORT, PEOPLE } from '../../words/people.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import type { RowDone } from './use-import.ts';

type Row = StaffCheck['rows'][number];

interface ImportTableProps {
  readonly rows: readonly Row[];
  readonly done: ReadonlyMap<number, RowDone>;
}

/** Every row of the sheet, the faulty ones first: what it comes to, and what became of it. */
export function ImportTable({ rows, done }: ImportTableProps) {
  const words = useSaid(IMPORT);
  const people = useSaid(PEOPLE);
  const ordered = [...rows].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.row - b.row);
  return (
    <Table
      className="people-table"
      label={words.rows}
      heads={[words.row, words.state, people.name, people.login, people.posts, people.mail, words.what]}
    >
      {ordered.map((row) => (
        <ImportRow key={row.row} row={row} done={done.get(row.row)} />
      ))}
    </Table>
  );
}

const ORDER: readonly Row['state'][] = ['invalid', 'new', 'changed', 'same'];

function ImportRow({ row, done }: { readonly row: Row; readonly done: RowDone | undefined }) {
  const words = useSaid(IMPORT);
  const { language } = useSpeech();
  const lines = [
    ...row.faults.map(({ said }) => said[language]),
    ...row.changes.map((said) => said[language]),
  ];
  const failure = done?.failure;
  return (
    <tr>
      <td>{row.row}</td>
      <td className={`people-${row.state}`}>
        {words.states[row.state]}
        {done && ` · ${words.done[done.at]}`}
      </td>
      <th scope="row">{row.name}</th>
      <td>
        <code>{row.login}</code>
      </td>
      <td>{row.post}</td>
      <td>{row.mail}</td>
      <td>
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
          {failure && (
            <li className="people-invalid">
              {failure.kind === 'problem' ? failure.problem.title : words.done.failed}
            </li>
          )}
        </ul>
      </td>
    </tr>
  );
}
