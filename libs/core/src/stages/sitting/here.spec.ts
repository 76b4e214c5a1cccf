import fc from 'fast-check';
import { hereIn, type Movement } from './here.ts';

const minute = (n: number): string =>
  `2025-11-20T0${Math.floor(n / 60)}:${String(n % 60).padStart(2, '0')}:00.000Z`;

const movement = fc.record({
  post: fc.constantFrom('p1', 'p2', 'p3'),
  person: fc.constantFrom('a', 'b'),
  what: fc.constantFrom('came' as const, 'went' as const),
  at: fc.integer({ min: 0, max: 300 }).map(minute),
  by: fc.constantFrom('room' as const, 'video' as const),
});

/** The same by walking through the day: everything in its time, and what was entered later after what was entered before. */
function walked(movements: readonly Movement[], at: string): readonly string[] {
  const room = new Set<string>();
  const inTime = movements
    .map((one, entered) => ({ ...one, entered }))
    .filter((one) => one.at <= at)
    .sort((a, b) => (a.at === b.at ? a.entered - b.entered : a.at < b.at ? -1 : 1));
  for (const { post, person, what } of inTime) {
    if (what === 'came') room.add(`${post} ${person}`);
    else room.delete(`${post} ${person}`);
  }
  return [...room].sort();
}

test('who is there is what a walk through the day gives, in whatever order it was entered', () => {
  fc.assert(
    fc.property(fc.array(movement, { maxLength: 25 }), fc.integer({ min: 0, max: 300 }), (movements, n) => {
      const here = hereIn({ movements }, minute(n)).map(({ post, person }) => `${post} ${person}`);
      expect([...here].sort()).toEqual(walked(movements, minute(n)));
    }),
    { numRuns: 500 },
  );
});

test('the latest way of coming is the one that counts', () => {
  const came = { post: 'p1', person: 'a', what: 'came' } as const;
  const movements = [
    { ...came, at: minute(20), by: 'video' as const },
    { ...came, at: minute(10), by: 'room' as const },
  ];
  expect(hereIn({ movements }, minute(15))).toEqual([{ post: 'p1', person: 'a', by: 'room' }]);
  expect(hereIn({ movements }, minute(20))).toEqual([{ post: 'p1', person: 'a', by: 'video' }]);
});
