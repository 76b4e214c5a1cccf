import { useMemo, useState } from 'react';
import { dayWords } from '../../words/day.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { SHOW } from '../../words/show.ts';
import type { Canned } from './canned.ts';
import { issuedText, type IssuedClause, type Origin } from './origins.ts';

/** A figure that was tapped: how it reads, and where it comes from. */
interface Tapped {
  readonly key: string;
  readonly figure: string;
  readonly origin: Origin;
}

const FIGURE = /(\d+(?:\.\d+)?%?)/;

/** The issued text, of which every figure can be asked where it comes from. */
export function OriginStep({ canned: { record } }: { readonly canned: Canned }) {
  const { origin: said } = useSaid(SHOW);
  const clauses = useMemo(() => issuedText(record), [record]);
  const [tapped, setTapped] = useState<Tapped | null>(null);
  return (
    <>
      <h2>{said.title}</h2>
      <p>{said.lead}</p>
      <div className="show-beside show-beside-text">
        <div className="reader sheet show-text" lang="zh-CN">
          {clauses.map((clause) => (
            <Clause key={clause.node} clause={clause} tapped={tapped?.key ?? null} onTap={setTapped} />
          ))}
        </div>
        <aside className="sheet show-origin" aria-live="polite" aria-label={said.tap} tabIndex={0}>
          <p className="soft">{said.legend}</p>
          {tapped ? <OriginCard tapped={tapped} /> : <p>{said.tap}</p>}
        </aside>
      </div>
    </>
  );
}

interface ClauseProps {
  readonly clause: IssuedClause;
  readonly tapped: string | null;
  readonly onTap: (tapped: Tapped) => void;
}

function Clause({ clause: { node, kind, runs }, tapped, onTap }: ClauseProps) {
  return (
    <p className={kind === 'heading' ? 'reader-heading' : undefined}>
      {runs.flatMap(({ text, origin }, i) =>
        text.split(FIGURE).map((piece, j) => {
          const key = `${node} ${i} ${j}`;
          if (j % 2 === 0) return piece;
          return (
            <button
              key={key}
              type="button"
              className={`show-figure show-from-${origin.kind}`}
              aria-pressed={tapped === key}
              onClick={() => onTap({ key, figure: piece, origin })}
            >
              {piece}
            </button>
          );
        }),
      )}
    </p>
  );
}

function OriginCard({ tapped: { figure, origin } }: { readonly tapped: Tapped }) {
  const { origin: said } = useSaid(SHOW);
  const { language } = useSpeech();
  const { kind, who, what, wording, meeting, draft } = origin;
  const isChapter = kind === 'chapter';
  return (
    <>
      <p className="show-tally">{figure}</p>
      <p>
        <strong>{said.kinds[kind]}</strong>
      </p>
      <dl>
        {who !== '' && <Line label={isChapter ? said.department : said.who} value={who} />}
        <Line label={isChapter ? said.chapter : said.what} value={what} />
        {wording !== '' && <Line label={said.wording} value={wording} />}
        {meeting && (
          <Line label={said.meeting} value={said.held(meeting.title, dayWords(meeting.at, language))} />
        )}
        <Line label={said.draft} value={draft} />
      </dl>
    </>
  );
}

const Line = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <>
    <dt>{label}</dt>
    <dd lang="zh-CN">{value}</dd>
  </>
);
