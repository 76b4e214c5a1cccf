import { Switch } from 'antd';
import { useId, useMemo, useState } from 'react';
import { lengthOf, linesOf } from '../../text/lines.ts';
import { Marked, Runs } from '../../text/marked.tsx';
import { ReadAloud } from '../../ui/read-aloud.tsx';
import { Watermark } from '../../ui/watermark.tsx';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid } from '../../words/language.tsx';
import { sectionsOf, type Passage, type Section } from './sections.ts';
import type { Since } from './use-since.ts';

interface ChapterTextProps {
  readonly text: string;
  readonly since: Since;
}

/** Longer texts open with only what changed unfolded. */
const SHORT = 6000;

/** 正文 by section, with what changed marked where it stands. */
export function ChapterText({ text, since: { compared } }: ChapterTextProps) {
  const words = useSaid(CHAPTER);
  const id = useId();
  const [isMarked, setMarked] = useState(true);
  const diff = isMarked ? (compared?.diff ?? null) : null;
  const sections = useMemo(() => sectionsOf(linesOf(text), diff), [text, diff]);
  const isShort = useMemo(() => lengthOf(text) < SHORT, [text]);
  return (
    <section className="chapter-text">
      <div className="chapter-text-head">
        <h2>{words.text}</h2>
        {compared && (
          <span className="setting">
            <Switch id={id} checked={isMarked} onChange={setMarked} aria-label={words.marks} />
            <label htmlFor={id}>{words.marks}</label>
          </span>
        )}
      </div>
      <ReadAloud text={text} />
      <Watermark>
        {sections.map((section, i) => (
          <SectionView key={i} section={section} isOpen={isShort || section.changes > 0} />
        ))}
      </Watermark>
    </section>
  );
}

interface SectionViewProps {
  readonly section: Section;
  readonly isOpen: boolean;
}

function SectionView({ section: { title, passages, changes }, isOpen }: SectionViewProps) {
  const words = useSaid(CHAPTER);
  const body = passages.map((passage, i) => <PassageView key={i} passage={passage} />);
  if (passages.length === 0) return <p className="sheet chapter-title-alone">{title}</p>;
  return (
    <details className="sheet chapter-section" open={isOpen}>
      <summary>
        <span>{title ?? words.head}</span>
        {changes > 0 && <span className="chapter-count">{words.inSection(changes)}</span>}
      </summary>
      <div className="reader">{body}</div>
    </details>
  );
}

function PassageView({ passage }: { readonly passage: Passage }) {
  switch (passage.kind) {
    case 'line':
      return <p className={passage.isHeading ? 'reader-heading' : undefined}>{passage.text}</p>;
    case 'runs':
      return (
        <p className="chapter-edited">
          <Runs runs={passage.runs} />
        </p>
      );
    default:
      return (
        <p className="chapter-edited">
          <Marked how={passage.kind} text={passage.text} />
        </p>
      );
  }
}
