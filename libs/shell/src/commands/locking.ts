import type { StreamName } from '@mouding/core';
import type { CommandTx } from '@mouding/ledger';
import type { World } from '../reading/world.ts';
import { reach, type Aimed, type Leave } from './reaching.ts';

/** What was found once everything is locked; `moved`: the locked states name something that is not locked. */
export type Locked = { readonly kind: 'locked'; readonly leave: Leave } | { readonly kind: 'moved' };

/**
 * Locks what the command and its policy look at, brings it up to the locked versions, and, where these are others
 * than were looked at, asks both once more: with the locked states they must not name anything beyond what is locked.
 */
export async function lockFor(world: World, tx: CommandTx, aimed: Aimed): Promise<Locked> {
  const first = await reach(world, aimed);
  const locks = [...first.streams].map(([name, mode]) => ({ name, mode }));
  if (!tx.mayLock(locks)) return { kind: 'moved' };
  const heads = await tx.lock(locks);
  let asLocked = true;
  for (const [stream, head] of heads)
    asLocked = (await settle(world, stream as StreamName, head)) && asLocked;
  if (asLocked) return { kind: 'locked', leave: first.leave };
  const second = await reach(world, aimed);
  const covered = [...second.streams].every(
    ([name, mode]) => first.streams.get(name) === mode || first.streams.get(name) === 'write',
  );
  return covered ? { kind: 'locked', leave: second.leave } : { kind: 'moved' };
}

/** A stream as its locked head says; what was cached of another past is folded again. Answers whether it stood there. */
async function settle(
  world: World,
  stream: StreamName,
  head: { readonly version: number; readonly hash: string | null },
): Promise<boolean> {
  const agrees = (): boolean => {
    const { version = 0, hash = null } = world.folded.get(stream) ?? {};
    return version === head.version && hash === head.hash;
  };
  if (agrees()) return true;
  await world.bring(stream);
  if (!agrees()) await world.refold(stream);
  if (!agrees()) throw new Error(`${stream} does not stand where its head says`);
  return false;
}
