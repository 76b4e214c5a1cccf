import { CAPACITY_WORDS, FACT_WORDS } from '@mouding/contract';
import { useId } from 'react';
import { AUDIT_TIME } from '../../../words/audit-time.ts';
import { useSaid, useSpeech, type Language } from '../../../words/language.tsx';
import { useStageNames } from '../stage-names.ts';
import type { FilterName, FiltersHeld } from './use-filters.ts';

interface FiltersProps {
  readonly of: string | null;
  readonly filters: FiltersHeld;
}

/** What is looked for; each choice shows at once. */
export function Filters({ of, filters }: FiltersProps) {
  const words = useSaid(AUDIT_TIME);
  const { language } = useSpeech();
  const stages = useStageNames(of);
  const all: readonly Choice[] = [
    { name: 'how', label: words.how, options: Object.entries(words.hows) },
    ...(of === null ? [] : [{ name: 'stage' as const, label: words.stage, options: [...stages] }]),
    { name: 'as', label: words.as, options: inWords(CAPACITY_WORDS, language) },
    { name: 'type', label: words.type, options: inWords(FACT_WORDS, language) },
  ];
  return (
    <form className="audit-filters" aria-label={words.filters} onSubmit={(event) => event.preventDefault()}>
      {all.map((choice) => (
        <ChoiceFilter key={choice.name} choice={choice} filters={filters} any={words.any} />
      ))}
      <DayFilter name="from" label={words.from} filters={filters} />
      <DayFilter name="to" label={words.to} filters={filters} />
      <ChoiceFilter
        choice={{ name: 'order', label: words.order, options: [['desc', words.orders.desc]] }}
        filters={filters}
        any={words.orders.asc}
      />
      <Narrowed filters={filters} />
      {filters.isNarrow && (
        <button type="button" className="plain audit-plain" onClick={filters.clear}>
          {words.clear}
        </button>
      )}
    </form>
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

function DayFilter({ name, label, filters }: DayFilterProps) {
  const id = useId();
  return (
    <div className="audit-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={filters.value(name)}
        onChange={({ target }) => filters.set(name, target.value)}
      />
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
