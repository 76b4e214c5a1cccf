import {
  CAPACITY_WORDS,
  FACT_WORDS,
  STATUS_WORDS,
  wordsOf,
  type MyAct,
  type MyActPage,
  type MyActsQuery,
} from '@mouding/contract';
import type { ItemRow, ObligationRow, OrgState } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import type { Of, TimelineLeaf } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { holderWords } from './holder-words.ts';
import { asked, seen, type Reader } from './reader.ts';

/** Leaves that one page looks through at most: a long log is looked through over several pages. */
const BUDGET = 5_000;

/**
 * 已办 and 我发起: what the reader did, the newest first, as far as they still see it. A page may be short, or empty,
 * before the last one: what somebody did seldom lies thinly in a long log.
 */
export async function myActs(reader: Reader, { of, q, limit, cursor }: MyActsQuery): Promise<MyActPage> {
  const { ledger, visitor } = reader;
  const { institution, person } = visitor;
  const after = cursor === undefined ? await ledger.logSize(institution) : indexOf(cursor);
  const span = { after, order: 'desc', limit, budget: BUDGET } as const;
  const found = await ledger.timeline(institution, { by: person }, span);
  const last = found.length === limit ? (found.at(-1)?.idx ?? 0) : after - BUDGET;
  const own = of === 'begun' ? found.filter(({ version }) => version === 1) : found;
  const acts = await actsOf(reader, await seen(reader, own));
  const hasNext = last > 0;
  return {
    items: acts.filter((act) => q === undefined || isAbout(act, q)),
    page: { next: hasNext ? cursorOf(String(last)) : null, hasNext },
  };
}

/** Whether the words looked for stand in the name of the thing or of its case. */
const isAbout = ({ label, case: of }: Pick<MyAct, 'label' | 'case'>, q: string): boolean =>
  label.includes(q) || (of?.title.includes(q) ?? false);

function indexOf(cursor: string): number {
  const place = placeOf(cursor);
  if (!/^\d{1,15}$/.test(place)) throw new ProblemError('invalid-query');
  return Number(place);
}

async function actsOf(reader: Reader, leaves: readonly TimelineLeaf[]): Promise<readonly MyAct[]> {
  const { ledger, visitor } = reader;
  const { institution } = visitor;
  const rows = await ledger.items(institution, { streams: [...new Set(leaves.map(({ stream }) => stream))] });
  const cases = [...new Set(rows.flatMap(({ case: of }) => of ?? []))];
  const titles = await ledger.items(institution, { streams: cases.map((id) => `case/${id}`) });
  const owed = (await Promise.all(cases.map((id) => ledger.obligationsOfCase(institution, id)))).flat();
  const items = new Map([...titles, ...rows].map((row) => [row.stream, row]));
  const org = await asked(reader, (known) => known.org);
  return leaves.map((leaf) => actOf(leaf, items, owed, org));
}

function actOf(
  leaf: TimelineLeaf,
  items: ReadonlyMap<string, Of<ItemRow>>,
  owed: readonly Of<ObligationRow>[],
  org: OrgState,
): MyAct {
  const { idx, at, stream, type, leafHash } = leaf;
  const row = items.get(stream);
  const words = wordsOf(FACT_WORDS, type);
  const holders = owed.filter((each) => each.stream === stream).map(({ holder }) => holderWords(org, holder));
  return {
    idx,
    at,
    stream,
    type,
    words,
    label: row?.label ?? words.zh,
    case: caseOf(row, items),
    as: capacityOf(leaf, org),
    status: row ? wordsOf(STATUS_WORDS, row.status).zh : null,
    holders: [...new Set(holders)],
    leafHash,
  };
}

function caseOf(row: Of<ItemRow> | undefined, items: ReadonlyMap<string, Of<ItemRow>>): MyAct['case'] {
  const id = row?.case ?? null;
  return id === null ? null : { id, title: items.get(`case/${id}`)?.label ?? '' };
}

/** The post in which it was done, or the capacity where there was none. */
function capacityOf({ entry }: TimelineLeaf, { context }: OrgState): string {
  const { actor } = JSON.parse(entry) as Entry;
  return context.posts.find(({ id }) => id === actor.post)?.title ?? wordsOf(CAPACITY_WORDS, actor.as).zh;
}
