import { setTimeout as pause } from 'node:timers/promises';
import {
  endOfDay,
  streamName,
  type Procedure,
  type StateOf,
  type StreamName,
  type Witness,
} from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import type { Ledger } from '@mouding/ledger';
import { StateCache } from '../reading/state-cache.ts';
import { World } from '../reading/world.ts';

/** What a report is made from: one log, one case, and up to where it is read. */
export interface CaseWish {
  readonly ledger: Pick<Ledger, 'entries' | 'heads' | 'history' | 'itemsOfCase' | 'text'>;
  readonly institution: string;
  readonly id: string;
  /** A leaf index, or a day of Beijing with all of it; undefined reads everything. */
  readonly at: number | string | undefined;
}

/** A case as it stood at one leaf of the log, with every entry of its streams up to there. */
export interface CaseRecord {
  readonly procedure: Procedure;
  readonly state: StateOf<'case'>;
  /** In the order of the log. */
  readonly facts: readonly Witness[];
}

const PAGE = 1000;

/** Reads a case as it stood then; undefined when it was not there. */
export async function caseRecord(wish: CaseWish): Promise<CaseRecord | undefined> {
  const { ledger, institution, id } = wish;
  const items = await ledger.itemsOfCase(institution, id);
  const own = streamName('case', id);
  const streams = [...new Set([own, streamName('refusal', id), ...items.map(({ stream }) => stream)])];
  const facts = await (wish.at === undefined ? readAll(wish, streams) : read(wish, streams));
  const last = facts.findLast(({ stream }) => stream === own)?.version;
  if (last === undefined) return undefined;
  const world = new World(
    institution,
    {
      entries: async (stream, after) =>
        (await ledger.entries(institution, stream, after)).filter(
          ({ version }) => stream !== own || version <= last,
        ),
      text: (hash) => ledger.text(institution, hash),
    },
    new StateCache(),
  );
  const { answer: state } = await world.reach((known) => known.state('case', id));
  if (!state) return undefined;
  return { state, facts, procedure: await world.procedure(state.context.procedure.hash) };
}

/** How long a report waits for the place of what was just done, and how often it looks. Milliseconds of real time. */
const [PATIENCE_MS, LOOK_MS] = [2_000, 40];

/**
 * Everything that was done when it was asked for: entries get their place in the log a moment after they are written,
 * and whoever has just acted looks for the act. While nothing gives places, what has one is what there is.
 */
async function readAll(wish: CaseWish, streams: readonly string[]): Promise<readonly Witness[]> {
  const heads = await wish.ledger.heads(wish.institution, streams);
  for (const until = performance.now() + PATIENCE_MS; ; await pause(LOOK_MS)) {
    const facts = await read(wish, streams);
    const last = new Map(facts.map(({ stream, version }) => [String(stream), version]));
    const all = [...heads].every(([stream, { version }]) => (last.get(stream) ?? 0) >= version);
    if (all || performance.now() > until) return facts;
  }
}

async function read(
  { ledger, institution, at }: CaseWish,
  streams: readonly string[],
): Promise<readonly Witness[]> {
  const found: Witness[] = [];
  for (let after = -1; ;) {
    const leaves = await ledger.history(institution, streams, after, PAGE);
    found.push(...leaves.filter((leaf) => isBy(leaf, at)).map(witnessOf));
    const last = leaves.at(-1);
    if (!last || leaves.length < PAGE) return found;
    after = last.idx;
  }
}

const isBy = (
  { idx, at: entered }: { readonly idx: number; readonly at: string },
  at: CaseWish['at'],
): boolean => {
  if (at === undefined) return true;
  return typeof at === 'number' ? idx <= at : entered <= endOfDay(at);
};

type Leaf = Awaited<ReturnType<CaseWish['ledger']['history']>>[number];

function witnessOf({ idx, stream, version, leafHash, at, type, entry }: Leaf): Witness {
  const { data, actor, command } = JSON.parse(entry) as Entry;
  const name = stream as StreamName;
  return { stream: name, version, index: idx, leafHash, at, type, data, actor, command };
}
