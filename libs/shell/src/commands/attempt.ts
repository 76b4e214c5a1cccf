import {
  asksStepUp,
  decideIn,
  givenFrom,
  knownFrom,
  NotNeeded,
  readsEveryText,
  streamName,
  toldOf,
  type Capacity,
  type Moment,
  type Refusal,
  type StreamName,
} from '@mouding/core';
import { sha256, type Answer, type Batch, type CommandTx, type Receipt } from '@mouding/ledger';
import { ProblemError, statusOfRefusal } from '../problem/problem-error.ts';
import { contentHash, derivedId } from '../reading/derived-id.ts';
import type { StateCache } from '../reading/state-cache.ts';
import { World } from '../reading/world.ts';
import { answerOf, mayNow, refusalAnswer } from './answering.ts';
import type { Answered, Asking } from './asking.ts';
import { writeBesides } from './besides.ts';
import type { Target } from './carry-out.ts';
import { keyOf } from './command-key.ts';
import { lockFor } from './locking.ts';
import type { Aimed, Leave } from './reaching.ts';
import { refused, refusalStreamOf } from './refusing.ts';
import { write, type Decided, type Signature, type Written } from './writing.ts';

/**
 * `moved`: others wrote to what was read in the meantime. `box-waits`: unsigned opinions must be recorded before it.
 * `overtaken`: the deadline that it answers was moved or answered in the meantime. Nothing is written in these cases.
 */
export type Result =
  | { readonly kind: 'done'; readonly answered: Answered }
  | { readonly kind: 'moved' }
  | { readonly kind: 'box-waits' }
  | { readonly kind: 'overtaken' };

/** One attempt at a command inside its transaction. */
export interface Attempt {
  readonly world: World;
  readonly tx: CommandTx;
  readonly asking: Asking;
  readonly target: Target;
}

/**
 * Loads, locks, asks the policy and the command, and appends what comes out: facts, or the refusal.
 * @throws ProblemError not-found, version-mismatch
 */
export async function attempt(
  cache: StateCache,
  tx: CommandTx,
  asking: Asking,
  target: Target,
): Promise<Result> {
  const { command, id } = target;
  const trial: Attempt = { world: new World(asking.institution, tx, cache), tx, asking, target };
  const aimed: Aimed = { command, id, body: asking.body, person: asking.person, post: asking.post };
  const locked = await lockFor(trial.world, tx, aimed);
  if (locked.kind === 'moved') return locked;
  if (asking.deadline && !(await tx.deadlineStands(asking.deadline))) return { kind: 'overtaken' };
  checkSight(trial, locked.leave);
  const { permitted } = locked.leave;
  if ('refusal' in permitted) return appendRefusal(trial, permitted.refusal, null);
  checkVersion(trial);
  await checkStepUp(trial, command.verb);
  const [first] = permitted.capacities;
  if (target.barred) return appendRefusal(trial, target.barred, first);
  await bringUploads(trial, permitted.capacities);
  const { decision, as } = decide(trial, permitted.capacities);
  return 'refusal' in decision
    ? appendRefusal(trial, decision.refusal, as)
    : appendFacts(trial, decision, as);
}

/** The decision, and the capacity in which it was taken. */
const decide = (trial: Attempt, held: readonly [Capacity, ...Capacity[]]) =>
  decideIn(held, (capacity) => {
    const given = givenFrom(trial.world.loaded, momentOf(trial, capacity));
    return trial.target.command.decide(given, trial.target.id, trial.asking.body);
  });

const targetStream = ({ target }: Attempt) => streamName(target.command.on, target.id);

/** What is not there, and what may be neither seen nor asked, is the same to the asker. */
function checkSight(trial: Attempt, { permitted, seen }: Leave): void {
  const { asking, world } = trial;
  const absent = asking.person !== null && asking.id !== null && world.version(targetStream(trial)) === 0;
  if (absent || ('refusal' in permitted && !seen)) throw new ProblemError('not-found');
}

function checkVersion(trial: Attempt): void {
  const currentVersion = trial.world.version(targetStream(trial));
  const { expected } = trial.asking;
  if (expected !== null && expected !== currentVersion)
    throw new ProblemError('version-mismatch', { currentVersion });
}

/** An approval is confirmed by its person at this moment, where the institution asks for it; what was passed is used up. */
async function checkStepUp({ world, tx, asking, target }: Attempt, verb: string): Promise<void> {
  const { person, stepUp } = asking;
  if (person === null || !asksStepUp(knownFrom(world.loaded).org, verb)) return;
  const { target: aim, bodyHash } = keyOf(asking, target.command);
  const passed = stepUp && (await tx.accounts.useStepUp({ id: stepUp, person, verb, target: aim, bodyHash }));
  if (!passed) throw new ProblemError('step-up-required');
}

