import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { OpinionLine } from '../../api/generated/types.gen.ts';
import { opinionsQuery } from '../../api/queries.ts';
import { DEPARTMENT } from '../../words/department.ts';
import { useSaid } from '../../words/language.tsx';

interface OwnOpinionsProps {
  readonly caseId: string;
  readonly departments: readonly string[];
}

/** What became of the department's opinions; each leads to where it may be noted or objected to, once. */
export function OwnOpinions({ caseId, departments }: OwnOpinionsProps) {
  const words = useSaid(DEPARTMENT);
  const { data } = useQuery(opinionsQuery(caseId, null));
  const own = data?.items.filter(({ department }) => department && departments.includes(department.id)) ?? [];
  if (own.length === 0) return null;
  return (
    <>
      <h2>{words.opinions}</h2>
      <p className="soft">{words.object}</p>
      <div className="sheet department-wide">
        <table className="department-table">
          <thead>
            <tr>
              {(['no', 'words', 'outcome', 'status'] as const).map((column) => (
                <th key={column} scope="col">
                  {words.opinion[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {own.map((line) => (
              <Row key={line.stream} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ line }: { readonly line: OpinionLine }) {
  const words = useSaid(DEPARTMENT);
  const { stream, no, path, wording, dispositionWords, words: status } = line;
  return (
    <tr>
      <td data-label={words.opinion.no}>{no}</td>
      <th scope="row">
        <Link to={`/opinions/${stream.slice('opinion/'.length)}`}>{wording ?? words.erased}</Link>
        <span className="soft department-place">{path}</span>
      </th>
      <td data-label={words.opinion.outcome}>{dispositionWords ?? words.pending}</td>
      <td data-label={words.opinion.status}>{status}</td>
    </tr>
  );
}
