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
  readonly ledger: Pick<Ledger, 'entries' | 'history' | 'itemsOfCase' | 'text'>;
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
  const facts = await read(wish, streams);
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
