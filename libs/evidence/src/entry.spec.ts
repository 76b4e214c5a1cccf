import fc from 'fast-check';
import { decodeEntry, encodeEntry, MalformedEntry, utf8Length, type Entry } from './entry.ts';

const uuid = fc.uuid();
const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
const text = fc.string({ unit: 'binary' }).filter((s) => !s.includes('\u0000'));
const instant = fc
  .date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());
const person = fc.option(uuid);

const entries: fc.Arbitrary<Entry> = fc.record({
  actor: fc.record({
    as: fc.constantFrom('office', 'department-head'),
    by: person,
    for: person,
    post: person,
    recorder: person,
  }),
  at: instant,
  command: fc.record({
    key: fc.option(fc.stringMatching(/^[ -~]{1,200}$/)),
    verb: fc.constantFrom('case.open', 'meeting.sign-in'),
  }),
  data: fc.dictionary(
    text,
    fc.oneof(text, fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.array(text)),
  ),
  institution: uuid,
  prev: hash,
  sealed: fc.uniqueArray(fc.record({ cm: hash, ct: hash, subject: uuid }), {
    selector: ({ subject }) => subject,
  }),
  stream: uuid.map((id) => `chapter/${id}`),
  sv: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  type: fc.stringMatching(/^[A-Z][A-Za-z]{2,59}$/),
  v: fc.constant(1 as const),
  version: fc.integer({ min: 2, max: 2 ** 31 - 1 }),
});

test('an entry is read back as it was written', () => {
  fc.assert(
    fc.property(entries, (entry) =>
      expect(decodeEntry(encodeEntry(entry))).toEqual(JSON.parse(JSON.stringify(entry))),
    ),
  );
});

test('one changed character is noticed or makes another entry', () => {
  fc.assert(
    fc.property(entries, fc.nat(), fc.constantFrom('a', '0', ' ', '"', '\\', '中'), (entry, place, put) => {
      const good = encodeEntry(entry);
      const at = place % good.length;
      fc.pre(good[at] !== put);
      const bad = `${good.slice(0, at)}${put}${good.slice(at + 1)}`;
      expect(rewritten(bad)).toBe(bad);
    }),
  );
});

/** What a reader would write again, or the text itself when it refuses to read. */
function rewritten(text: string): string {
  try {
    return encodeEntry(decodeEntry(text));
  } catch (error) {
    if (error instanceof MalformedEntry) return text;
    throw error;
  }
}

test('whatever is read, the only error is a malformed entry', () => {
  const fields = [
    'actor',
    'at',
    'command',
    'data',
    'institution',
    'prev',
    'sealed',
    'stream',
    'sv',
    'type',
    'v',
    'version',
  ];
  fc.assert(
    fc.property(entries, fc.constantFrom(...fields), fc.jsonValue(), (entry, field, value) => {
      expect(rewritten(JSON.stringify({ ...entry, [field]: value }))).toEqual(expect.any(String));
    }),
  );
});

test('a writer may not add a field', () => {
  const [entry] = fc.sample(entries, { numRuns: 1, seed: 1 });
  const more = { ...entry, note: null } as Entry;
  expect(() => encodeEntry(more)).toThrow('exactly its twelve fields');
});

test('what has no canonical form is malformed too, and says where', () => {
  const [entry] = fc.sample(entries, { numRuns: 1, seed: 1 });
  const half = { ...entry, data: { share: 0.5 } } as Entry;
  expect(() => encodeEntry(half)).toThrow(new MalformedEntry('.data.share: numbers are integers below 2^53'));
});

test('the length in UTF-8 is that of the encoder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => utf8Length(value) === Buffer.byteLength(value)),
  );
});
