import { parseStream } from '@mouding/core';
import type { DeadlineRow } from '@mouding/ledger';
import { askedByClock, type Asking } from '../commands/asking.ts';
import { carryOut, NOTHING_DUE, type Means } from '../commands/carry-out.ts';

const AT_ONCE = 100;

/** What a sweep did: deadlines carried out, and those that failed and stay due. */
export interface Swept {
  readonly done: number;
  readonly failed: readonly { readonly deadline: DeadlineRow; readonly error: unknown }[];
}

/**
 * Turns every deadline of an institution whose law time has come into its command, oldest first. What fell due while
 * nothing ran keeps its original due time. Sweeping twice, or by two workers at once, carries nothing out twice: the
 * key of the command names the deadline and its time.
 */
export async function sweep(means: Means, institution: string): Promise<Swept> {
  const failed = new Map<string, Swept['failed'][number]>();
  let done = 0;
  for (;;) {
    const due = await means.ledger.dueDeadlines(institution, AT_ONCE + failed.size);
    const open = due.filter((deadline) => !failed.has(keyOf(deadline)));
    if (open.length === 0) return { done, failed: [...failed.values()] };
    for (const deadline of open) {
      try {
        done += Number(await answerDue(means, institution, deadline));
      } catch (error) {
        failed.set(keyOf(deadline), { deadline, error });
      }
    }
  }
}

/**
 * Gives the command of one deadline that was found due. Answers whether it was given: not when another has answered the
 * deadline meanwhile, or it was moved to another time, which it keeps.
 */
export async function answerDue(means: Means, institution: string, deadline: DeadlineRow): Promise<boolean> {
  const { status, replayed } = await carryOut(means, askingOf(institution, deadline));
  return status !== NOTHING_DUE.status && !replayed;
}

const keyOf = ({ stream, name, due }: DeadlineRow): string => `deadline/${stream}/${name}/${due}`;

const askingOf = (institution: string, deadline: DeadlineRow): Asking => {
  const { stream, name, due, verb } = deadline;
  const { id } = parseStream(stream);
  const command = { institution, verb, id, body: { due }, key: keyOf(deadline) };
  return askedByClock(command, { stream, name, due });
};
