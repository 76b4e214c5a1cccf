import fc from 'fast-check';
import { canonical, isCanonical, MAX_DEPTH, type Json } from './canonical.ts';

const text = fc.string({ unit: 'binary' }).filter((s) => !s.includes('\u0000'));
const json = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 8 },
    text,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(text, tie('value')),
  ),
})).value;

const utf16 = (key: string): Buffer => Buffer.from(key, 'utf16le').swap16();

/** The same rules written another way: keys ordered as the bytes of big-endian UTF-16. */
function reference(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value === 0 ? 0 : value);
  if (Array.isArray(value)) return `[${value.map(reference).join()}]`;
  const members = Object.entries(value).toSorted(([a], [b]) => Buffer.compare(utf16(a), utf16(b)));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${reference(member)}`).join()}}`;
}

test('equals the reference ordering', () => {
  fc.assert(fc.property(json, (value) => canonical(value) === reference(value)));
});

test('what is read back is the same value and has the same form', () => {
  fc.assert(
    fc.property(json, (value) => {
      const form = canonical(value);
      expect(canonical(JSON.parse(form) as Json)).toBe(form);
      expect(JSON.parse(form)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('the order of keys in memory does not matter', () => {
  fc.assert(
    fc.property(fc.dictionary(text, fc.integer()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).toReversed());
      expect(canonical(reversed)).toBe(canonical(value));
    }),
  );
});

/** Whether a text is canonical by reading it and writing it again. */
function byWriting(text: string): boolean {
  try {
    return canonical(JSON.parse(text) as Json) === text;
  } catch {
    return false;
  }
}

function bySight(text: string): boolean {
  try {
    return isCanonical(text, JSON.parse(text) as Json);
  } catch {
    return false;
  }
}

test('a form is known again, and the engine’s own is taken for it only where it is', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(bySight(canonical(value))).toBe(true);
      const own = JSON.stringify(value);
      expect(bySight(own)).toBe(byWriting(own));
    }),
  );
});

test('a form in which a little was put in, taken out or changed is judged as by writing it again', () => {
  const piece = fc.constantFrom(
    '',
    ' ',
    '0',
    '00',
    'e2',
    'E',
    '.0',
    '-',
    '\\n',
    '\\u0061',
    '"a":1,',
    '"',
    '1',
    '[',
    '{}',
  );
  fc.assert(
    fc.property(json, fc.nat(), fc.nat({ max: 2 }), piece, (value, where, cut, put) => {
      const text = canonical(value);
      const at = where % (text.length + 1);
      const changed = text.slice(0, at) + put + text.slice(at + cut);
      expect(bySight(changed)).toBe(byWriting(changed));
    }),
    { numRuns: 500 },
  );
});

const NEARLY: readonly string[] = [
  '{"b":1,"a":2}',
  '{"9":1,"10":2}',
  '{"10":1,"9":2}',
  '{"a":1,"a":1}',
  '[1.5]',
  '[1.0]',
  '[-0]',
  '[1e3]',
  '[1e2]',
  '[ 1e3]',
  '[1e3  ]',
  '{"a":1e3,"b":1}',
  '[100]',
  '[-100]',
  '[0]',
  '[10e0]',
  '{"1":1,"2":2}',
  '{"2":1,"1":2}',
  '{"10":1,"9a":2}',
  '{"":1}',
  '["\\n"]',
  '["\\u000a"]',
  '["\\u001F"]',
  '["\\"\\\\\\/"]',
  '[9007199254740992]',
  '["\\u0061"]',
  '["\\u0000"]',
  '["\\u001f"]',
  '["\\ud800"]',
  '["\\/"]',
  '[ 1]',
  '{"__proto__":{"a":1}}',
  '{"__proto__":{"b":1,"a":1}}',
  `${'['.repeat(MAX_DEPTH + 1)}${']'.repeat(MAX_DEPTH + 1)}`,
];
test.each(NEARLY)('%s is judged as by writing it again', (text) =>
  expect(bySight(text)).toBe(byWriting(text)),
);

// Values that a type checker would not let through; parsed input is where they come from.
const foreign: readonly (readonly [string, unknown, string])[] = [
  ['a fraction', { a: [1, 0.5] }, '.a[1]: numbers are integers'],
  ['2^53', { a: 2 ** 53 }, '.a: numbers are integers'],
  ['infinity', Infinity, '$: numbers are integers'],
  ['half a surrogate pair', { a: '\ud800' }, '.a: a lone surrogate'],
  ['half a surrogate pair in a key', { a: { '\udc00': 1 } }, '.a: a lone surrogate'],
  ['U+0000', { a: '\u0000' }, '.a: U+0000'],
  ['undefined', { a: undefined }, '.a: undefined'],
  ['a hole', { a: Object.assign([1], { length: 2 }) }, '.a[1]: undefined'],
  ['a big integer', { a: 1n }, '.a: bigint'],
  ['a date', { a: new Date(0) }, '.a: object'],
  ['a map', new Map(), '$: object'],
];
test.each(foreign)('%s has no canonical form', (_, value, why) => {
  expect(() => canonical(value as Json)).toThrow(why);
});

test('minus zero is zero', () => expect(canonical([-0])).toBe('[0]'));

test('nests as deep as the format allows and no deeper', () => {
  const nested = (levels: number): Json => (levels === 0 ? null : [nested(levels - 1)]);
  expect(canonical(nested(MAX_DEPTH))).toBe(`${'['.repeat(MAX_DEPTH)}null${']'.repeat(MAX_DEPTH)}`);
  expect(() => canonical(nested(MAX_DEPTH + 1))).toThrow(`nested deeper than ${MAX_DEPTH}`);
});
