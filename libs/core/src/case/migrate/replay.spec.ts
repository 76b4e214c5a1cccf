import type { Entry } from '@mouding/evidence';
import { folder } from '../../folder.ts';
import type { Fact } from '../../stream.ts';
import { uuid } from '../../testing/given.ts';
import { caseAfter, closed, entered, openedIn, PLAN, UNTIL, versionWith } from '../../testing/versions.ts';

const moved: Fact = {
  type: 'CaseMigrated',
  data: {
    from: { id: 'small', version: 1, hash: 'v1' },
    to: { id: 'small', version: 2, hash: 'v2' },
    mapping: {},
    place: { draft: 'open' },
    dates: {},
    planned: {},
    excused: [],
    document: { title: '党委会决议', number: '一号', file: null, text: null, resolution: null },
    digest: '',
    by: uuid(9),
  },
};
const HISTORY: readonly Fact[] = [
  openedIn('v1'),
  ...UNTIL.draft,
  moved,
  closed('draft', 'compiled', PLAN),
  entered('legal'),
];

/** What a reader of the log that knows these versions alone says of each entry. */
const read = (known: readonly string[], facts = HISTORY) => {
  const stream = folder((hash) => (known.includes(hash) ? versionWith(hash) : undefined)).start(
    `case/${uuid(1)}`,
  );
  return {
    said: facts.map((fact) => stream.apply(fact as Pick<Entry, 'type' | 'data'>).ok),
    rows: () => stream.rows(),
  };
};

test('whoever reads the log from its beginning goes on by the version to which the case moved', () => {
  const { said, rows } = read(['v1', 'v2']);
  expect(said).toEqual(HISTORY.map(() => true));
  expect(rows().item).toMatchObject({ stage: 'legal', status: 'running' });
  expect(caseAfter(HISTORY).value).toEqual({ legal: 'open' });
});

test('without that version nothing after the move is taken for granted', () => {
  const at = HISTORY.indexOf(moved);
  const { said } = read(['v1']);
  expect(said.slice(0, at)).not.toContain(false);
  expect(said[at]).toBe(false);
});

test('a move from a version by which the case does not run does not fit', () => {
  const other = { ...moved, data: { ...moved.data, from: { id: 'small', version: 3, hash: 'v3' } } };
  const { said } = read(
    ['v1', 'v2'],
    HISTORY.map((fact) => (fact === moved ? other : fact)),
  );
  expect(said[HISTORY.indexOf(moved)]).toBe(false);
});

test('a move to a place that the version does not have does not fit', () => {
  const other = { ...moved, data: { ...moved.data, place: { nowhere: 'open' } } };
  const { said } = read(
    ['v1', 'v2'],
    HISTORY.map((fact) => (fact === moved ? other : fact)),
  );
  expect(said[HISTORY.indexOf(moved)]).toBe(false);
});

test('nor does taking back what never moved', () => {
  const back: Fact = {
    type: 'CaseRolledBack',
    data: { from: moved.data, to: { id: 'small', version: 1, hash: 'v1' }, document: {}, by: uuid(9) },
  };
  const { said } = read(['v1', 'v2'], [openedIn('v1'), ...UNTIL.draft, back]);
  expect(said.at(-1)).toBe(false);
});
