import { setTimeout as pause } from 'node:timers/promises';
import { FAILPOINTS, type Failpoint } from '@mouding/ledger';
import type { Random } from 'mouding/random';
import type { Program, System } from './system.ts';

/** One fall: of a program or of the database, at any moment or at a failpoint. */
export type Fall =
  { readonly of: Program | 'database' } | { readonly of: Program; readonly failpoint: Failpoint };

/** What fell, by kind, e.g. `api`, `worker commit.after`. */
export type Falls = Map<string, number>;

/** The sequencer runs in the worker alone; commands are carried out in both. This system has no signer. */
const at: readonly Fall[] = FAILPOINTS.filter((name) => !name.startsWith('checkpoint.')).flatMap(
  (failpoint): Fall[] =>
    failpoint.startsWith('sequencer.')
      ? [{ of: 'worker', failpoint }]
      : [
          { of: 'api', failpoint },
          { of: 'worker', failpoint },
        ],
);

/** Falls at any moment, in turn. */
const BLIND: readonly Fall[] = [{ of: 'database' }, { of: 'api' }, { of: 'worker' }, { of: 'api' }];

/**
 * Every failpoint once in each program that has it, and the rest at any moment, in random order. A program gets its
 * failpoint by falling first, so that these count twice.
 */
export function plannedFalls(count: number, random: Random): readonly Fall[] {
  const points = at.slice(0, Math.floor(count / 2));
  const blind: readonly Fall[] = Array.from(
    { length: count - 2 * points.length },
    (_, i) => BLIND[i % BLIND.length] ?? { of: 'api' },
  );
  return [...points, ...blind]
    .map((fall) => ({ fall, place: random.below(1_000_000) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ fall }) => fall);
}

/** How long a program may live on with a failpoint in it. */
const PATIENCE = 120_000;

/** Lets everything planned fall, with 0.2 to 1.8 s in between, each time bringing it back. */
export async function letFall(system: System, planned: readonly Fall[], random: Random): Promise<Falls> {
  const falls: Falls = new Map();
  const count = (name: string) => falls.set(name, (falls.get(name) ?? 0) + 1);
  for (const fall of planned) {
    await pause(200 + random.below(1_600));
    if (fall.of === 'database') await cutPower(system);
    else if ('failpoint' in fall) await fallAt(system, fall.of, `${fall.failpoint}@${1 + random.below(5)}`);
    else await fallAnywhere(system, fall.of);
    count(fall.of);
    if ('failpoint' in fall) count(`${fall.of} ${fall.failpoint}`);
  }
  return falls;
}

async function fallAnywhere(system: System, program: Program): Promise<void> {
  await system.kill(program);
  await system.start(program);
}

async function fallAt(system: System, program: Program, failpoint: string): Promise<void> {
  await system.kill(program);
  await system.start(program, failpoint);
  await system.fallen(program, PATIENCE);
  await system.start(program);
}

async function cutPower(system: System): Promise<void> {
  await system.stopDatabase();
  await system.startDatabase();
}
