import { streamName, type StreamName } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import { ProblemError } from '../problem/problem-error.ts';
import { streamsOfCase, type AuditScope } from './access.ts';
import { momentOf, type Moment } from './moment.ts';
import { wordIn } from './timeline.ts';

/** An entry of a case at its place in the log, taken apart. */
export interface LogFact {
  readonly idx: number;
  readonly stream: StreamName;
  readonly version: number;
  readonly type: string;
  readonly at: string;
  readonly leafHash: string;
  readonly data: Entry['data'];
  readonly actor: Entry['actor'];
  readonly verb: string;
  /** What its stream is called in a work list, and the stage that it belongs to. */
  readonly label: string | null;
  readonly stage: string | null;
}

/** Everything that was entered in a case up to a moment, in the order of the log. */
export interface CaseLog {
  readonly id: string;
  readonly title: string;
  readonly facts: readonly LogFact[];
}

const PAGE = 1000;

/**
 * Reads a case up to a moment. Of the time before the letter's period it has what the state is folded from; lists leave
 * it out.
 *
 * @throws ProblemError not-found when the case was not there yet
 */
export async function caseLog(scope: AuditScope, id: string, at?: Moment): Promise<CaseLog> {
  const { ledger, visitor } = scope.reader;
  const { institution } = visitor;
  const upTo = at ?? momentOf(scope, undefined);
  const streams = await streamsOfCase(scope, id);
  const items = new Map((await ledger.itemsOfCase(institution, id)).map((item) => [item.stream, item]));
  const leaves = await leavesUpTo(scope, streams, upTo);
  const facts = leaves.map((leaf) => factOf(leaf, items.get(leaf.stream)));
  const own = streamName('case', id);
  const opened = facts.find(({ stream }) => stream === own);
  if (!opened) throw new ProblemError('not-found');
  return { id, title: wordIn(opened.data, 'title'), facts };
}

/** An entry at its place in the log, byte for byte. */
export type CaseLeaf = Awaited<ReturnType<AuditScope['reader']['ledger']['history']>>[number];

/** Everything that was entered in some streams up to a moment, in the order of the log. */
export async function leavesUpTo(
  { reader: { ledger, visitor } }: AuditScope,
  streams: readonly string[],
  upTo: Moment,
): Promise<readonly CaseLeaf[]> {
  const found: CaseLeaf[] = [];
  for (let after = -1; ;) {
    const leaves = await ledger.history(visitor.institution, streams, after, PAGE);
    found.push(...leaves.filter((leaf) => upTo.includes(leaf)));
    const last = leaves.at(-1);
    if (!last || leaves.length < PAGE) return found;
    after = last.idx;
  }
}

function factOf(
  { idx, stream, version, type, at, leafHash, entry }: CaseLeaf,
  item: { readonly label: string; readonly stage: string | null } | undefined,
): LogFact {
  const { data, actor, command } = JSON.parse(entry) as Entry;
  const { stage } = data;
  return {
    idx,
    stream: stream as StreamName,
    version,
    type,
    at,
    leafHash,
    data,
    actor,
    verb: command.verb,
    label: item?.label ?? null,
    stage: typeof stage === 'string' ? stage : (item?.stage ?? null),
  };
}

/** Those of the letter's period: what lists and questions are about. */
export const ofPeriod = ({ period }: AuditScope, facts: readonly LogFact[]): readonly LogFact[] =>
  period ? facts.filter(({ at }) => period.from <= at && at < period.to) : facts;
