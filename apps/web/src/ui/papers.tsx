import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { papersQuery } from '../api/queries.ts';
import type { PaperList } from '../api/generated/types.gen.ts';
import { PAPER_PAGES } from '../words/paper-pages.ts';
import { useSaid, useSpeech, useWords } from '../words/language.tsx';
import { colon } from '../words/marks.ts';
import { Fetched } from './fetched.tsx';
import { PaperPages } from './paper-pages.tsx';

interface PapersProps {
  readonly plural: string;
  readonly id: string;
  /** Of the thing, where its papers are looked at here as well as downloaded. */
  readonly version?: number;
}

/** 打印与导出: the papers that exist of a thing now, each in its forms. Printing changes nothing. */
export function Papers({ plural, id, version }: PapersProps) {
  const { papers: words } = useWords();
  return (
    <Fetched query={useQuery(papersQuery(plural, id))} rows={1}>
      {({ papers }) =>
        papers.length === 0 ? null : (
          <section className="papers-part">
            <h2>{words.title}</h2>
            <ul className="sheet rows">
              {papers.map((paper) => (
                <Row key={paper.paper} paper={paper} {...{ plural, id, version }} />
              ))}
            </ul>
          </section>
        )
      }
    </Fetched>
  );
}

interface RowProps extends PapersProps {
  readonly paper: PaperList['papers'][number];
}

function Row({ paper: { paper, title: official, formats, href }, plural, id, version }: RowProps) {
  const { papers: words } = useWords();
  const title = useSaid(PAPER_PAGES).called(official);
  return (
    <li>
      <span className="row-title">{title}</span>
      {formats.map((format) => (
        <a key={format} className="paper-link" href={`${href}.${format}`} download>
          {words.formats[format]}
        </a>
      ))}
      {version !== undefined && formats.includes('pdf') && (
        <Look of={{ plural, id, paper, version }} title={title} />
      )}
    </li>
  );
}

interface LookProps {
  readonly of: Parameters<typeof PaperPages>[0]['of'];
  readonly title: string;
}

/** Its pages, drawn only once somebody wants to see them. */
function Look({ of, title }: LookProps) {
  const { language } = useSpeech();
  const { look } = useSaid(PAPER_PAGES);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="paper-look" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary aria-label={look + colon(language) + title}>{look}</summary>
      {isOpen && <PaperPages of={of} />}
    </details>
  );
}
