import type { Control, Field } from './control.ts';
import { instantOf, isDay } from './moment.ts';
import { fieldsOf, isBlank, listOf, wordsIn, type Typed } from './typed.ts';

/** Something that is not right yet: where, as a JSON Pointer, and why. */
export interface Gap {
  readonly pointer: string;
  readonly why: 'empty' | 'number' | 'day' | 'moment';
}

/** The value that was made of what was typed; undefined where the field is left out. */
export interface Made {
  readonly value: unknown;
  readonly gaps: readonly Gap[];
}

const made = (value: unknown): Made => ({ value, gaps: [] });
const gap = (pointer: string, why: Gap['why']): Made => ({ value: undefined, gaps: [{ pointer, why }] });

/** The body that a person has typed, and what is missing of it. */
export function bodyFrom(control: Control, typed: Typed, at = ''): Made {
  switch (control.kind) {
    case 'fixed':
      return made(control.value);
    case 'group':
      return group(control.fields, typed, at);
    case 'either':
      return either(control, typed, at);
    case 'list':
      return list(control, typed, at);
    case 'table':
      return table(control.value, typed, at);
    default:
      return isBlank(typed) ? gap(at, 'empty') : leaf(control, typed, at);
  }
}

type Leaf = Exclude<Control, { kind: 'fixed' | 'group' | 'either' | 'list' | 'table' }>;

function leaf(control: Leaf, typed: Typed, at: string): Made {
  const words = wordsIn(typed).trim();
  switch (control.kind) {
    case 'words':
      return made(wordsIn(typed));
    case 'choice':
      return made(words);
    case 'yes-no':
      return made(words === 'yes');
    case 'number':
      return number(words, at);
    case 'pick':
      return control.isNumber ? number(words, at) : made(words);
    default:
      return content(control, typed, at);
  }
}

/** Days, instants, texts and originals. */
function content(
  control: Extract<Leaf, { kind: 'day' | 'moment' | 'file' | 'text' }>,
  typed: Typed,
  at: string,
): Made {
  const words = wordsIn(typed).trim();
  if (control.kind === 'file') return made({ scheme: 'file-sha256@1', hash: fieldsOf(typed)['hash'] });
  if (control.kind === 'text') return made(control.asKey ? words : refOf(words));
  if (isDay(words) && (control.kind === 'day' || control.orDay)) return made(words);
  return control.kind === 'day' ? gap(at, 'day') : moment(words, at);
}

const number = (words: string, at: string): Made =>
  /^-?\d{1,15}$/u.test(words) ? made(Number(words)) : gap(at, 'number');

function moment(words: string, at: string): Made {
  const instant = instantOf(words);
  return instant === null ? gap(at, 'moment') : made(instant);
}

const TREE = 'tree@1:';

/** A text from its key: a tree under its prefix, otherwise a blob. */
const refOf = (key: string): { readonly scheme: string; readonly hash: string } =>
  key.startsWith(TREE)
    ? { scheme: 'tree@1', hash: key.slice(TREE.length) }
    : { scheme: 'blob-sha256@1', hash: key };

/** What may be left out and was not touched is left out; what was begun must be complete. */
function group(fields: readonly Field[], typed: Typed, at: string): Made {
  const given = fieldsOf(typed);
  const parts = fields
    .filter(({ name, isNeeded, control }) => isNeeded || isBegun(control, given[name]))
    .map(({ name, control }) => ({ name, ...bodyFrom(control, given[name], `${at}/${name}`) }));
  return {
    value: Object.fromEntries(
      parts.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value]),
    ),
    gaps: parts.flatMap(({ gaps }) => gaps),
  };
}

/** A group that asks nothing is begun by the mark alone that it is wanted. */
const isBegun = (control: Control, typed: Typed): boolean =>
  control.kind === 'group' || control.kind === 'either' ? typed !== undefined : !isBlank(typed);

function either({ ways }: Extract<Control, { kind: 'either' }>, typed: Typed, at: string): Made {
  const { way, as } = fieldsOf(typed);
  const chosen = ways[Number(wordsIn(way) || '-1')];
  return chosen ? bodyFrom(chosen.control, as, at) : gap(at, 'empty');
}

function list({ item, least }: Extract<Control, { kind: 'list' }>, typed: Typed, at: string): Made {
  const parts = listOf(typed).map((each, i) => bodyFrom(item, each, `${at}/${i}`));
  const few: readonly Gap[] = parts.length < least ? [{ pointer: at, why: 'empty' }] : [];
  return { value: parts.map(({ value }) => value), gaps: [...few, ...parts.flatMap(({ gaps }) => gaps)] };
}

function table(control: Control, typed: Typed, at: string): Made {
  const lines = listOf(typed).map((line, i) => {
    const { key, value } = fieldsOf(line);
    const made = bodyFrom(control, value, `${at}/${i}`);
    return isBlank(key) ? { key: '', ...gap(`${at}/${i}`, 'empty') } : { key: wordsIn(key), ...made };
  });
  return {
    value: Object.fromEntries(lines.map(({ key, value }) => [key, value])),
    gaps: lines.flatMap(({ gaps }) => gaps),
  };
}
