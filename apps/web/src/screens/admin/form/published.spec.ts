import { readFileSync } from 'node:fs';
import { bodyOf, FORESEEN } from '@mouding/core';
import type { Defs, Shape } from '../../../ui/verb-form/model/shape.ts';
import { schemaFrom } from './published.ts';
import { nothingIn, present, schemaOf, type Schema } from './schema.ts';

interface Asks {
  readonly bodies: { readonly [path: string]: Shape | null };
  readonly defs: Defs;
}

const asksOf = (kind: string): Asks =>
  JSON.parse(
    readFileSync(new URL(`../../../api/generated/asks/${kind}.json`, import.meta.url), 'utf8'),
  ) as Asks;

const org = asksOf('org');
const acts = Object.entries(org.bodies).flatMap(([path, shape]) =>
  shape ? [[`org.${path.split('/').at(-1) ?? ''}`, schemaFrom(shape, org.defs)] as const] : [],
);

/** The fields that a form shows, with the kind of each and what one chooses among. */
function asked(schema: Schema): unknown {
  const { type, const: only, enum: values, properties, items, anyOf } = present(schema);
  return {
    ...(properties
      ? { fields: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, asked(each)])) }
      : { type, only, values }),
    ...(items ? { items: asked(items) } : {}),
    ...(anyOf ? { ways: anyOf.map(asked) } : {}),
  };
}

test.each(acts)('%s asks the same as the rules that judge it', (verb, schema) => {
  const described = bodyOf(verb);
  expect(described).not.toBeNull();
  if (described) expect(asked(schema)).toEqual(asked(schemaOf(described)));
});

test('what has to be said and may be nothing is nothing until it is written: a post without a department', () => {
  const { 'org.create-post': post = {}, 'org.fill-post': fill = {} } = Object.fromEntries(acts);
  expect([nothingIn(post), nothingIn(fill)]).toEqual([{ department: null }, {}]);
});

test('a repair is one of several, each known by its name', () => {
  const { bodies, defs } = asksOf('repairs');
  const { properties, required } = schemaFrom(bodies['/v1/repairs'] ?? {}, defs);
  const ways = properties?.['what']?.anyOf ?? [];
  expect(ways.map((way) => way.properties?.['repair']?.const)).toEqual([
    'attendance',
    'meeting',
    'date',
    'file',
  ]);
  expect(required).toEqual(['case', 'what', 'reason']);
});

test('acts that take effect on a day are those that can be looked at before', () => {
  const dated = acts.filter(([, { properties }]) => properties !== undefined && 'on' in properties);
  expect(dated.map(([verb]) => verb).sort()).toEqual([...FORESEEN].sort());
});
