import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Chapter } from '../../api/generated/types.gen.ts';
import { textQuery } from '../../api/queries.ts';
import { clausesOf } from '../../text/lines.ts';
import { CHAPTER } from '../../words/chapter.ts';
import { useSaid } from '../../words/language.tsx';

interface ClausePickerProps {
  readonly chapter: Chapter;
  /** Numbers of paragraphs, from 1, in their order. */
  readonly chosen: readonly number[];
  readonly onChoose: (chosen: readonly number[]) => void;
}

const LONGEST = 36;
const short = (words: string): string => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);

/** Which paragraphs a return is about, each by its number and its first words. */
export function ClausePicker({ chapter, chosen, onChoose }: ClausePickerProps) {
  const words = useSaid(CHAPTER);
  const [isOpen, setOpen] = useState(false);
  const { data: text } = useQuery(textQuery('chapters', chapter.id, chapter.data.text?.hash ?? null));
  const turn = (no: number): void =>
    onChoose(
      chosen.includes(no) ? chosen.filter((one) => one !== no) : [...chosen, no].sort((a, b) => a - b),
    );
  return (
    <details className="chapter-clauses" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {words.clauses} <strong>{words.chosen(chosen.length)}</strong>
      </summary>
      {isOpen && (
        <ul>
          {clausesOf(text ?? '').map((clause, i) => (
            <li key={i}>
              <label>
                <input type="checkbox" checked={chosen.includes(i + 1)} onChange={() => turn(i + 1)} />
                <span>{words.clause(i + 1, short(clause.trim()))}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
