import { useId } from 'react';
import { OtherTexts } from '../drafts/other-texts.tsx';
import { timeWords } from '../words/day.ts';
import { useWords } from '../words/language.tsx';

interface OpinionBoxProps {
  readonly label: string;
  readonly text: string;
  readonly keptAt: number | null;
  readonly onWrite: (text: string) => void;
  /** 常用语: put in by one press, to be changed afterwards. */
  readonly phrases: readonly string[];
  readonly isNeeded: boolean;
  /** Where what is written is a draft: texts of other machines that differ from it. */
  readonly draft?: Parameters<typeof OtherTexts>[0];
}

/** 意见栏: words of one's own or the usual ones; says when they were last kept. */
export function OpinionBox({ label, text, keptAt, onWrite, phrases, isNeeded, draft }: OpinionBoxProps) {
  const id = useId();
  const { opinion } = useWords();
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
        onChange={({ target }) => onWrite(target.value)}
      />
      <div className="phrases">
        {phrases.map((phrase) => (
          <button key={phrase} type="button" className="plain" onClick={() => onWrite(text + phrase)}>
            {phrase}
          </button>
        ))}
      </div>
      <p className="soft" role="status">
        {keptAt !== null && opinion.kept(timeWords(keptAt))}
      </p>
      {draft && <OtherTexts {...draft} />}
    </div>
  );
}
