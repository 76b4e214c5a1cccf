import { useId } from 'react';

interface LineProps {
  readonly label: string;
  readonly value: string;
  readonly isNeeded?: boolean;
  /** Whoever opened the form goes on here. */
  readonly isFirst?: boolean;
  readonly onChange: (value: string) => void;
}

/** One line of words under its label. */
export function Line({ label, value, isNeeded = false, isFirst = false, onChange }: LineProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        autoFocus={isFirst}
        maxLength={80}
        value={value}
        required={isNeeded}
        aria-invalid={isNeeded && value.trim() === ''}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
