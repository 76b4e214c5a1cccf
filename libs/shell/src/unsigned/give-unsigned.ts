import { createHash } from 'node:crypto';
import { UNSIGNED_RECEIVED, type UnsignedReceived } from '@mouding/contract';
import {
  dayOf,
  outsideWindow,
  streamName,
  tokenRefusal,
  UNSIGNED_VERB,
  type GiveUnsigned,
  type Refusal,
} from '@mouding/core';
import { institutionOfToken, type CommandTx, type Batch } from '@mouding/ledger';
import type { z } from 'zod';
import type { Means } from '../commands/carry-out.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { World } from '../reading/world.ts';
import { standingOf } from './standing.ts';

type Given = z.infer<typeof GiveUnsigned>;

/** Stands where a command has its person: nobody. */
const NOBODY = 'unsigned';

/** A transaction that leaves nothing but what the box wrote. */
export const NOTHING_ELSE: Batch = {
  entries: [],
  texts: [],
  jobs: [],
  deadlines: [],
  settled: [],
  rows: [],
  answer: null,
};

/**
 * Puts an unsigned opinion into the box. The token says which institution it is for and that somebody there may give
 * one opinion; there is nothing else to believe. The same opinion sent again with its token gets the same answer.
 *
 * @throws ProblemError refused, in-flight: nothing was kept, and the token is as it was
 */
export async function giveUnsigned(means: Means, given: Given): Promise<UnsignedReceived> {
  const institution = institutionOfToken(given.token);
  if (institution === undefined) throw refused(tokenRefusal('unknown'));
  const { consultation, token } = given;
  const opened = await means.ledger.open(institution, {
    person: NOBODY,
    key: createHash('sha256').update(token).digest('hex'),
    verb: UNSIGNED_VERB,
    target: streamName('consultation', consultation),
    bodyHash: '',
    judged: false,
  });
  if (opened.kind !== 'fresh') throw new ProblemError('in-flight', { retryAfter: 1 });
  try {
    const refusal = await putInto(opened.tx, means, institution, given);
    if (refusal) throw refused(refusal);
    await opened.tx.commit(NOTHING_ELSE);
  } finally {
    await opened.tx.rollback();
  }
  return UNSIGNED_RECEIVED;
}

const refused = (refusal: Refusal | null): ProblemError =>
  new ProblemError('refused', refusal ? { refusal } : {});

/**
 * The consultation is locked against its close while the opinion goes into the box. A token is looked at before the
 * window, so that whoever sends the same opinion twice hears the same, also when the window has ended in between.
 */
async function putInto(
  tx: CommandTx,
  { cache }: Means,
  institution: string,
  { token, consultation, about, quote, wording, clause, sort, proposed }: Given,
): Promise<Refusal | null> {
  await tx.lock([{ name: streamName('consultation', consultation), mode: 'read' }]);
  const plain = {
    about,
    quote,
    wording,
    ...(clause ? { clause } : {}),
    ...(sort === undefined ? {} : { sort }),
    ...(proposed === undefined ? {} : { proposed }),
  };
  const outcome = await tx.box.put({ consultation, token, day: dayOf(tx.received), plain });
  if (outcome === 'again') return null;
  const refusal = tokenRefusal(outcome);
  if (refusal) return refusal;
  const standing = await standingOf(new World(institution, tx, cache), consultation);
  return outsideWindow(standing?.consultation, standing?.of, tx.received);
}
