import { folder } from './folder.ts';
import { refOf, uuid } from './testing/given.ts';

const DUE = '2026-04-30T16:00:00.000Z';
const STREAM = `contribution/${uuid(0xc0)}`;
const text = refOf('科室发展规划');

const requested = {
  type: 'ContributionRequested',
  data: {
    case: uuid(0xca5e),
    stage: 'collect',
    department: uuid(0xd1),
    label: '医务科',
    due: DUE,
    afterDue: 'receive',
  },
};
const submitted = { type: 'ContributionSubmitted', data: { text, received: DUE, late: false } };

const folded = (
  ...facts: readonly Parameters<ReturnType<ReturnType<typeof folder>['start']>['apply']>[0][]
) => {
  const stream = folder(() => undefined).start(STREAM);
  expect(facts.map((fact) => stream.apply(fact))).toEqual(facts.map(() => ({ ok: true })));
  return stream;
};

test('a deadline is open from the fact that sets it', () => {
  expect(folded(requested).deadlines()).toEqual([{ name: 'due', due: DUE, verb: 'contribution.fall-due' }]);
});

test('a deadline is gone with the fact that settles it', () => {
  expect(folded(requested, submitted).deadlines()).toEqual([]);
});

test('what fell due stays open for the facts: the answer of the clock is no fact of its own', () => {
  const fellDue = { type: 'ContributionFellDue', data: { due: DUE } };
  expect(folded(requested, fellDue).deadlines()).toHaveLength(1);
});

test('a fact that does not fit sets no deadline, and is named', () => {
  const stream = folder(() => undefined).start(STREAM);
  expect(stream.apply(submitted)).toMatchObject({ ok: false });
  expect(stream.deadlines()).toEqual([]);
});
