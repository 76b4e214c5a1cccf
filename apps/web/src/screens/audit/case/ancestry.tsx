import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useSearchParams } from 'react-router';
import { ancestryQuery } from '../../../api/audit.ts';
import type { Ancestry as Found, Origin } from '../../../api/audit-generated/types.gen.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { AUDIT_ASKS } from '../../../words/audit-asks.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { FetchedOrAbsent } from '../absent.tsx';
import { momentWords } from '../moment.ts';
import { useAudited } from './case.tsx';

const LEAST = 2;

/** 决策追溯: from a sentence of the text to whatever put it there. The sentence stands in the address. */
export function Ancestry() {
  const words = useSaid(AUDIT_ASKS);
  const id = useId();
  const audited = useAudited();
  const [sought, seek] = useSearchParams();
  const quote = sought.get('quote') ?? '';
  const [written, write] = useState(quote);
  const ask = written.trim();
  return (
    <>
      <p className="audit-lead">{words.ancestryLead}</p>
      <form
        className="audit-quote"
        onSubmit={(event) => {
          event.preventDefault();
          if (ask.length >= LEAST) seek({ quote: ask });
        }}
      >
        <label htmlFor={id}>{words.quote}</label>
        <textarea
          id={id}
          rows={2}
          maxLength={400}
          value={written}
          onChange={({ target }) => write(target.value)}
        />
        <Button size="large" type="primary" htmlType="submit" disabled={ask.length < LEAST}>
          {words.trace}
        </Button>
      </form>
      {quote !== '' && <Traced of={audited.id} quote={quote} />}
    </>
  );
}

function Traced({ of, quote }: { readonly of: string; readonly quote: string }) {
  const words = useSaid(AUDIT_ASKS);
  return (
    <FetchedOrAbsent
      query={useQuery(ancestryQuery(of, quote))}
      absent={{ title: words.noText, why: words.noTextWhy }}
    >
      {({ found }) =>
        found.length === 0 ? (
          <EmptyState title={words.notFound} why={words.notFoundWhy} />
        ) : (
          <>
            <p role="status">{words.clause(found.length)}</p>
            {found.map((clause) => (
              <Clause key={clause.node} clause={clause} quote={quote} />
            ))}
          </>
        )
      }
    </FetchedOrAbsent>
  );
}

interface ClauseProps {
  readonly clause: Found['found'][number];
  readonly quote: string;
}

function Clause({ clause: { path, clause, runs, origins }, quote }: ClauseProps) {
  const words = useSaid(AUDIT_ASKS);
  const [before = '', ...rest] = clause.split(quote);
  return (
    <article className="sheet audit-clause">
      <p className="soft">{path}</p>
      <p className="audit-text">
        {before}
        <mark>{quote}</mark>
        {rest.join(quote)}
      </p>
      {runs.length > 1 && (
        <details>
          <summary>{words.runs}</summary>
          <ol className="audit-runs">
            {runs.map(({ text, origin }, n) => (
              <li key={n}>
                <q>{text}</q> <OriginLine origin={origin} />
              </li>
            ))}
          </ol>
        </details>
      )}
      <h2>{words.steps}</h2>
      <ol className="audit-steps">
        {origins.map((origin, n) => (
          <li key={n}>
            <OriginLine origin={origin} />
          </li>
        ))}
      </ol>
    </article>
  );
}

function OriginLine({ origin }: { readonly origin: Origin }) {
  const words = useSaid(AUDIT_ASKS);
  const { language } = useSpeech();
  const { at, words: how, draft, post, chapter, citesWords, ground, reason } = origin;
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    [words.draft, draft],
    [words.chapter, chapter?.title],
    [words.cites, [citesWords, ground].filter(Boolean).join('；')],
    [words.why, reason],
  ];
  return (
    <>
      <span className="audit-num soft">{momentWords(at, language)}</span> <strong>{how}</strong> {post}
      {lines.map(
        ([name, said]) =>
          said && (
            <span key={name} className="audit-origin">
              <span className="soft">{name}</span> {said}
            </span>
          ),
      )}
    </>
  );
}
