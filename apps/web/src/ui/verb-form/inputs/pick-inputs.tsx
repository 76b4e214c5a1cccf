import { useState } from 'react';
import { VERB_FORM } from '../../../words/verb-form.ts';
import { useSaid } from '../../../words/language.tsx';
import { useForm } from '../form-around.ts';
import { optionsOf, type Option } from '../model/options.ts';
import { listOf, wordsIn } from '../model/typed.ts';
import type { InputProps, Of } from './input-props.ts';
import { Listed } from './plain-inputs.tsx';

/** One thing by its name; where none can be listed here, its code is typed. */
export function PickInput({ control, typed, onType, id, name }: InputProps<Of<'pick'>>) {
  const { choices } = useForm();
  const words = useSaid(VERB_FORM);
  const options = optionsOf(control.of, choices);
  if (options.length > 0)
    return <Listed id={id} name={name} typed={wordsIn(typed)} options={options} onType={onType} />;
  return (
    <input
      id={id}
      type="text"
      placeholder={words.code}
      value={wordsIn(typed)}
      onChange={({ target }) => onType(target.value)}
    />
  );
}

interface ManyProps {
  readonly id: string;
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

const MANY = 10;

/** Any number of a list, each with a mark; a long list can be searched. */
export function Many({ id, name, options, chosen, onChoose }: ManyProps) {
  const words = useSaid(VERB_FORM);
  const [sought, setSought] = useState('');
  const shown = options.filter(({ label }) => label.includes(sought.trim()));
  const turn = (value: string): void =>
    onChoose(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <div className="form-many" role="group" aria-label={name} id={id} tabIndex={-1}>
      {options.length > MANY && (
        <input
          type="search"
          aria-label={words.seek(name)}
          placeholder={words.seek(name)}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
      )}
      <p className="soft" role="status">
        {words.chosen(chosen.length)}
      </p>
      <div className="form-marks">
        {shown.map(({ value, label }) => (
          <label key={value}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => turn(value)} />
            {label}
          </label>
        ))}
      </div>
    </div>
  );
}

/** Things by their names, any number of them. */
export function PickManyInput({ control, typed, onType, id, name }: InputProps<Of<'list'>>) {
  const { choices } = useForm();
  const { item } = control;
  const options = item.kind === 'pick' ? optionsOf(item.of, choices) : [];
  return (
    <Many
      id={id}
      name={name}
      options={options}
      chosen={listOf(typed).map(wordsIn)}
      onChoose={(chosen) => onType(chosen)}
    />
  );
}
