import { CONSOLE } from '../../words/console.ts';
import { useSaid } from '../../words/language.tsx';
import { useScene } from './scene.ts';

const OUTCOMES = ['passed', 'in-principle', 'not-passed', 'deferred'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const isOutcome = (word: string): word is Outcome => OUTCOMES.some((each) => each === word);

interface OutcomeChoiceProps {
  /** Of the group of radios: one on the page. */
  readonly name: string;
  readonly value: Outcome;
  readonly onChoose: (outcome: Outcome) => void;
}

/** 决定, in the words of the body. */
export function OutcomeChoice({ name, value, onChoose }: OutcomeChoiceProps) {
  const words = useSaid(CONSOLE);
  const { rule } = useScene().thing.data;
  return (
    <p className="vote-buttons" role="radiogroup" aria-label={words.decision}>
      {OUTCOMES.filter((each) => rule.words[each] !== undefined).map((each) => (
        <label key={each} className="vote-radio">
          <input type="radio" name={name} checked={value === each} onChange={() => onChoose(each)} />
          {rule.words[each]}
        </label>
      ))}
    </p>
  );
}
