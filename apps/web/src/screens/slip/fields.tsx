import { useId } from 'react';
import type { useDraft } from '../../drafts/use-draft.ts';
import { OpinionBox } from '../../ui/opinion-box.tsx';
import { SLIP } from '../../words/slip.ts';
import { useSaid, useWords } from '../../words/language.tsx';

interface ChoiceProps<V extends string> {
  readonly legend: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly value: V | null;
  readonly onChoose: (value: V) => void;
}

/** One of few, each large enough for a thumb. */
export function Choice<V extends string>({ legend, options, value, onChoose }: ChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset className="sheet slip-outcomes">
      <legend>{legend}</legend>
      {options.map((one) => (
        <label key={one.value}>
          <input
            type="radio"
            name={name}
            checked={value === one.value}
            onChange={() => onChoose(one.value)}
          />
          {one.label}
        </label>
      ))}
    </fieldset>
  );
}

interface DayProps {
  readonly value: string;
  readonly latest: string;
  readonly onChoose: (day: string) => void;
}

/** The day that the paper bears. */
export function Day({ value, latest, onChoose }: DayProps) {
  const words = useSaid(SLIP);
  const id = useId();
  return (
    <div className="compare-picker">
      <label htmlFor={id}>{words.day}</label>
      <input
        id={id}
        type="date"
        max={latest}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      />
    </div>
  );
}

interface WordingProps {
  readonly draft: ReturnType<typeof useDraft>;
  /** Whether the words go with a yes, or say why the paper came back, and must stand. */
  readonly of: 'agree' | 'back';
}

/** The words on the paper, as they stand. */
export function Wording({ draft, of }: WordingProps) {
  const words = useSaid(SLIP);
  const { opinion } = useWords();
  return <OpinionBox label={words.words} draft={draft} phrases={opinion[of]} isNeeded={of === 'back'} />;
}
