import { CAPACITY_WORDS, FACT_WORDS } from '@mouding/contract';
import { useId, useState } from 'react';
import { DayField } from '../../../ui/day-field.tsx';
import { isDay } from '../../../ui/verb-form/model/moment.ts';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { useSaid, useSpeech, type Language } from '../../../words/language.tsx';
import { useStageNames } from '../stage-names.ts';
import type { FilterName, FiltersHeld } from './use-filters.ts';

interface FiltersProps {
  readonly of: string | null;
  readonly filters: FiltersHeld;
}

/** What is looked for; each choice shows at once. A small window has the entries first, and these behind a button. */
export function Filters({ of, filters }: FiltersProps) {
  const words = useSaid(AUDIT_TIME);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="plain audit-plain audit-filters-open"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {filters.count === 0 ? words.filters : words.filtersN(filters.count)}
      </button>
      <form
        id={id}
        className={`audit-filters${isOpen ? ' audit-filters-shown' : ''}`}
        aria-label={words.filters}
        onSubmit={(event) => event.preventDefault()}
      >
        <All of={of} filters={filters} />
      </form>
    </>
  );
}

function All({ of, filters }: FiltersProps) {
  const words = useSaid(AUDIT_TIME);
  const { language } = useSpeech();
  const stages = useStageNames(of);
  const choices: readonly Choice[] = [
    { name: 'how', label: words.how, options: Object.entries(words.hows) },
    ...(of === null ? [] : [{ name: 'stage' as const, label: words.stage, options: [...stages] }]),
    { name: 'as', label: words.as, options: inWords(CAPACITY_WORDS, language) },
    { name: 'type', label: words.type, options: inWords(FACT_WORDS, language) },
  ];
  return (
    <>
      {choices.map((choice) => (
        <ChoiceFilter key={choice.name} choice={choice} filters={filters} any={words.any} />
      ))}
      {(['from', 'to'] as const).map((name) => (
        <DayFilter key={`${name} ${filters.value(name)}`} name={name} label={words[name]} filters={filters} />
      ))}
      <ChoiceFilter
        choice={{ name: 'order', label: words.order, options: [['desc', words.orders.desc]] }}
        filters={filters}
        any={words.orders.asc}
      />
      <Narrowed filters={filters} />
      {filters.count > 0 && (
        <button type="button" className="plain audit-plain" onClick={filters.clear}>
          {words.clear}
        </button>
      )}
    </>
  );
}

interface Choice {
  readonly name: FilterName;
  readonly label: string;
  readonly options: readonly (readonly [string, string])[];
}

const inWords = (words: typeof FACT_WORDS, language: Language): readonly (readonly [string, string])[] =>
  Object.entries(words)
    .map(([value, said]) => [value, said[language]] as const)
    .sort(([, a], [, b]) => a.localeCompare(b, language));

interface ChoiceFilterProps {
  readonly choice: Choice;
  readonly filters: FiltersHeld;
  readonly any: string;
}

function ChoiceFilter({ choice: { name, label, options }, filters, any }: ChoiceFilterProps) {
  const id = useId();
  return (
    <div className="audit-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={filters.value(name)} onChange={({ target }) => filters.set(name, target.value)}>
        <option value="">{any}</option>
        {options.map(([value, said]) => (
          <option key={value} value={value}>
            {said}
          </option>
        ))}
      </select>
    </div>
  );
}

interface DayFilterProps {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly filters: FiltersHeld;
}

/** A day counts once it is written to its end; what is half written narrows nothing. */
function DayFilter({ name, label, filters }: DayFilterProps) {
  const id = useId();
  const words = useSaid(AUDIT_TIME);
  const [written, write] = useState(filters.value(name));
  const [isLeft, setLeft] = useState(false);
  const isWhole = written === '' || isDay(written);
  const put = (day: string): void => {
    write(day);
    setLeft(false);
    if (day === '' || isDay(day)) filters.set(name, day);
  };
  return (
    <div className="audit-field audit-field-day">
      <label htmlFor={id}>{label}</label>
      <DayField id={id} name={label} day={written} onDay={put} onLeave={() => setLeft(true)} />
      {isLeft && !isWhole && (
        <span role="alert" className="due-late">
          {words.dayWrong}
        </span>
      )}
    </div>
  );
}

/** What was chosen from a row, and has no list to choose from. */
function Narrowed({ filters }: { readonly filters: FiltersHeld }) {
  const words = useSaid(AUDIT_TIME);
  const some = [
    filters.value('stream') === '' ? [] : [words.thing],
    filters.value('person') === '' ? [] : [words.human],
  ].flat();
  return some.length === 0 ? null : (
    <p className="audit-narrowed">
      {words.narrowed} {some.join('、')}
    </p>
  );
}
