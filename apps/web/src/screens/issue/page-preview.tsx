import type { PaperPages } from '@mouding/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Fetched } from '../../ui/fetched.tsx';
import { ISSUE } from '../../words/issue.ts';
import { useSaid } from '../../words/language.tsx';
import './issue.css';
import { pagesQuery, type Drawn } from './queries.ts';

/** A paper as it will be printed, page by page; says which fonts stand in for others. */
export function PagePreview({ of }: { readonly of: Drawn }) {
  const words = useSaid(ISSUE);
  const { plural, id, paper } = of;
  const href = `/v1/${plural}/${id}/papers/${paper}`;
  return (
    <section className="issue-preview" aria-label={words.preview}>
      <div className="issue-preview-head">
        <h2>{words.preview}</h2>
        <a href={`${href}.pdf`} download>
          {words.pdf}
        </a>
        <a href={`${href}.docx`} download>
          {words.word}
        </a>
      </div>
      <p className="soft">{words.previewWhy}</p>
      <Some of={of} from={1} />
    </section>
  );
}

interface SomeProps {
  readonly of: Drawn;
  readonly from: number;
}

/** As many pages as one answer holds, then the rest on demand. */
function Some({ of, from }: SomeProps) {
  const query = useQuery(pagesQuery(of, from));
  return <Fetched query={query}>{(pages) => <Pages of={of} pages={pages} />}</Fetched>;
}

function Pages({ of, pages }: { readonly of: Drawn; readonly pages: PaperPages }) {
  const words = useSaid(ISSUE);
  const [isMore, setMore] = useState(false);
  const { drawings, from, count, substituted } = pages;
  const next = from + drawings.length;
  const to = Math.min(count, next + drawings.length - 1);
  const stand = substituted.map(({ wanted, by }) => words.by(wanted, by)).join('、');
  return (
    <>
      {from === 1 && stand !== '' && <p className="issue-fonts">{words.substituted(stand)}</p>}
      <div className="issue-pages" tabIndex={0} role="group" aria-label={words.page(from, count)}>
        {drawings.map((drawing, i) => (
          <img
            key={from + i}
            className="issue-page"
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`}
            alt={words.page(from + i, count)}
          />
        ))}
      </div>
      {next <= count && !isMore && (
        <Button size="large" onClick={() => setMore(true)}>
          {words.morePages(next, to)}
        </Button>
      )}
      {isMore && <Some of={of} from={next} />}
    </>
  );
}
