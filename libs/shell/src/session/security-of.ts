import { mustChangeFirst, SECURITY, streamName, type Security } from '@mouding/core';
import type { Means } from '../commands/carry-out.ts';
import { worldNow } from '../reading/world-now.ts';

/** The security profile of an institution as it stands, with what follows from its mode. */
export interface SecurityNow extends Security {
  /** Whether a password that somebody else chose must be changed at the first sign-in. */
  readonly changeFirst: boolean;
}

/** Reads the profile; of an institution that was not founded it is the default. */
export async function securityOf(means: Means, institution: string): Promise<SecurityNow> {
  const world = worldNow(means, institution);
  await world.bring(streamName('org', institution));
  const { answer } = await world.reach(({ state }) => state('org', institution));
  return answer ? { ...answer.context.security, changeFirst: mustChangeFirst(answer) } : NONE;
}

const NONE: SecurityNow = { ...SECURITY, changeFirst: true };
