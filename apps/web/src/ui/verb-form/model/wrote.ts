import type { Control } from './control.ts';
import type { Said } from './label.ts';
import { fieldsOf, wordsIn, type Typed } from './typed.ts';

/** Words that somebody wrote, with the name of their field. */
interface Wrote {
  readonly name: Said;
  readonly value: string;
}

const WRITTEN: readonly Control['kind'][] = ['words', 'number', 'day', 'moment'];

/** Everything that was written; what was chosen stands in the form itself. */
export function wroteIn(control: Control, typed: Typed): readonly Wrote[] {
  if (control.kind !== 'group') return [];
  const given = fieldsOf(typed);
  return control.fields.flatMap(({ name, label, control: of }) => {
    if (of.kind === 'group') return wroteIn(of, given[name]);
    const value = WRITTEN.includes(of.kind) ? wordsIn(given[name]).trim() : '';
    return value === '' || label === null ? [] : [{ name: label.name, value }];
  });
}