async function bringUploads(
  { world, tx, asking: { person } }: Attempt,
  held: readonly Capacity[],
): Promise<void> {
  if (person === null || held.every(readsEveryText)) return;
  await world.bringUploads((keys) => tx.brought(person, keys));
}

const momentOf = ({ tx, target }: Attempt, actor: Capacity): Moment => ({
  now: tx.now,
  received: tx.received,
  actor,
  id: (name) => derivedId(target.seed, name),
  refOf: (content) => ({ scheme: 'blob-sha256@1', hash: contentHash(content) }),
  sha256,
});

function signatureOf({ tx, asking }: Attempt, capacity: Capacity | null): Signature {
  const {
    as,
    person: by,
    post,
    for: behalf = null,
  } = capacity ?? { as: 'none', person: asking.person, post: null };
  return {
    at: tx.now,
    actor: { as, by, for: behalf, post, recorder: null },
    command: { key: asking.key, verb: asking.verb },
  };
}

async function appendFacts(trial: Attempt, found: Decided, capacity: Capacity): Promise<Result> {
  const { world, asking, target } = trial;
  const told = { institution: asking.institution, verb: target.command.verb, stream: targetStream(trial) };
  const decided = toldOf(found, capacity, told);
  if (decided.facts.length > 0 && (await boxWaits(trial))) return { kind: 'box-waits' };
  await bringNew(trial, decided);
  const written = write(world, decided, signatureOf(trial, capacity));
  const may = await mayNow(trial, decided.made);
  await writeBesides(trial, decided);
  return commit(trial, { ...written, settled: withAnswered(written, asking) }, (receipts) =>
    answerOf(targetStream(trial), decided, receipts, may),
  );
}

/**
 * Whether a consultation would be closed over opinions that wait in its box. Asked only once the close is decided: a
 * close that is refused must not show whether anything waits.
 */
const boxWaits = async ({ tx, target: { command, id } }: Attempt): Promise<boolean> =>
  command.verb === 'consultation.close' && (await tx.box.days(id)).length > 0;

/**
 * Locks and loads the streams that come into being with the decision. Their ids are drawn from this very command:
 * nobody else can hold one, so that nobody waits in a circle.
 */
async function bringNew({ world, tx }: Attempt, { facts }: Decided): Promise<void> {
  const made = [...new Set(facts.map(({ stream }) => stream))].filter((stream) => !world.has(stream));
  if (made.length === 0) return;
  const heads = await tx.lock(made.map((name) => ({ name, mode: 'write' })));
  const known = made.find((stream) => heads.get(stream)?.version !== 0);
  if (known) throw new NotNeeded(`${known} was not named in needs`);
  await world.bringAll(made);
}

/** The deadline that a command of the clock answers is done with, unless the answer set it anew. */
function withAnswered(
  { settled, deadlines }: Pick<Batch, 'settled' | 'deadlines'>,
  { deadline }: Asking,
): Batch['settled'] {
  const anew = deadlines.some(({ stream, name }) => stream === deadline?.stream && name === deadline.name);
  return deadline && !anew ? [...settled, deadline] : settled;
}

/** The refusal stream is locked last of all, by whoever holds everything else it needs: nobody can wait in a circle. */
async function appendRefusal(trial: Attempt, refusal: Refusal, capacity: Capacity | null): Promise<Result> {
  const { world, tx, asking } = trial;
  const stream = refusalStreamOf(trial);
  await tx.lock([{ name: stream, mode: 'write' }]);
  await world.bring(stream);
  const written = write(world, refused(trial, stream, refusal), signatureOf(trial, capacity));
  const status = statusOfRefusal(refusal);
  const body = refusalAnswer(refusal, asking.language);
  return commit(trial, { ...written, settled: withAnswered(written, asking) }, () => ({ status, body }));
}

async function commit(
  { tx, world }: Attempt,
  written: Written,
  answer: (receipts: readonly Receipt[]) => Answer,
): Promise<Result> {
  const done = await tx.commit({ ...written, answer });
  if (done.kind === 'moved') return done;
  for (const { stream, version, leafHash } of done.receipts)
    world.appended(stream as StreamName, version, leafHash);
  return { kind: 'done', answered: { ...answer(done.receipts), replayed: false } };
}
