import { compileProcedure, readDefinition } from '../../procedure/procedure.ts';
import { changed } from '../../testing/small-procedure.ts';
import { versionWith } from '../../testing/versions.ts';
import { joiningFaults, type WrittenJoining, type WrittenStage } from './faults.ts';
import { joiningLines } from './lines.ts';

const PROCEDURE = versionWith('v1');
const hash = (digit: string): string => digit.repeat(64);
const [SCHEME, PLAN, SCAN] = [hash('1'), hash('2'), hash('3')];
const ground = {
  today: '2026-03-10',
  hasText: (one: string) => [SCHEME, PLAN].includes(one),
  hasFile: (one: string) => one === SCAN,
};

const row = (stage: string, outcome: string, more: Partial<WrittenStage> = {}): WrittenStage => ({
  stage,
  outcome,
  on: '2026-03-01',
  number: '',
  text: '',
  scan: '',
  words: '',
  ...more,
});
const rows = [
  row('material', 'collected'),
  row('chapters', 'written'),
  row('draft', 'compiled', { text: PLAN }),
  row('gate', 'passed', { scan: SCAN }),
];
const written = (more: Partial<WrittenJoining> = {}): WrittenJoining => ({
  title: '“十五五”发展规划',
  stage: 'issue',
  scheme: SCHEME,
  manuscript: PLAN,
  rows,
  ...more,
});
const faults = (more: Partial<WrittenJoining> = {}) =>
  joiningFaults(PROCEDURE, written(more), ground).map(
    ({ row: at, column, weight }) => `${weight} ${at ?? '-'} ${column}`,
  );
const withRow = (n: number, more: Partial<WrittenStage>) => ({
  rows: rows.map((each, i) => (i === n ? { ...each, ...more } : each)),
});

describe('what must be entered', () => {
  test('is every stage on the way, with the outcome that leads on', () => {
    expect(joiningLines(PROCEDURE, 'issue')?.map(({ no, stage, forward }) => [no, stage, forward])).toEqual([
      [1, 'material', 'collected'],
      [2, 'chapters', 'written'],
      [3, 'draft', 'compiled'],
      [4, 'gate', 'passed'],
    ]);
    expect(joiningLines(PROCEDURE, 'material')).toEqual([]);
    expect(joiningLines(PROCEDURE, 'nowhere')).toBeUndefined();
  });

  test('says of which stages the text must be given, and of which the scan is looked for', () => {
    const lines = joiningLines(PROCEDURE, 'issue') ?? [];
    expect(lines.map(({ leavesText, decides }) => [leavesText, decides])).toEqual([
      [false, false],
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  test('of stages side by side it is all of them, before what follows', () => {
    const read = readDefinition(SIDE_BY_SIDE);
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    const lines = joiningLines(compileProcedure(read.definition), 'chapters') ?? [];
    expect(lines.map(({ stage, beside }) => [stage, beside])).toEqual([
      ['material', '前期准备'],
      ['research', '前期准备'],
    ]);
  });
});

const SIDE_BY_SIDE = {
  ...changed(() => undefined),
  steps: changed(() => undefined).steps.map((step) =>
    step.id === 'material'
      ? {
          id: 'preparation',
          title: '前期准备',
          together: [
            step,
            { id: 'research', kind: 'research@1', title: '调研', then: { researched: 'chapters' } },
          ],
          then: 'chapters',
        }
      : step,
  ),
};

describe('what is wrong with it', () => {
  test('nothing', () => expect(faults()).toEqual([]));

  test('is told all at once, each with its row and column', () => {
    const wrong = {
      title: '一',
      scheme: '',
      ...withRow(0, { on: '三月一日', scan: hash('9') }),
    };
    expect(
      faults({ ...wrong, rows: [...wrong.rows.slice(0, 3), row('gate', 'issued', { on: '' })] }),
    ).toEqual([
      'fault - title',
      'fault - scheme',
      'fault 1 on',
      'fault 1 scan',
      'fault 4 outcome',
      'fault 4 on',
      'notice 4 scan',
    ]);
  });

  test('a day to come, one before the stage before, and the very day that is today', () => {
    expect(faults(withRow(3, { on: '2026-03-11' }))).toEqual(['fault 4 on']);
    expect(faults(withRow(3, { on: '2026-03-10' }))).toEqual([]);
    expect(faults(withRow(3, { on: '2026-02-01' }))).toEqual(['notice 4 on']);
  });

  test('a stage that is left out, one too early, and one that the procedure lacks', () => {
    expect(faults({ rows: rows.slice(1) })).toEqual(['fault 1 stage']);
    expect(faults({ rows: rows.slice(0, 3) })).toEqual(['fault - stage']);
    expect(faults({ rows: [row('nowhere', 'collected'), ...rows.slice(1)] })).toEqual(['fault 1 stage']);
  });

  test('a text that is missing, unknown, not asked for, or not the one that stands', () => {
    expect(faults(withRow(2, { text: '' }))).toContain('fault 3 text');
    expect(faults(withRow(2, { text: hash('8') }))).toContain('fault 3 text');
    expect(faults(withRow(0, { text: PLAN }))).toEqual(['notice 1 text']);
    expect(faults({ manuscript: SCHEME })).toEqual(['fault - manuscript']);
    expect(faults({ manuscript: '' })).toEqual(['fault - manuscript']);
  });

  test('a stage at which no case can be taken over', () => {
    expect(faults({ stage: 'draft', manuscript: '', rows: rows.slice(0, 2) })).toEqual(['fault - stage']);
    expect(faults({ stage: 'draft', manuscript: '', rows: [] })).toEqual(['fault - stage', 'fault - stage']);
  });

  test('a stage to take it over at that is not there', () => {
    expect(faults({ stage: 'nowhere' })).toEqual(['fault - stage']);
  });
});
