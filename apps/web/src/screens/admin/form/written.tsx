import { useId } from 'react';
import { FORM } from '../../../words/form.ts';
import { useSaid } from '../../../words/language.tsx';
import { useAsk } from './ask.ts';
import type { Schema } from './schema.ts';

/** One field of a form, whatever is written in it. */
export interface FieldProps {
  readonly field: string;
  readonly schema: Schema;
  readonly value: unknown;
  readonly isNeeded: boolean;
  /** `undefined` leaves it out. */
  readonly onChange: (value: unknown) => void;
}

const LONG = 400;

/** Words, a number or a day. */
export function WrittenField({ field, schema, value, isNeeded, onChange }: FieldProps) {
  const id = useId();
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const write = (written: string): void => {
    if (written === '') onChange(undefined);
    else onChange(isNumber ? Number(written) : written);
  };
  const props = { id, value: text, required: isNeeded };
  const isLong = (schema.maxLength ?? 0) > LONG;
  return (
    <div className={isLong ? 'form-field form-long' : 'form-field'}>
      <FieldLabel id={id} field={field} schema={schema} isNeeded={isNeeded} />
      {isLong ? (
        <textarea {...props} rows={3} onChange={({ target }) => write(target.value)} />
      ) : (
        <input
          {...props}
          type={inputType(schema, isNumber)}
          min={schema.minimum}
          max={schema.maximum}
          maxLength={isNumber ? undefined : schema.maxLength}
          onChange={({ target }) => write(target.value)}
        />
      )}
    </div>
  );
}

function inputType(schema: Schema, isNumber: boolean): string {
  if (isNumber) return 'number';
  return schema.format === 'date' ? 'date' : 'text';
}

interface FieldLabelProps {
  readonly id: string;
  readonly field: string;
  readonly schema: Schema;
  readonly isNeeded: boolean;
}

export function FieldLabel({ id, field, schema, isNeeded }: FieldLabelProps) {
  const { label } = useAsk();
  const words = useSaid(FORM);
  return (
    <label htmlFor={id}>
      {label(field, schema)}
      {isNeeded && <span className="soft">{words.needed}</span>}
    </label>
  );
}

/** Several whole numbers, written behind one another. */
export function NumbersField({ field, schema, value, isNeeded, onChange }: FieldProps) {
  const id = useId();
  const words = useSaid(FORM);
  const numbers = Array.isArray(value) ? value : [];
  return (
    <div className="form-field">
      <FieldLabel id={id} field={field} schema={schema} isNeeded={isNeeded} />
      <input
        id={id}
        key={numbers.join()}
        type="text"
        inputMode="numeric"
        defaultValue={numbers.join('、')}
        aria-describedby={`${id}-how`}
        onBlur={({ target }) => onChange((target.value.match(/\d+/g) ?? []).map(Number))}
      />
      <span id={`${id}-how`} className="soft">
        {words.numbers}
      </span>
    </div>
  );
}

/** Several names, written behind one another. */
export function NamesField({ field, schema, value, isNeeded, onChange }: FieldProps) {
  const id = useId();
  const words = useSaid(FORM);
  const names = Array.isArray(value) ? value.map(String) : [];
  return (
    <div className="form-field">
      <FieldLabel id={id} field={field} schema={schema} isNeeded={isNeeded} />
      <input
        id={id}
        key={names.join()}
        type="text"
        defaultValue={names.join('、')}
        aria-describedby={`${id}-how`}
        onBlur={({ target }) =>
          onChange(target.value.split(/[、,，;；]/u).flatMap((name) => name.trim() || []))
        }
      />
      <span id={`${id}-how`} className="soft">
        {words.numbers}
      </span>
    </div>
  );
}

export function FlagField({ field, schema, value, onChange }: FieldProps) {
  const { label } = useAsk();
  return (
    <label className="form-flag">
      <input type="checkbox" checked={value === true} onChange={({ target }) => onChange(target.checked)} />
      {label(field, schema)}
    </label>
  );
}
