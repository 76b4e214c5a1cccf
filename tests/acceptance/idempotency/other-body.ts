import { bodyOf } from '@mouding/core';
import { canonical, type Json } from '@mouding/evidence';
import type { Act } from '../../play/stage.ts';

/** A body that the verb takes as well, and that says something else; nothing for a verb without words. */
export function otherBody({ verb, body }: Act): object | undefined {
  const schema = bodyOf(verb);
  const said = canonical(body as Json);
  return changesOf(body as Json).find(
    (changed) => schema?.safeParse(changed).success && canonical(changed) !== said,
  ) as object | undefined;
}

/** The value with one leaf of it changed, once for each leaf and way. */
function changesOf(value: Json): readonly Json[] {
  if (typeof value === 'string') return otherWords(value);
  if (typeof value === 'number') return [value + 1];
  if (typeof value !== 'object' || value === null) return [];
  const parts: readonly (readonly [string, Json])[] = Object.entries(value);
  return parts
    .filter(([key]) => key !== 'password')
    .flatMap(([key, inner]) => changesOf(inner).map((changed) => put(value, key, changed)));
}

/** Other words, another hash or id, another choice. */
const otherWords = (value: string): readonly string[] => [
  `${value}改`,
  value.replace(/[0-9a-f]$/, (last) => (last === '0' ? '1' : '0')),
  value === 'yes' ? 'no' : 'yes',
  'not-passed',
  'visit',
];

const put = (value: object, key: string, changed: Json): Json =>
  Array.isArray(value)
    ? value.map((inner: Json, i) => (String(i) === key ? changed : inner))
    : { ...(value as { [key: string]: Json }), [key]: changed };
