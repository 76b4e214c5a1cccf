import { CheckOutlined } from '@ant-design/icons';
import { diff, shownChange, summary, tallyOf, type Diff, type Run } from '@mouding/text';
import { useMemo, useState } from 'react';
import { dayWords, timeWords } from '../../words/day.ts';
import { Marked } from '../../text/marked.tsx';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { SHOW } from '../../words/show.ts';
import type { Canned } from './canned.ts';
import { chapterDrafts, type ChapterDrafts } from './chapter-drafts.ts';

/** The phone of a vice-president: what changed since it went back, and 同意. */
export function SignStep({ canned: { record } }: { readonly canned: Canned }) {
  const { sign: said } = useSaid(SHOW);
  const { language } = useSpeech();
  const drafts = useMemo(() => chapterDrafts(record), [record]);
  const found = useMemo(() => diff(drafts.first, drafts.last), [drafts]);
  return (
    <div className="show-beside">
      <div>
        <h2>{said.title}</h2>
        <p>{said.lead}</p>
        <p className="soft">{summary(found)[language]}</p>
      </div>
      <Phone drafts={drafts} found={found} />
    </div>
  );
}

interface PhoneProps {
  readonly drafts: ChapterDrafts;
  readonly found: Diff;
}

function Phone({ drafts, found }: PhoneProps) {
  const { sign: said } = useSaid(SHOW);
  const [isSigned, setSigned] = useState(false);
  return (
    <section className="show-phone" aria-label={drafts.title}>
      <p className="show-phone-title" lang="zh-CN">
        《{drafts.title}》
      </p>
      {isSigned ? <Receipt drafts={drafts} /> : <Changed drafts={drafts} found={found} />}
      {!isSigned && (
        <div className="show-phone-bar">
          <button type="button" className="show-agree" onClick={() => setSigned(true)}>
            {said.agree}
          </button>
          <button type="button" disabled>
            {said.back}
          </button>
        </div>
      )}
    </section>
  );
}

function Changed({ drafts, found }: PhoneProps) {
  const { sign: said } = useSaid(SHOW);
  const { changes, numbers } = tallyOf(found);
  return (
    <div className="show-phone-text" role="region" aria-label={said.since} tabIndex={0}>
      <p className="soft">{said.since}</p>
      <p className="show-tally">{said.changes(changes, numbers.length)}</p>
      <ul className="show-numbers" aria-label={said.numbers}>
        {numbers.map((number, i) => (
          <li key={i} lang="zh-CN">
            {shownChange(number)}
          </li>
        ))}
      </ul>
      <p className="soft">{said.was}</p>
      <blockquote lang="zh-CN">{drafts.reason}</blockquote>
      <h3>{said.all}</h3>
      <Changes found={found} />
    </div>
  );
}

function Receipt({ drafts: { signed } }: { readonly drafts: ChapterDrafts }) {
  const { sign: said } = useSaid(SHOW);
  const { language } = useSpeech();
  return (
    <div role="status" className="show-receipt">
      <p className="show-tally">
        <CheckOutlined aria-hidden /> {said.receipt}
      </p>
      <p>{said.number(signed.index)}</p>
      <p>
        {dayWords(signed.at, language)} {timeWords(signed.at)}
      </p>
      <p>
        <code>{said.hash(signed.leafHash.slice(0, 8))}</code>
      </p>
    </div>
  );
}

function Changes({ found }: { readonly found: Diff }) {
  return (
    <div lang="zh-CN">
      {found.parts.map((part, i) => {
        if ('runs' in part) return <Passage key={i} runs={part.runs} />;
        if (part.kind === 'kept' || !('lines' in part)) return null;
        return (
          <p key={i} className="passage">
            <Marked how={part.kind === 'added' ? 'in' : 'out'} text={part.lines.join('')} />
          </p>
        );
      })}
    </div>
  );
}

/** Characters that are kept around what changed. */
const AROUND = 10;

function Passage({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <p className="passage">
      {runs.map((run, i) => {
        if (run.kind === 'same') return <span key={i}>{shortened(run.text)}</span>;
        return <Marked key={i} how={run.kind} text={run.text} />;
      })}
    </p>
  );
}

const shortened = (text: string): string =>
  text.length <= AROUND * 3 ? text : `${text.slice(0, AROUND)}…${text.slice(-AROUND)}`;
