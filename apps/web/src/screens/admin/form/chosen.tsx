import { useId } from 'react';
import { FORM } from '../../../words/form.ts';
import { useSaid } from '../../../words/language.tsx';
import { useAsk, type Option } from './ask.ts';
import { FieldLabel, type FieldProps } from './written.tsx';

interface ChosenProps extends FieldProps {
  readonly options: readonly Option[];
}

/** One of several. */
export function ChoiceField({ field, schema, value, isNeeded, onChange, options }: ChosenProps) {
  const id = useId();
  const words = useSaid(FORM);
  const chosen = typeof value === 'string' ? value : '';
  return (
    <div className="form-field">
      <FieldLabel id={id} field={field} schema={schema} isNeeded={isNeeded} />
      <select
        id={id}
        value={chosen}
        required={isNeeded}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      >
        {(!isNeeded || chosen === '') && <option value="">{isNeeded ? words.choose : words.unset}</option>}
        {withChosen(options, chosen).map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What stands there is kept, also where it is none of the options any more. */
const withChosen = (options: readonly Option[], chosen: string): readonly Option[] =>
  chosen === '' || options.some(({ value }) => value === chosen)
    ? options
    : [{ value: chosen, label: chosen }, ...options];

/** Any of several. */
export function SeveralField({ field, schema, value, onChange, options }: ChosenProps) {
  const { label } = useAsk();
  const chosen = new Set(Array.isArray(value) ? value.map(String) : []);
  const turn = (one: string, on: boolean): void =>
    onChange(options.map((each) => each.value).filter((each) => (each === one ? on : chosen.has(each))));
  return (
    <fieldset className="form-several">
      <legend>{label(field, schema)}</legend>
      {options.map((option) => (
        <label key={option.value} className="form-flag">
          <input
            type="checkbox"
            checked={chosen.has(option.value)}
            onChange={({ target }) => turn(option.value, target.checked)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
