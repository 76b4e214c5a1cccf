import { CAPACITIES, COMMANDS, KINDS, streamKind, type Kind } from '@mouding/core';
import { FACT_WORDS } from './fact-words.ts';
import { STATUS_WORDS } from './status-words.ts';
import { VERB_WORDS } from './verb-words.ts';
import { CAPACITY_WORDS } from './words.ts';

const machines = KINDS.filter((kind): kind is Exclude<Kind, 'case'> => kind !== 'case').map(
  (kind) => streamKind(kind).machine,
);

test('every verb, capacity, fact and status has its words in both languages', () => {
  const wanted: [string, { readonly [code: string]: { readonly zh: string; readonly en: string } }][] = [
    ...COMMANDS.map(({ verb }): [string, typeof VERB_WORDS] => [verb, VERB_WORDS]),
    ...CAPACITIES.map((as): [string, typeof CAPACITY_WORDS] => [as, CAPACITY_WORDS]),
    ...machines.flatMap(({ events }) =>
      events.map((type): [string, typeof FACT_WORDS] => [String(type), FACT_WORDS]),
    ),
    ...machines.flatMap(({ states }) =>
      Object.keys(states).map((status): [string, typeof STATUS_WORDS] => [status, STATUS_WORDS]),
    ),
  ];
  expect(
    wanted.filter(([code, table]) => !table[code]?.zh || !table[code]?.en).map(([code]) => code),
  ).toEqual([]);
});

test('no word of the screen is a code', () => {
  const all = [VERB_WORDS, FACT_WORDS, CAPACITY_WORDS, STATUS_WORDS].flatMap((table) => Object.values(table));
  expect(all.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([]);
});
