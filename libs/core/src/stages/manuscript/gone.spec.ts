import type { Operation } from '@mouding/text';
import { goneIn, namedAgain } from './gone.ts';

const [A, B, C] = ['n000000000a', 'n000000000b', 'n000000000c'] as const;
const insert = (node: string): Operation => ({
  op: 'insert',
  node,
  after: null,
  kind: 'clause',
  depth: 1,
  before: '',
  text: '新增条文。',
});
const edits = (...operations: readonly Operation[]) => [{ operations }];

test('what is removed or joined to another is gone; anything else stays', () => {
  const operations: readonly Operation[] = [
    { op: 'remove', node: A },
    { op: 'join', node: B, next: C },
    { op: 'put', node: B, text: '改写。' },
  ];
  expect(goneIn([{ operations, cites: null }])).toEqual([A, C]);
  expect(goneIn([{ at: 0, cut: 1, put: '', cites: null }])).toEqual([]);
});

test.each([
  ['inserted', insert(A)],
  ['split off', { op: 'split', node: B, at: 1, into: A } as const],
])('a clause %s under the id of one that is gone is refused, with what to do', (_, operation) => {
  expect(namedAgain([A], edits(operation))).toMatchObject({
    rule: 'manuscript.node-again',
    facts: { no: 1, node: A },
    needs: { zh: '请给新条文另取编号' },
  });
  expect(namedAgain([C], edits(operation))).toBeUndefined();
});

test('within one request too: taken out first, named again later', () => {
  const again = [...edits({ op: 'remove', node: A }), ...edits(insert(A))];
  expect(namedAgain([], again)).toMatchObject({ facts: { no: 2 } });
  expect(namedAgain([], edits({ op: 'remove', node: A }, insert(B)))).toBeUndefined();
});
