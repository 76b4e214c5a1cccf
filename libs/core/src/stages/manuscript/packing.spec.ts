import { canonical, utf8Length } from '@mouding/evidence';
import type { Operation } from '@mouding/text';
import fc from 'fast-check';
import { inFacts } from './packing.ts';
import { MOST_BYTES } from './passages.ts';

const operation = fc.integer({ min: 0, max: 12_000 }).map((length): Operation => ({
  op: 'put',
  node: 'n0000000001',
  text: '字'.repeat(length),
}));
const unit = fc.record({
  operations: fc.array(operation, { minLength: 1, maxLength: 8 }),
  cites: fc.constant(null),
  reason: fc.constantFrom('规范表述', ''),
});

test('every fact fits an entry, and nothing is lost or put in another order', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
      const facts = inFacts(units);
      for (const fact of facts) {
        const changes = fact.map(({ operations, cites }) => ({ operations: [...operations], cites }));
        expect(utf8Length(canonical(changes))).toBeLessThanOrEqual(MOST_BYTES);
      }
      const kept = facts.flat().flatMap(({ operations }) => operations);
      expect(kept).toEqual(units.flatMap(({ operations }) => operations));
    }),
    { numRuns: 60 },
  );
});

test('what fits one entry stays one fact', () => {
  const small = { operations: [{ op: 'remove' as const, node: 'n0000000001' }], cites: null, reason: '' };
  expect(inFacts([small, small, small])).toEqual([[small, small, small]]);
  expect(inFacts([])).toEqual([]);
});
