import { lastDayIn } from '../../charts/gantt-scale.ts';
import { durationsOf } from './durations.ts';

const stage = {
  id: 's',
  title: '环节',
  kind: 'write@1',
  state: 'closed' as const,
  words: '',
  outcomeWords: null,
  round: 1,
  planned: '2026-01-08T16:00:00.000Z',
  entered: '2026-01-01',
  ended: '2026-01-10',
  overdue: false,
  paused: false,
  owners: [],
};
const of = (change: Partial<typeof stage>) =>
  durationsOf([{ ...stage, ...change }] as never, '2026-01-05', lastDayIn);

test('both ends count', () => {
  expect(of({})).toEqual([{ title: '环节', planned: 8, actual: 10, isOpen: false }]);
});

test('what stands open counts until today; what never began is left out', () => {
  expect(of({ state: 'open' as never, ended: null as never })[0]).toMatchObject({ actual: 5, isOpen: true });
  expect(of({ entered: null as never })).toEqual([]);
});

test('a date before the opening says nothing of how long it was to take', () => {
  expect(of({ entered: '2026-01-09' })[0]?.planned).toBeNull();
});
