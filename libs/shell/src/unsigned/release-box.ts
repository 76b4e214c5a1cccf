import { randomInt, randomUUID } from 'node:crypto';
import { startOfDay, streamName, UNSIGNED_VERB, unsignedFacts } from '@mouding/core';
import type { CommandTx } from '@mouding/ledger';
import type { Means } from '../commands/carry-out.ts';
import { write, type Signature } from '../commands/writing.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { World } from '../reading/world.ts';
import { worldNow } from '../reading/world-now.ts';
import { NOTHING_ELSE } from './give-unsigned.ts';
import { standingOf } from './standing.ts';

/**
 * Records every opinion that waits in the box of a consultation; answers how many. For its close only: it shows that
 * there are any.
 */
export async function releaseBox(means: Means, institution: string, consultation: string): Promise<number> {
  let released = 0;
  for (const day of await means.ledger.boxDays(institution, consultation))
    released += await releaseDay(means, { institution, consultation, day });
  return released;
}

/** Records the opinions of days that have passed, in every institution; answers how many boxes were opened. */
export async function releaseDue(means: Means): Promise<number> {
  const due = await means.ledger.dueBoxes();
  for (const box of due) await releaseDay(means, box);
  return due.length;
}

/** Forgets who took tokens, and the tokens, of every consultation that is over. */
export async function forgetTokens(means: Means): Promise<void> {
  const { ledger } = means;
  for (const { institution, consultation } of await ledger.keptTokens()) {
    const standing = await standingOf(worldNow(means, institution), consultation);
    if (standing?.consultation.matches('closed')) await ledger.forgetTokens(institution, consultation);
  }
}

/** One day's opinions of one consultation. */
interface DayBox {
  readonly institution: string;
  readonly consultation: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

const signedByNobody = (day: string): Signature => ({
  at: startOfDay(day),
  actor: { as: 'anonymous', by: null, for: null, post: null, recorder: null },
  command: { key: null, verb: UNSIGNED_VERB },
});

/**
 * One day of a box, in one transaction and in shuffled order: places in the log say nothing of when each came. Two at
 * the same box wait for each other; the second finds nothing. Answers how many there were.
 *
 * @throws ProblemError conflict when others were quicker
 */
async function releaseDay(means: Means, box: DayBox): Promise<number> {
  const key = {
    person: 'unsigned',
    key: randomUUID(),
    verb: UNSIGNED_VERB,
    target: streamName('consultation', box.consultation),
    bodyHash: '',
    judged: false,
  };
  const opened = await means.ledger.open(box.institution, key);
  if (opened.kind !== 'fresh') throw new ProblemError('conflict', { retryAfter: 1 });
  const recorded = await ended(opened.tx, record(means, opened.tx, box));
  if (recorded > 0) await means.ledger.levelTokens(box.institution, box.consultation);
  return recorded;
}

/** The work of a transaction, which is over afterwards whatever becomes of it. */
async function ended<T>(tx: CommandTx, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    await tx.rollback();
  }
}

async function record(
  { cache }: Means,
  tx: CommandTx,
  { institution, consultation, day }: DayBox,
): Promise<number> {
  const stream = streamName('consultation', consultation);
  await tx.lock([{ name: stream, mode: 'write' }]);
  const boxed = shuffled(await tx.box.empty(consultation, day));
  if (boxed.length === 0) return 0;
  const world = new World(institution, tx, cache);
  const standing = await standingOf(world, consultation);
  if (!standing) throw new Error(`a box without its consultation: ${consultation}`);
  // Ids of their own: those of the box were there when the opinions came in.
  const opinions = boxed.map(({ plain }) => ({ id: randomUUID(), plain }));
  const names = opinions.map(({ id }) => streamName('opinion', id));
  await tx.lock(names.map((name) => ({ name, mode: 'write' })));
  await world.bringAll(names);
  const facts = unsignedFacts(consultation, standing.consultation, opinions);
  const done = await tx.commit({ ...NOTHING_ELSE, ...write(world, { facts }, signedByNobody(day)) });
  if (done.kind === 'moved') throw new ProblemError('conflict', { retryAfter: 1 });
  return boxed.length;
}

/** Fisher and Yates, with the randomness of the operating system. */
function shuffled<T>(all: readonly T[]): readonly T[] {
  const rest = [...all];
  return all.map(() => rest.splice(randomInt(rest.length), 1)[0] as T);
}
