import type { StreamName } from '@mouding/core';
import type { CommandTx } from '@mouding/ledger';
import type { World } from '../reading/world.ts';
import { reach, type Aimed, type Leave } from './reaching.ts';

/** What was found once everything is locked; `moved`: the locked states name something that is not locked. */
export type Locked = { readonly kind: 'locked'; readonly leave: Leave } | { readonly kind: 'moved' };

/**
 * Locks what the command and its policy look at, brings it up to the locked versions, and asks both once more: with
 * the locked states they must not name anything beyond what is locked.
 */
export async function lockFor(world: World, tx: CommandTx, aimed: Aimed): Promise<Locked> {
  const first = await reach(world, aimed);
  const heads = await tx.lock([...first.streams].map(([name, mode]) => ({ name, mode })));
  for (const [stream, head] of heads) await settle(world, stream as StreamName, head);
  const second = await reach(world, aimed);
  const covered = [...second.streams].every(
    ([name, mode]) => first.streams.get(name) === mode || first.streams.get(name) === 'write',
  );
  return covered ? { kind: 'locked', leave: second.leave } : { kind: 'moved' };
}

/** A stream as its locked head says; what was cached of another past is folded again. */
async function settle(
  world: World,
  stream: StreamName,
  head: { readonly version: number; readonly hash: string | null },
): Promise<void> {
  const agrees = (): boolean => {
    const { version = 0, hash = null } = world.folded.get(stream) ?? {};
    return version === head.version && hash === head.hash;
  };
  if (!agrees()) await world.bring(stream);
  if (!agrees()) await world.refold(stream);
  if (!agrees()) throw new Error(`${stream} does not stand where its head says`);
}
