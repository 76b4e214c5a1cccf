import { DayField } from '../../../ui/day-field.tsx';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { useSaid } from '../../../words/language.tsx';

interface InstantFieldProps {
  readonly id: string;
  readonly label: string;
  /** A day and a time of Beijing, `2026-03-05T14:30`, or as far as it was written. */
  readonly written: string;
  readonly onWrite: (written: string) => void;
  readonly onEnter: () => void;
}

/** An instant to the minute, typed in one spelling whatever the browser's language. */
export function InstantField({ id, label, written, onWrite, onEnter }: InstantFieldProps) {
  const words = useSaid(AUDIT_TIME);
  const [day = '', time = ''] = written.split('T');
  return (
    <div
      className="audit-field audit-field-instant"
      onKeyDown={({ key, target }) => {
        if (key === 'Enter' && target instanceof HTMLInputElement) onEnter();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <span className="audit-instant">
        <DayField id={id} name={label} day={day} onDay={(next) => onWrite(`${next}T${time}`)} />
        <input
          aria-label={words.minute(label)}
          inputMode="numeric"
          placeholder="14:30"
          autoComplete="off"
          value={time}
          onChange={({ target }) => onWrite(`${day}T${target.value.trim().replace('：', ':')}`)}
        />
      </span>
    </div>
  );
}
