import { DAY_FIELD } from '../words/day-field.ts';
import { useSaid } from '../words/language.tsx';
import './day-field.css';

interface DayFieldProps {
  readonly id: string;
  /** What the day is of. */
  readonly name: string;
  /** YYYY-MM-DD, or as far as it was typed. */
  readonly day: string;
  readonly onDay: (day: string) => void;
  /** Told when the hand leaves the field that is typed into. */
  readonly onLeave?: () => void;
}

/** A day can always be typed, in one spelling whatever the browser's language; its own calendar stands beside it. */
export function DayField({ id, name, day, onDay, onLeave }: DayFieldProps) {
  const words = useSaid(DAY_FIELD);
  return (
    <span className="day-field">
      <input
        id={id}
        type="text"
        className="day-typed"
        inputMode="numeric"
        placeholder={words.shape}
        autoComplete="off"
        value={day}
        onChange={({ target }) => onDay(target.value)}
        onBlur={onLeave}
      />
      <input
        type="date"
        className="day-calendar"
        aria-label={words.calendar(name)}
        value={day}
        onChange={({ target }) => onDay(target.value)}
      />
    </span>
  );
}
