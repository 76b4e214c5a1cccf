import { choiceWords } from '@mouding/contract';
import { Button } from 'antd';
import { VERB_FORM } from '../../../words/verb-form.ts';
import { useSaid, useSpeech, type Language } from '../../../words/language.tsx';
import { blankOf } from '../model/blank.ts';
import type { Way } from '../model/control.ts';
import { fieldsOf, listOf, wordsIn, type Typed } from '../model/typed.ts';
import { Fields } from '../fields.tsx';
import { inputId, useForm } from '../form-around.ts';
import type { InputProps, Of } from './input-props.ts';
import { OneOf } from './plain-inputs.tsx';

export const GroupInput = ({ control, typed, onType, at }: InputProps<Of<'group'>>) => (
  <Fields fields={control.fields} typed={typed} onType={onType} at={at} />
);

/** What tells a form of the value from the others: its code word, or the field that it alone has. */
function wayWords({ code, control }: Way, language: Language): string {
  if (code !== null) return choiceWords('', code)?.[language] ?? code;
  const fields = control.kind === 'group' ? control.fields : [];
  return fields.find(({ isNeeded }) => isNeeded)?.label?.name[language] ?? '';
}

/** One of several forms of the value, and then that form. */
export function EitherInput({ control, typed, onType, at, id, name }: InputProps<Of<'either'>>) {
  const { language } = useSpeech();
  const { known, Input } = useForm();
  const { way, as } = fieldsOf(typed);
  const chosen = control.ways[Number(wordsIn(way) || '-1')];
  const options = control.ways.map((each, i) => ({ value: String(i), label: wayWords(each, language) }));
  return (
    <div className="form-either">
      <OneOf
        id={id}
        name={name}
        typed={wordsIn(way)}
        options={options}
        onType={(next) =>
          onType({ way: next, as: blankOf(control.ways[Number(next)]?.control ?? control, known) })
        }
      />
      {chosen && (
        <Input
          control={chosen.control}
          typed={as}
          onType={(next) => onType({ way: wordsIn(way), as: next })}
          at={at}
          id={`${id}-as`}
          name={name}
        />
      )}
    </div>
  );
}

const changed = (lines: readonly Typed[], at: number, line: Typed): readonly Typed[] =>
  lines.map((each, i) => (i === at ? line : each));

/** Lines that are added and taken away. */
export function ListInput({ control, typed, onType, at, name }: InputProps<Of<'list'>>) {
  const words = useSaid(VERB_FORM);
  const { id: form, known, Input } = useForm();
  const lines = listOf(typed);
  return (
    <div className="form-list">
      {lines.map((line, i) => (
        <div key={i} className="form-line" role="group" aria-label={words.line(name, i + 1)}>
          <Input
            control={control.item}
            typed={line}
            onType={(next) => onType(changed(lines, i, next ?? ''))}
            at={`${at}/${i}`}
            id={inputId(form, `${at}/${i}`)}
            name={words.line(name, i + 1)}
          />
          <Button
            aria-label={words.removeLine(name, i + 1)}
            onClick={() => onType(lines.filter((_, other) => other !== i))}
          >
            {words.remove}
          </Button>
        </div>
      ))}
      <Button onClick={() => onType([...lines, blankOf(control.item, known) ?? ''])}>
        {words.add(name)}
      </Button>
    </div>
  );
}

/** Keys with their values, line by line. */
export function TableInput({ control, typed, onType, at, name }: InputProps<Of<'table'>>) {
  const { language } = useSpeech();
  const { pair } = useSaid(VERB_FORM);
  const label = (words: string) => ({ name: { zh: words, en: words }, more: { zh: '', en: '' } });
  const fields = [
    { name: 'key', label: label(pair.key), isNeeded: true, control: control.key },
    { name: 'value', label: label(pair.value), isNeeded: true, control: control.value },
  ];
  const item = { kind: 'group', fields } as const;
  return (
    <ListInput
      key={language}
      control={{ kind: 'list', item, least: 0 }}
      typed={typed}
      onType={onType}
      at={at}
      id=""
      name={name}
    />
  );
}
