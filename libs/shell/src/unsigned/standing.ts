import { streamName, type StateOf } from '@mouding/core';
import type { World } from '../reading/world.ts';

/** A consultation and its case, as they stand. */
export interface Standing {
  readonly consultation: StateOf<'consultation'>;
  readonly of: StateOf<'case'> | undefined;
}

/** Both states, when the consultation is there. */
export async function standingOf(world: World, id: string): Promise<Standing | undefined> {
  await world.bring(streamName('org', world.institution));
  const { answer } = await world.reach((known) => {
    const consultation = known.state('consultation', id);
    return consultation && { consultation, of: known.state('case', consultation.context.case) };
  });
  return answer;
}
