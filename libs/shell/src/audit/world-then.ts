import { World } from '../reading/world.ts';
import { StateCache } from '../reading/state-cache.ts';
import type { AuditScope } from './access.ts';
import { leavesUpTo, type CaseLeaf } from './case-log.ts';
import type { Moment } from './moment.ts';

/** What the record said at a moment, with the leaves that say it, in the order of the log. */
export interface WorldThen {
  readonly world: World;
  readonly leaves: readonly CaseLeaf[];
}

/** Some streams as they stood: folded again from their facts up to there, and nothing kept. */
export async function worldThen(
  scope: AuditScope,
  streams: readonly string[],
  upTo: Moment,
): Promise<WorldThen> {
  const { ledger, visitor } = scope.reader;
  const leaves = await leavesUpTo(scope, streams, upTo);
  const byStream = Map.groupBy(leaves, ({ stream }) => stream);
  const source = {
    entries: (stream: string, after: number) => Promise.resolve((byStream.get(stream) ?? []).slice(after)),
    text: (key: string) => ledger.text(visitor.institution, key),
  };
  return { world: new World(visitor.institution, source, new StateCache()), leaves };
}
