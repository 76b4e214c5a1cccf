import { streamName, type LogRestart } from '@mouding/core';
import type { Means } from '../commands/carry-out.ts';
import { asked, readerFor } from '../queries/reader.ts';

/** Nobody: what a machine reads the organisation as. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The declaration, confirmed by a second person, that a log of this name ends; undefined where there is none. */
export async function declaredRestart(
  means: Means,
  institution: string,
  origin: string,
): Promise<LogRestart | undefined> {
  const org = streamName('org', institution);
  if ((await means.ledger.heads(institution, [org])).get(org)?.version === 0) return undefined;
  const reader = await readerFor(means, { institution, person: NOBODY });
  const { restarts } = (await asked(reader, (known) => known.org)).context.treeLog;
  return restarts.findLast((each) => each.origin === origin && each.status === 'declared');
}
