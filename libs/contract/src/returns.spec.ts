import { chaptersAsked, clausesAsked, ReturnQuery, ReturnsQuery } from './returns.ts';

const [ONE, TWO] = ['3f22f240-aab9-8207-a3c2-c6440730aa22', '707ed39f-c565-88b0-a930-4417d121012a'];

test('clauses are asked for by number, and none at all is the whole text', () => {
  expect(clausesAsked(ReturnQuery.parse({ clauses: '3,12' }))).toEqual([3, 12]);
  expect(clausesAsked(ReturnQuery.parse({}))).toBeNull();
});

test.each(['', '0', '3,', ',3', '3;4', '-1', '03', 'x', '1234567'])('%j is no list of clauses', (clauses) => {
  expect(ReturnQuery.safeParse({ clauses }).success).toBe(false);
});

test('chapters are asked for with their clauses after a colon', () => {
  expect(chaptersAsked(ReturnsQuery.parse({ chapters: `${ONE}:3,5;${TWO}` }))).toEqual([
    { chapter: ONE, to: null, clauses: [3, 5] },
    { chapter: TWO, to: null, clauses: null },
  ]);
  expect(chaptersAsked(ReturnsQuery.parse({ chapters: `${ONE}@${TWO}:3;${TWO}@${ONE}` }))).toEqual([
    { chapter: ONE, to: TWO, clauses: [3] },
    { chapter: TWO, to: ONE, clauses: null },
  ]);
});

test.each([
  '',
  ONE.slice(1),
  `${ONE};`,
  `${ONE}@`,
  `@${ONE}`,
  `${ONE}:3@${TWO}`,
  `${ONE}:`,
  `${ONE}:0`,
  `${ONE},${TWO}`,
])('%j is no list of chapters', (chapters) => {
  expect(ReturnsQuery.safeParse({ chapters }).success).toBe(false);
});
