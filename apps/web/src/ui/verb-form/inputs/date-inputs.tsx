import { VERB_FORM } from '../../../words/verb-form.ts';
import { useSaid } from '../../../words/language.tsx';
import { partsOf } from '../model/moment.ts';
import { wordsIn } from '../model/typed.ts';
import type { InputProps, Of } from './input-props.ts';

interface DayProps {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** A day can always be typed; the browser's own calendar stands beside it. */
function Day({ id, name, day, onDay }: DayProps) {
  const words = useSaid(VERB_FORM);
  return (
    <span className="form-day">
      <input
        id={id}
        type="text"
        inputMode="numeric"
        placeholder={words.dayShape}
        autoComplete="off"
        value={day}
        onChange={({ target }) => onDay(target.value)}
      />
      <input
        type="date"
        className="form-calendar"
        aria-label={words.calendar(name)}
        value={day}
        onChange={({ target }) => onDay(target.value)}
      />
    </span>
  );
}

export const DayInput = ({ typed, onType, id, name }: InputProps<Of<'day'>>) => (
  <Day id={id} name={name} day={wordsIn(typed)} onDay={onType} />
);

/** A day and a time of Beijing; where a day alone is enough, the time may stay empty. */
export function MomentInput({ typed, onType, id, name, control }: InputProps<Of<'moment'>>) {
  const words = useSaid(VERB_FORM);
  const { day, time } = partsOf(wordsIn(typed));
  const write = (nextDay: string, nextTime: string): void =>
    onType(nextTime === '' ? nextDay : `${nextDay}T${nextTime}`);
  return (
    <span className="form-moment">
      <Day id={id} name={name} day={day} onDay={(next) => write(next, time)} />
      <label>
        <span className="unseen">{words.time(name)}</span>
        <input type="time" value={time} onChange={({ target }) => write(day, target.value)} />
      </label>
      <span className="soft">{control.orDay ? words.timeMay : words.beijing}</span>
    </span>
  );
}
