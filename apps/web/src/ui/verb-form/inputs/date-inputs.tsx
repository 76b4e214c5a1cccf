import { VERB_FORM } from '../../../words/verb-form.ts';
import { useSaid } from '../../../words/language.tsx';
import { DayField } from '../../day-field.tsx';
import { partsOf } from '../model/moment.ts';
import { wordsIn } from '../model/typed.ts';
import type { InputProps, Of } from './input-props.ts';

export const DayInput = ({ typed, onType, id, name }: InputProps<Of<'day'>>) => (
  <DayField id={id} name={name} day={wordsIn(typed)} onDay={onType} />
);

/** A day and a time of Beijing; where a day alone is enough, the time may stay empty. */
export function MomentInput({ typed, onType, id, name, control }: InputProps<Of<'moment'>>) {
  const words = useSaid(VERB_FORM);
  const { day, time } = partsOf(wordsIn(typed));
  const write = (nextDay: string, nextTime: string): void =>
    onType(nextTime === '' ? nextDay : `${nextDay}T${nextTime}`);
  return (
    <span className="form-moment">
      <DayField id={id} name={name} day={day} onDay={(next) => write(next, time)} />
      <label>
        <span className="unseen">{words.time(name)}</span>
        <input type="time" value={time} onChange={({ target }) => write(day, target.value)} />
      </label>
      <span className="soft">{control.orDay ? words.timeMay : words.beijing}</span>
    </span>
  );
}
