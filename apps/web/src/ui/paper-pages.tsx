import type { PaperPages as Pages } from '@mouding/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { dataOf } from '../api/answer.ts';
import { client } from '../api/generated/client.gen.ts';
import { PAPER_PAGES } from '../words/paper-pages.ts';
import { useSaid, useSpeech } from '../words/language.tsx';
import { comma } from '../words/marks.ts';
import { Fetched } from './fetched.tsx';
import './paper-pages.css';

/** Which paper of which version of a thing. */
export interface Drawn {
  readonly plural: string;
  readonly id: string;
  readonly paper: string;
  readonly version: number;
}

/** Some pages of a paper, from one on, as they will be printed. */
const pagesQuery = ({ plural, id, paper, version }: Drawn, from: number) =>
  queryOptions({
    queryKey: ['pages', plural, id, paper, version, from],
    queryFn: () =>
      dataOf(
        client.get<{ 200: Pages }, unknown>({
          url: `/v1/${plural}/${id}/papers/${paper}/pages`,
          query: { from },
        }),
      ),
    staleTime: Infinity,
  });

interface PaperPagesProps {
  readonly of: Drawn;
  readonly from?: number;
}

/** The pages of a paper, as many as one answer holds, then the rest on demand; says which fonts stand in for others. */
export function PaperPages({ of, from = 1 }: PaperPagesProps) {
  const query = useQuery(pagesQuery(of, from));
  return (
    <Fetched query={query} rows={6}>
      {(pages) => <Shown of={of} pages={pages} />}
    </Fetched>
  );
}

function Shown({ of, pages }: { readonly of: Drawn; readonly pages: Pages }) {
  const { language } = useSpeech();
  const words = useSaid(PAPER_PAGES);
  const [isMore, setMore] = useState(false);
  const { drawings, from, count, substituted } = pages;
  const next = from + drawings.length;
  const to = Math.min(count, next + drawings.length - 1);
  const stand = substituted.map(({ wanted, by }) => words.by(wanted, by)).join(comma(language));
  return (
    <>
      {from === 1 && stand !== '' && <p className="paper-fonts">{words.substituted(stand)}</p>}
      <div className="paper-pages" tabIndex={0} role="group" aria-label={words.page(from, count)}>
        {drawings.map((drawing, i) => (
          <img
            key={from + i}
            className="paper-page"
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`}
            alt={words.page(from + i, count)}
          />
        ))}
      </div>
      {next <= count && !isMore && (
        <Button size="large" onClick={() => setMore(true)}>
          {words.more(next, to)}
        </Button>
      )}
      {isMore && <PaperPages of={of} from={next} />}
    </>
  );
}
