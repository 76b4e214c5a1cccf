import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  commandOf,
  indicatorsOf,
  procedureStream,
  parseStream,
  type Command,
  type Kind,
  type Refusal,
} from '@mouding/core';
import type { Ledger } from '@mouding/ledger';
import { isLostRace } from '../problem/database-trouble.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { derivedId } from '../reading/derived-id.ts';
import type { Witnessing } from '../log/witnesses.ts';
import type { StateCache } from '../reading/state-cache.ts';
import { askStepUp } from '../session/ask-step-up.ts';
import { releaseBox } from '../unsigned/release-box.ts';
import { CLOCK_PERSON, type Answered, type Asking } from './asking.ts';
import { guessNeeds } from './guessing.ts';
import { attempt, type Result } from './attempt.ts';
import { keyOf } from './command-key.ts';
import { authorityKnown } from './authority-known.ts';
import { secretFor } from './secret-for.ts';

const ATTEMPTS = 5;
const PATIENCE_MS = 2000;

/** What the clock hears about a deadline that is no longer set for the time at which it was found. */
export const NOTHING_DUE: Answered = { status: 204, body: null, replayed: false };

/** What carries commands out: the ledger, and the states that were folded before. */
export interface Means {
  readonly ledger: Ledger;
  readonly cache: StateCache;
  /** Who watches the logs; left out where nobody does, and by what hands no checkpoint out. */
  readonly witnessing?: Witnessing;
}

/**
 * Carries out one command: idempotency, locks, policy, decision, append, all in one transaction; tried again while
 * others move what it reads.
 *
 * @throws ProblemError in-flight, key-reused, not-found, version-mismatch, conflict: nothing was recorded
 */
export async function carryOut(means: Means, given: Asking): Promise<Answered> {
  let asking = given;
  const target = await targetOf(means, asking);
  const from = performance.now();
  let tried = 0;
  try {
    for (;;) {
      tried += 1;
      const ended = await once(means, asking, target);
      if (typeof ended === 'object') return ended;
      asking = await again(means, asking, ended, { tried, from });
    }
  } catch (error) {
    if (endsUnkept(error, tried)) await withdraw(means, asking, target);
    throw await askStepUp(means.ledger, error, asking.institution, keyOf(asking, target.command));
  }
}

/**
 * Whether a command ended with an answer that is not kept. A crash is no answer; and whoever finds the key in flight
 * from the first has begun nothing: the arrival is that of the one at work.
 */
const endsUnkept = (error: unknown, tried: number): boolean =>
  error instanceof ProblemError && (error.code !== 'in-flight' || tried > 1);

/** Takes the arrival back: else a request that had to fail would reserve its time for a later one. */
async function withdraw({ ledger }: Means, asking: Asking, { command }: Target): Promise<void> {
  if (command.judged) await ledger.forgetArrival(asking.institution, keyOf(asking, command));
}

async function targetOf(means: Means, asking: Asking): Promise<Target> {
  const { ledger } = means;
  const command = commandOf(asking.verb);
  if (!command) throw new Error(`no command ${asking.verb}`);
  const id = asking.id ?? newIdFor(asking);
  const secret = await secretFor(means, asking, { command, id });
  const barred = await authorityKnown(ledger, asking);
  return { command, id, seed: randomBytes(32), secret, barred };
}

/** A procedure has one stream per id in an institution, a case one of indicators; everything else gets a fresh id. */
function newIdFor({ verb, body, institution }: Asking): string {
  if (verb === 'indicator.define') {
    const { case: of } = body as { case: string };
    return parseStream(indicatorsOf((name) => derivedId(institution, name), of)).id;
  }
  if (verb !== 'procedure.publish') return randomUUID();
  const { definition } = body as { definition: { id?: unknown } };
  return parseStream(procedureStream((name) => derivedId(institution, name), String(definition.id))).id;
}

/** What a command is aimed at, the same for every attempt. */
export interface Target {
  readonly command: Command<Kind, unknown>;
  readonly id: string;
  /** Random: the ids of what is made come out of it. */
  readonly seed: Uint8Array;
  /** The secret of a new account; null for every other command. Made here, since it takes longer than locks should be held. */
  readonly secret: string | null;
  /** What stands against it in the logs of other institutions, which no decision can see; null for nothing. */
  readonly barred: Refusal | null;
}

/** What is asked at the next attempt: after a pause, or once the box is empty. @throws ProblemError conflict */
async function again(
  means: Means,
  asking: Asking,
  why: 'moved' | 'box-waits',
  { tried, from }: { readonly tried: number; readonly from: number },
): Promise<Asking> {
  const tired = performance.now() - from > PATIENCE_MS;
  if (tired || (why === 'moved' && tried >= ATTEMPTS)) throw new ProblemError('conflict', { retryAfter: 1 });
  if (why === 'box-waits') return withBoxReleased(means, asking);
  await pause(tried * 10 * Math.random());
  return asking;
}

/** What is asked, once the unsigned opinions are recorded: whoever saw the consultation before them closes it with them. */
async function withBoxReleased(means: Means, asking: Asking): Promise<Asking> {
  const released = await releaseBox(means, asking.institution, asking.id ?? '');
  return { ...asking, expected: asking.expected === null ? null : asking.expected + released };
}

/** One attempt, or why there must be another. */
async function once(means: Means, asking: Asking, target: Target): Promise<Answered | 'moved' | 'box-waits'> {
  const foreseen = await guessNeeds(means.cache, asking, target);
  const opened = await means.ledger.open(asking.institution, keyOf(asking, target.command), foreseen);
  if (opened.kind === 'replay') {
    await settleAgain(means, asking);
    return { status: opened.status, body: opened.body, replayed: true };
  }
  if (opened.kind === 'reused') throw new ProblemError('key-reused');
  if (opened.kind === 'in-flight') throw new ProblemError('in-flight', { retryAfter: 1 });
  const { tx } = opened;
  let ended = false;
  try {
    const result = await attempt(means.cache, tx, asking, target);
    ended = result.kind === 'done';
    return answeredBy(result);
  } catch (error) {
    if (isLostRace(error)) return 'moved';
    throw error;
  } finally {
    if (!ended) await tx.rollback();
  }
}

function answeredBy(result: Result): Answered | 'moved' | 'box-waits' {
  if (result.kind === 'done') return result.answered;
  return result.kind === 'overtaken' ? NOTHING_DUE : result.kind;
}

/** A deadline that was set once more for the very time at which it was answered before: nothing is left to do but to take it away. */
async function settleAgain({ ledger }: Means, asking: Asking): Promise<void> {
  if (!asking.deadline) return;
  const key = {
    person: CLOCK_PERSON,
    key: randomUUID(),
    verb: asking.verb,
    target: asking.deadline.stream,
    bodyHash: '',
    judged: false,
  };
  const opened = await ledger.open(asking.institution, key);
  if (opened.kind !== 'fresh') return;
  await opened.tx.commit({
    entries: [],
    texts: [],
    jobs: [],
    deadlines: [],
    settled: [asking.deadline],
    rows: [],
    answer: null,
  });
}
