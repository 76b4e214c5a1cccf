import type { Control, Field } from './control.ts';
import type { Typed } from './typed.ts';

/** What is known before anything is typed. */
export interface Known {
  /** The key of the text that stands. */
  readonly text: string | null;
  readonly case: string | null;
}

/** What a form begins with: the text that stands where a text is cited, and as many lines as a list must have. */
export function blankOf(control: Control, known: Known): Typed {
  if (control.kind === 'group') return groupOf(control.fields, known);
  if (control.kind === 'list') return linesOf(control, known);
  if (control.kind === 'text') return known.text ?? undefined;
  return control.kind === 'pick' && control.of.from === 'case' ? (known.case ?? undefined) : undefined;
}

const groupOf = (fields: readonly Field[], known: Known): Typed =>
  filled(
    fields.filter(({ isNeeded }) => isNeeded).map(({ name, control }) => [name, blankOf(control, known)]),
  );

/** Things to choose from are marked, so that there are no lines to begin with. */
const linesOf = ({ item, least }: Extract<Control, { kind: 'list' }>, known: Known): Typed =>
  item.kind === 'pick' || item.kind === 'choice' ? undefined : lines(least, blankOf(item, known));

const lines = (least: number, blank: Typed): Typed =>
  least === 0 ? undefined : Array.from({ length: least }, () => blank ?? '');

function filled(entries: readonly (readonly [string, Typed])[]): Typed {
  const known = entries.filter(([, typed]) => typed !== undefined && !(typed === ''));
  return known.length === 0 ? undefined : Object.fromEntries(known);
}
