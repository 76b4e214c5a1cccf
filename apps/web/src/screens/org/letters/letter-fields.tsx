import { useId, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Organisation } from '../../../api/generated/types.gen.ts';
import { DayField } from '../../../ui/day-field.tsx';
import { FileInput } from '../../../ui/verb-form/inputs/file-input.tsx';
import { fieldsOf, wordsIn, type Typed } from '../../../ui/verb-form/model/typed.ts';
import { useSaid } from '../../../words/language.tsx';
import { LETTERS } from '../../../words/letters.ts';
import { Line } from '../../admin/form/line.tsx';
import { CaseMarks } from './case-marks.tsx';
import type { LetterDraft } from './letter-draft.ts';
import { Marks } from './marks.tsx';

interface LetterFieldsProps {
  readonly org: Organisation;
  readonly letter: LetterDraft;
  readonly onChange: (changed: Partial<LetterDraft>) => void;
}

/** What stands in a 调阅函. */
export function LetterFields({ org, letter, onChange }: LetterFieldsProps) {
  const { fields } = useSaid(LETTERS);
  const { number, purpose, from, until } = letter;
  return (
    <div className="form-grid letter-fields">
      <Line label={fields.number} value={number} onChange={(to) => onChange({ number: to })} />
      <Line label={fields.purpose} value={purpose} onChange={(to) => onChange({ purpose: to })} />
      <Auditors org={org} letter={letter} onChange={onChange} />
      <Range letter={letter} onChange={onChange} />
      <Period letter={letter} onChange={onChange} />
      <fieldset className="form-several">
        <legend>{fields.term}</legend>
        <Span
          from={from}
          to={until}
          name={fields.term}
          onFrom={(day) => onChange({ from: day })}
          onTo={(day) => onChange({ until: day })}
        />
      </fieldset>
      <Scan letter={letter} onChange={onChange} />
    </div>
  );
}

type PartProps = Omit<LetterFieldsProps, 'org'>;

/** A letter is for auditors' posts alone. */
function Auditors({ org, letter, onChange }: LetterFieldsProps) {
  const words = useSaid(LETTERS);
  const posts = org.posts.filter(({ as }) => as === 'auditor');
  return (
    <Marks
      name={words.fields.posts}
      options={posts.map(({ id, title, holder }) => ({
        value: id,
        label: holder?.name ? `${title}（${holder.name}）` : title,
      }))}
      chosen={letter.posts}
      onChoose={(chosen) => onChange({ posts: chosen })}
      empty={
        <p className="due-soon">
          {words.noPosts} <Link to="?view=posts">{words.toPosts}</Link>
        </p>
      }
    />
  );
}

function Range({ letter: { isWhole, cases }, onChange }: PartProps) {
  const words = useSaid(LETTERS);
  return (
    <fieldset className="form-several">
      <legend>{words.fields.cases}</legend>
      <Either
        ways={[words.some, words.whole]}
        chosen={isWhole ? 1 : 0}
        onChoose={(way) => onChange({ isWhole: way === 1 })}
      />
      {!isWhole && (
        <CaseMarks name={words.some} chosen={cases} onChoose={(chosen) => onChange({ cases: chosen })} />
      )}
    </fieldset>
  );
}

function Period({ letter: { isAlways, periodFrom, periodTo }, onChange }: PartProps) {
  const words = useSaid(LETTERS);
  return (
    <fieldset className="form-several">
      <legend>{words.fields.period}</legend>
      <Either
        ways={[words.always, words.days]}
        chosen={isAlways ? 0 : 1}
        onChoose={(way) => onChange({ isAlways: way === 0 })}
      />
      {!isAlways && (
        <Span
          from={periodFrom}
          to={periodTo}
          name={words.fields.period}
          onFrom={(day) => onChange({ periodFrom: day })}
          onTo={(day) => onChange({ periodTo: day })}
        />
      )}
    </fieldset>
  );
}

interface EitherProps {
  readonly ways: readonly string[];
  readonly chosen: number;
  readonly onChoose: (way: number) => void;
}

function Either({ ways, chosen, onChoose }: EitherProps): ReactNode {
  const id = useId();
  return ways.map((way, n) => (
    <label key={way} className="form-flag">
      <input type="radio" name={id} checked={chosen === n} onChange={() => onChoose(n)} />
      {way}
    </label>
  ));
}

interface SpanProps {
  readonly from: string;
  readonly to: string;
  /** What the days are of. */
  readonly name: string;
  readonly onFrom: (day: string) => void;
  readonly onTo: (day: string) => void;
}

function Span({ from, to, name, onFrom, onTo }: SpanProps) {
  const words = useSaid(LETTERS);
  const id = useId();
  return (
    <div className="letter-span">
      <div className="form-field">
        <label htmlFor={`${id}-from`}>{words.first}</label>
        <DayField id={`${id}-from`} name={`${name} ${words.first}`} day={from} onDay={onFrom} />
      </div>
      <div className="form-field">
        <label htmlFor={`${id}-to`}>{words.last}</label>
        <DayField id={`${id}-to`} name={`${name} ${words.last}`} day={to} onDay={onTo} />
      </div>
    </div>
  );
}

function Scan({ letter: { scan }, onChange }: PartProps) {
  const { fields } = useSaid(LETTERS);
  const id = useId();
  const put = (typed: Typed): void => {
    const { hash, name } = fieldsOf(typed);
    onChange({ scan: typed === undefined ? null : { hash: wordsIn(hash), name: wordsIn(name) } });
  };
  return (
    <fieldset className="form-several letter-scan">
      <legend>{fields.scan}</legend>
      <FileInput
        control={{ kind: 'file' }}
        typed={scan ?? undefined}
        onType={put}
        at="/paper"
        id={id}
        name={fields.scan}
      />
    </fieldset>
  );
}
