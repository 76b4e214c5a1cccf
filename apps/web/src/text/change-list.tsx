import { diff, shownChange, summary, type Diff, type Part, type Run } from '@mouding/text';
import { useMemo } from 'react';
import { useSpeech, useWords } from '../words/language.tsx';
import type { Words } from '../words/zh.ts';

interface ChangeListProps {
  readonly before: string;
  readonly after: string;
}

/** 与上一稿相比: the summary in a line, numbers first, then every change where it stands; what stayed is folded. */
export function ChangeList({ before, after }: ChangeListProps) {
  const { language } = useSpeech();
  const { text } = useWords();
  const found = useMemo(() => diff(before, after), [before, after]);
  const said = summary(found)[language];
  return (
    <section aria-label={text.compare}>
      <p className="sentence">{said}</p>
      <Numbers of={found} title={text.numbers} />
      {found.parts.map((part, i) => (
        <Change key={i} part={part} words={text} />
      ))}
    </section>
  );
}

function Numbers({ of: { parts }, title }: { readonly of: Diff; readonly title: string }) {
  const changes = parts.flatMap((part) => ('numbers' in part ? part.numbers : []));
  if (changes.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className="numbers">
        {changes.map((change, i) => (
          <li key={i}>{shownChange(change)}</li>
        ))}
      </ul>
    </>
  );
}

function Change({ part, words }: { readonly part: Part; readonly words: Words['text'] }) {
  if (part.kind === 'kept')
    return <p className="soft folded">{words.folded(part.b.last - part.b.line + 1)}</p>;
  if (part.kind === 'added') return <Marked how="in" text={part.lines.join('\n')} words={words} />;
  if (part.kind === 'removed') return <Marked how="out" text={part.lines.join('\n')} words={words} />;
  return (
    <p className="passage">
      {part.runs.map((run, i) => (
        <Piece key={i} run={run} words={words} />
      ))}
    </p>
  );
}

const Piece = ({ run: { kind, text }, words }: { readonly run: Run; readonly words: Words['text'] }) =>
  kind === 'same' ? text : <Marked how={kind} text={text} words={words} />;

interface MarkedProps {
  readonly how: 'in' | 'out';
  readonly text: string;
  readonly words: Words['text'];
}

/** Underlined or struck, and said to who cannot see it. */
const Marked = ({ how, text, words }: MarkedProps) =>
  how === 'in' ? (
    <ins>
      <span className="unseen">{words.in}</span>
      {text}
    </ins>
  ) : (
    <del>
      <span className="unseen">{words.out}</span>
      {text}
    </del>
  );
