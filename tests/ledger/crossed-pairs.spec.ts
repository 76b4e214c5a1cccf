import { openStage, begin, batchOf, entryOf, newStream, type Stage } from './given.ts';

const PAIRS = 10_000;
const AT_ONCE = 12;

let stage: Stage;
beforeAll(async () => (stage = await openStage(2 * AT_ONCE)));
afterAll(() => stage.close());

/** Reads one stream and writes the other, but only while the one read is empty: what both sides of a pair try. */
async function tryCrossed(read: string, write: string): Promise<'wrote' | 'saw' | 'moved'> {
  const tx = await begin(stage.app, stage.institution);
  const heads = await tx.lock([
    { name: read, mode: 'read' },
    { name: write, mode: 'write' },
  ]);
  if (heads.get(read)?.version !== 0) {
    await tx.rollback();
    return 'saw';
  }
  const done = await tx.commit(batchOf([entryOf(write, tx.now)]));
  return done.kind === 'done' ? 'wrote' : 'moved';
}

it('never lets both of a crossed pair win, and lets one win', async () => {
  const outcomes = new Map<string, number>();
  let started = 0;
  const runner = async (): Promise<void> => {
    while (started < PAIRS) {
      started += 1;
      const [x, y] = [newStream(), newStream()];
      const both = await Promise.all([tryCrossed(x, y), tryCrossed(y, x)]);
      const outcome = both.toSorted().join(' and ');
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runner));
  expect([...outcomes]).toEqual([['saw and wrote', PAIRS]]);
});
