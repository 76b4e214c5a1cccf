import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { dataOf } from '../../api/answer.ts';
import { listSubmissions } from '../../api/generated/sdk.gen.ts';
import type { SubmissionRegister } from '../../api/generated/types.gen.ts';
import { dayWords, dueDay, timeWords } from '../../words/day.ts';
import { DEPARTMENT } from '../../words/department.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { comma } from '../../words/marks.ts';
import { departmentPage } from '../todo/path-of.ts';

interface RegisterProps {
  readonly caseId: string;
  readonly title: string;
  readonly departments: readonly string[];
}

/** 报送情况 of the department in one plan: what was asked for, when it came, and the marks, which nothing takes away. */
export function Register({ caseId, title, departments }: RegisterProps) {
  const words = useSaid(DEPARTMENT);
  const { data } = useQuery({
    queryKey: ['case', caseId, 'submissions'],
    queryFn: () => dataOf(listSubmissions({ path: { id: caseId } })),
  });
  const lines =
    data?.lines.filter(({ department }) => department && departments.includes(department.id)) ?? [];
  if (lines.length === 0) return null;
  return (
    <>
      <h2>
        {words.register} · <Link to={`/plans/${caseId}`}>{title}</Link>
      </h2>
      <div className="sheet department-wide">
        <table className="department-table">
          <thead>
            <tr>
              {(['what', 'status', 'due', 'received', 'marks'] as const).map((column) => (
                <th key={column} scope="col">
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line key={line.stream} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Line({ line }: { readonly line: SubmissionRegister['lines'][number] }) {
  const words = useSaid(DEPARTMENT);
  const { language } = useSpeech();
  const { label, words: status, due, received, marks } = line;
  return (
    <tr>
      <th scope="row">
        <Link to={departmentPage(line.stream)}>{label}</Link>
      </th>
      <td data-label={words.columns.status}>{status}</td>
      <td data-label={words.columns.due}>{due === null ? words.notYet : dueDay(due, language)}</td>
      <td data-label={words.columns.received}>
        {received === null ? words.notYet : `${dayWords(received, language)} ${timeWords(received)}`}
      </td>
      <td data-label={words.columns.marks}>
        {marks.map(({ said }) => said[language]).join(comma(language)) || words.notYet}
      </td>
    </tr>
  );
}
