import type { ReactNode } from 'react';
import type { Option } from '../../admin/form/ask.ts';

interface MarksProps {
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
  /** Shown where there is nothing to choose from. */
  readonly empty: ReactNode;
}

/** Any number of a list, each with a mark. */
export function Marks({ name, options, chosen, onChoose, empty }: MarksProps) {
  const turn = (value: string, isIn: boolean): void =>
    onChoose(isIn ? [...chosen, value] : chosen.filter((each) => each !== value));
  return (
    <fieldset className="form-several">
      <legend>{name}</legend>
      {options.length === 0 && empty}
      {options.map(({ value, label }) => (
        <label key={value} className="form-flag">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) => turn(value, target.checked)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
