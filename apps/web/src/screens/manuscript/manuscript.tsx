import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Answer } from '../../api/answer.ts';
import type { Manuscript as View } from '../../api/generated/types.gen.ts';
import { manuscriptQuery, textQuery } from '../../api/queries.ts';
import { ChangeList } from '../../text/change-list.tsx';
import { Reader } from '../../text/reader.tsx';
import { Fetched } from '../../ui/fetched.tsx';
import { Page } from '../../ui/page.tsx';
import { Papers } from '../../ui/papers.tsx';
import { useWords } from '../../words/language.tsx';
import { Asks } from '../thing/asks.tsx';

/** P7 红线稿比对, and everything else of the plan's text: read it, compare two drafts, take it away as Word. */
export function Manuscript() {
  const { id = '' } = useParams();
  const query = useQuery(manuscriptQuery(id));
  return (
    <Fetched query={query} rows={10}>
      {(answer) => <Shown answer={answer} />}
    </Fetched>
  );
}

function Shown({ answer: { data: thing, etag } }: { readonly answer: Answer<View> }) {
  const { manuscript: words } = useWords();
  const { id, texts, data } = thing;
  const [before, setBefore] = useState<string | null>(null);
  const now = data.text?.hash ?? null;
  const options = texts
    .filter(({ hash }) => hash !== now)
    .map(({ hash, title }) => ({ value: hash, label: `${title ?? words.draft} ${hash.slice(0, 8)}` }));
  return (
    <Page title={thing.label} aside={<span className="soft">{thing.words}</span>}>
      <p className="setting">
        <a href={`/v1/manuscripts/${id}/draft.docx`}>{words.takeDraft}</a>
        <a href={`/v1/manuscripts/${id}/clean.docx`}>{words.takeClean}</a>
        {before && <a href={`/v1/manuscripts/${id}/redline.docx?since=${before}`}>{words.takeRedline}</a>}
      </p>
      <p>
        <Select
          className="state"
          aria-label={words.compare}
          placeholder={words.compare}
          allowClear
          value={before}
          options={options}
          onChange={(hash: string | undefined) => setBefore(hash ?? null)}
        />
      </p>
      <Asks thing={thing} seen={etag} />
      <TextOf id={id} now={now} before={before} />
      <Papers plural="manuscripts" id={id} />
    </Page>
  );
}

interface TextOfProps {
  readonly id: string;
  readonly now: string | null;
  /** The draft to compare with. */
  readonly before: string | null;
}

function TextOf({ id, now, before }: TextOfProps) {
  const shown = useQuery(textQuery('manuscripts', id, now));
  const old = useQuery(textQuery('manuscripts', id, before));
  if (now === null) return null;
  return (
    <Fetched query={shown}>
      {(text) =>
        before === null ? (
          <Reader text={text} />
        ) : (
          <Fetched query={old}>{(was) => <ChangeList before={was} after={text} />}</Fetched>
        )
      }
    </Fetched>
  );
}
