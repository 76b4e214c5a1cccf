import { choiceWords } from '@mouding/contract';
import { VERB_FORM } from '../../../words/verb-form.ts';
import { useSaid, useSpeech } from '../../../words/language.tsx';
import { wordsIn } from '../model/typed.ts';
import type { InputProps, Of } from './input-props.ts';

/** Words of one line, or of several where they may be long. */
export function WordsInput({ control, typed, onType, id }: InputProps<Of<'words'>>) {
  const limit = control.most === null ? {} : { maxLength: control.most };
  return control.long ? (
    <textarea
      id={id}
      rows={4}
      {...limit}
      value={wordsIn(typed)}
      onChange={({ target }) => onType(target.value)}
    />
  ) : (
    <input
      id={id}
      type="text"
      {...limit}
      value={wordsIn(typed)}
      onChange={({ target }) => onType(target.value)}
    />
  );
}

export const NumberInput = ({ typed, onType, id }: InputProps<Of<'number'>>) => (
  <input
    id={id}
    type="text"
    inputMode="numeric"
    className="form-number"
    value={wordsIn(typed)}
    onChange={({ target }) => onType(target.value)}
  />
);

interface OneOfProps {
  readonly id: string;
  readonly name: string;
  readonly typed: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onType: (value: string) => void;
}

const FEW = 5;

/** One of a few beside each other, or of many in a list. */
export const OneOf = (props: OneOfProps) =>
  props.options.length <= FEW ? <Radios {...props} /> : <Listed {...props} />;

const Radios = ({ id, name, typed, options, onType }: OneOfProps) => (
  <div className="form-radios" role="radiogroup" aria-label={name} id={id} tabIndex={-1}>
    {options.map(({ value, label }) => (
      <label key={value}>
        <input type="radio" name={id} checked={typed === value} onChange={() => onType(value)} />
        {label}
      </label>
    ))}
  </div>
);

/** A value that is no longer to be chosen is still shown, so that nothing changes unseen. */
export function Listed({ id, typed, options, onType }: OneOfProps) {
  const words = useSaid(VERB_FORM);
  const isKnown = typed === '' || options.some(({ value }) => value === typed);
  return (
    <select id={id} value={typed} onChange={({ target }) => onType(target.value)}>
      <option value="">{words.choose}</option>
      {!isKnown && <option value={typed}>{words.former}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

export function YesNoInput({ typed, onType, id, name }: InputProps<Of<'yes-no'>>) {
  const { yes, no } = useSaid(VERB_FORM);
  const options = [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ];
  return <OneOf id={id} name={name} typed={wordsIn(typed)} options={options} onType={onType} />;
}

export function ChoiceInput({ control, typed, onType, id, name }: InputProps<Of<'choice'>>) {
  const { language } = useSpeech();
  const options = control.values.map((value) => ({
    value,
    label: choiceWords(control.field, value)?.[language] ?? value,
  }));
  return <OneOf id={id} name={name} typed={wordsIn(typed)} options={options} onType={onType} />;
}
