import { useId } from 'react';
import { OtherTexts } from '../drafts/other-texts.tsx';
import type { Writing } from '../drafts/use-draft.ts';
import { timeWords } from '../words/day.ts';
import { useWords } from '../words/language.tsx';

interface OpinionBoxProps {
  readonly label: string;
  readonly draft: Writing;
  /** 常用语: put in by one press, to be changed afterwards. */
  readonly phrases: readonly string[];
  readonly isNeeded: boolean;
}

/** 意见栏: words of one's own or the usual ones; says when they were last kept. */
export function OpinionBox({ label, draft, phrases, isNeeded }: OpinionBoxProps) {
  const id = useId();
  const { opinion } = useWords();
  const { text, keptAt, write } = draft;
  return (
    <div className="opinion">
      <label htmlFor={id}>
        {label}
        {isNeeded && <span className="soft">{opinion.needed}</span>}
      </label>
      <textarea
        id={id}
        rows={4}
        value={text}
        required={isNeeded}
        onChange={({ target }) => write(target.value)}
      />
      <div className="phrases">
        {phrases.map((phrase) => (
          <button key={phrase} type="button" className="plain" onClick={() => write(text + phrase)}>
            {phrase}
          </button>
        ))}
      </div>
      <p className="soft" role="status">
        {keptAt !== null && opinion.kept(timeWords(keptAt))}
      </p>
      <OtherTexts {...draft} />
    </div>
  );
}
