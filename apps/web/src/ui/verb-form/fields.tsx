import { Button } from 'antd';
import { VERB_FORM } from '../../words/verb-form.ts';
import { useSaid, useSpeech } from '../../words/language.tsx';
import { inputId, useForm } from './form-around.ts';
import { blankOf, type Known } from './model/blank.ts';
import type { Control, Field } from './model/control.ts';
import { fieldsOf, type Typed } from './model/typed.ts';

interface FieldsProps {
  readonly fields: readonly Field[];
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  readonly at: string;
}

/** The fields of a body or of a part of it, those that must be filled in first. */
export function Fields({ fields, typed, onType, at }: FieldsProps) {
  const { known } = useForm();
  const given = fieldsOf(typed);
  const inOrder = [
    ...fields.filter(({ isNeeded }) => isNeeded),
    ...fields.filter(({ isNeeded }) => !isNeeded),
  ];
  return (
    <div className="form-fields">
      {inOrder
        .filter((field) => isAsked(field, at, known))
        .map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            typed={given[field.name]}
            onType={(next) => onType({ ...given, [field.name]: next })}
            at={`${at}/${field.name}`}
          />
        ))}
    </div>
  );
}

/** What has one value is not asked; nor the case of what is begun within one that was chosen. */
const isAsked = ({ control }: Field, at: string, known: Known): boolean =>
  control.kind !== 'fixed' &&
  !(at === '' && known.case !== null && control.kind === 'pick' && control.of.from === 'case');

interface FieldRowProps {
  readonly field: Field;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  readonly at: string;
}

const WHOLE: readonly Control['kind'][] = ['group', 'either', 'list', 'table', 'choice', 'yes-no', 'file'];

/** A field with its name, what is said of it, and what is wrong with it. */
function FieldRow(props: FieldRowProps) {
  const { field, at } = props;
  const { id: form } = useForm();
  const id = inputId(form, at);
  if (WHOLE.includes(field.control.kind))
    return (
      <fieldset className="form-field">
        <legend>
          <Name field={field} />
        </legend>
        <Below {...props} id={id} />
      </fieldset>
    );
  return (
    <div className="form-field">
      <label htmlFor={id}>
        <Name field={field} />
      </label>
      <Below {...props} id={id} />
    </div>
  );
}

function Name({ field: { label, isNeeded, name } }: { readonly field: Field }) {
  const { language } = useSpeech();
  const { may } = useSaid(VERB_FORM);
  return (
    <>
      {label?.name[language] ?? name}
      {!isNeeded && <span className="soft form-may">{may}</span>}
    </>
  );
}

function Below({ field, typed, onType, at, id }: FieldRowProps & { readonly id: string }) {
  const { faults } = useForm();
  const { language } = useSpeech();
  const more = field.label?.more[language] ?? '';
  const fault = faults.get(at);
  return (
    <>
      {more !== '' && <p className="soft form-more">{more}</p>}
      <Wanted {...{ field, typed, onType, at, id }} />
      {fault !== undefined && (
        <p className="form-fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
}

/** A part that may stay out is shown once somebody wants it. */
function Wanted({ field, typed, onType, at, id }: FieldRowProps & { readonly id: string }) {
  const { known, Input } = useForm();
  const words = useSaid(VERB_FORM);
  const { language } = useSpeech();
  const { control, isNeeded, label } = field;
  const name = label?.name[language] ?? field.name;
  const isPart = control.kind === 'group' || control.kind === 'either';
  const input = <Input control={control} typed={typed} onType={onType} at={at} id={id} name={name} />;
  if (isNeeded || !isPart) return input;
  if (typed === undefined)
    return <Button onClick={() => onType(blankOf(control, known) ?? {})}>{words.fill(name)}</Button>;
  return (
    <>
      {input}
      <Button onClick={() => onType(undefined)}>{words.leave(name)}</Button>
    </>
  );
}
