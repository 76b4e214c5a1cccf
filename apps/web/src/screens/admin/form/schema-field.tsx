import { Button } from 'antd';
import { useId } from 'react';
import { FORM } from '../../../words/form.ts';
import { useSaid } from '../../../words/language.tsx';
import { useAsk, type Ask, type Option } from './ask.ts';
import { ChoiceField, SeveralField } from './chosen.tsx';
import { blank, isFields, present, variantOf, variantsOf, type Fields, type Schema } from './schema.ts';
import {
  FieldLabel,
  FlagField,
  NamesField,
  NumbersField,
  WrittenField,
  type FieldProps,
} from './written.tsx';
import { without as dropped } from './without.ts';

/** Whatever a schema asks for, as fields that a person fills in. */
export function SchemaField(props: FieldProps) {
  const ask = useAsk();
  const schema = present(props.schema);
  const inside = { ...props, schema };
  const options = optionsOf(ask, props.field, schema.type === 'array' ? (schema.items ?? {}) : schema);
  if (schema.const !== undefined) return null;
  if (options) {
    return schema.type === 'array' ? (
      <SeveralField {...inside} options={options} />
    ) : (
      <ChoiceField {...inside} options={options} />
    );
  }
  return <Unlisted {...inside} />;
}

/** What is not chosen from a list. */
function Unlisted(props: FieldProps) {
  const { schema } = props;
  if (variantsOf(schema).length > 0) return <VariantField {...props} />;
  if (schema.type === 'object') return <ObjectField {...props} />;
  if (schema.type === 'array') return <Several {...props} />;
  return schema.type === 'boolean' ? <FlagField {...props} /> : <WrittenField {...props} />;
}

/** Numbers and names are written behind one another; anything else has a row each. */
function Several(props: FieldProps) {
  const { type, format } = props.schema.items ?? {};
  if (type === 'integer') return <NumbersField {...props} />;
  return type === 'string' && format === undefined ? <NamesField {...props} /> : <ListField {...props} />;
}

function optionsOf(ask: Ask, field: string, schema: Schema): readonly Option[] | null {
  if (schema.enum) return schema.enum.map((value) => ({ value, label: ask.value(value, field) }));
  return schema.type === 'string' ? ask.options(field) : null;
}

/** The fields of an object, without a frame: the body of a form. */
export function SchemaFields({ schema, value, onChange }: Pick<FieldProps, 'schema' | 'value' | 'onChange'>) {
  const { without = [] } = useAsk();
  const fields: Fields = isFields(value) ? value : {};
  const { properties = {}, required = [] } = schema;
  const set = (field: string, written: unknown): void => {
    onChange(written === undefined ? dropped(fields, field) : { ...fields, [field]: written });
  };
  return Object.entries(properties)
    .filter(([field]) => !without.includes(field))
    .map(([field, each]) => (
      <SchemaField
        key={field}
        field={field}
        schema={each}
        value={field in fields ? fields[field] : each.default}
        isNeeded={required.includes(field) && each.default !== null}
        onChange={(written) => set(field, written)}
      />
    ));
}

/** Something made of fields; one that may be left out is switched on first. */
function ObjectField({ field, schema, value, isNeeded, onChange }: FieldProps) {
  const { label } = useAsk();
  const isThere = isFields(value);
  const isOptional = !isNeeded && (schema.default ?? null) === null;
  return (
    <fieldset className="form-group">
      <legend>
        {isOptional ? (
          <label className="form-flag">
            <input
              type="checkbox"
              checked={isThere}
              onChange={({ target }) => onChange(target.checked ? (blank(schema) ?? {}) : undefined)}
            />
            {label(field, schema)}
          </label>
        ) : (
          label(field, schema)
        )}
      </legend>
      {(isThere || !isOptional) && <SchemaFields schema={schema} value={value} onChange={onChange} />}
    </fieldset>
  );
}

/** One of several shapes: which, then what belongs to it. */
function VariantField({ field, schema, value, isNeeded, onChange }: FieldProps) {
  const id = useId();
  const ask = useAsk();
  const words = useSaid(FORM);
  const variants = variantsOf(schema);
  const at = variantOf(variants, value);
  const variant = variants[at] ?? {};
  const isUnset = value === undefined || value === null;
  return (
    <div className="form-group">
      <div className="form-field">
        <FieldLabel id={id} field={field} schema={schema} isNeeded={isNeeded} />
        <select
          id={id}
          value={isUnset ? '' : at}
          onChange={({ target }) =>
            onChange(target.value === '' ? undefined : blank(variants[Number(target.value)] ?? {}))
          }
        >
          {(isUnset || !isNeeded) && <option value="">{isNeeded ? words.choose : words.unset}</option>}
          {variants.map((each, n) => (
            <option key={variantName(ask, field, each)} value={n}>
              {variantName(ask, field, each)}
            </option>
          ))}
        </select>
      </div>
      {!isUnset && <VariantBody {...{ field, schema: variant, value, isNeeded, onChange }} />}
    </div>
  );
}

const VariantBody = (props: FieldProps) =>
  props.schema.type === 'object' ? <SchemaFields {...props} /> : <SchemaField {...props} />;

function variantName(ask: Ask, field: string, { const: value, properties = {} }: Schema): string {
  if (value !== undefined) return ask.value(String(value), field);
  const [[name, first] = [field, {} as Schema]] = Object.entries(properties);
  return first.const === undefined ? ask.label(name, first) : ask.value(String(first.const), name);
}

/** Rows that can be added and removed. */
function ListField({ field, schema, value, onChange }: FieldProps) {
  const { label } = useAsk();
  const words = useSaid(FORM);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const items = schema.items ?? {};
  const put = (n: number, written: unknown): void =>
    onChange(rows.map((row, i) => (i === n ? written : row)));
  return (
    <fieldset className="form-group">
      <legend>{label(field, schema)}</legend>
      {rows.map((row, n) => (
        <div key={n} className="form-row">
          {items.type === 'object' ? (
            <SchemaFields schema={items} value={row} onChange={(written) => put(n, written)} />
          ) : (
            <SchemaField
              field={field}
              schema={{ ...items, description: undefined }}
              value={row}
              isNeeded
              onChange={(written) => put(n, written ?? '')}
            />
          )}
          <Button onClick={() => onChange(rows.filter((_, i) => i !== n))}>{words.remove(n + 1)}</Button>
        </div>
      ))}
      {rows.length < (schema.maxItems ?? Infinity) && (
        <Button onClick={() => onChange([...rows, blank(items) ?? ''])}>
          {words.add(label(field, schema))}
        </Button>
      )}
    </fieldset>
  );
}
