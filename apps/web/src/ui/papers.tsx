import { useQuery } from '@tanstack/react-query';
import { papersQuery } from '../api/queries.ts';
import type { PaperList } from '../api/generated/types.gen.ts';
import { useWords } from '../words/language.tsx';
import { Fetched } from './fetched.tsx';

interface PapersProps {
  readonly plural: string;
  readonly id: string;
}

/** 打印与导出: the papers that exist of a thing now, each in its forms. Printing changes nothing. */
export function Papers({ plural, id }: PapersProps) {
  return (
    <Fetched query={useQuery(papersQuery(plural, id))} rows={1}>
      {({ papers }) => (papers.length === 0 ? null : <List papers={papers} />)}
    </Fetched>
  );
}

function List({ papers }: PaperList) {
  const { papers: words } = useWords();
  return (
    <>
      <h2>{words.title}</h2>
      <ul className="sheet rows">
        {papers.map(({ paper, title, formats, href }) => (
          <li key={paper}>
            <span className="row-title">{title}</span>
            {formats.map((format) => (
              <a key={format} href={`${href}.${format}`} download>
                {words.formats[format]}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
