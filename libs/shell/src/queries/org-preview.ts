import { FACT_WORDS, VERB_WORDS, wordsOf, type OrgPreview, type OrgPreviewWish } from '@mouding/contract';
import {
  bodyOf,
  delegatesFor,
  foresee,
  foreseenNeeds,
  FORESEEN,
  holdersOf,
  permit,
  streamOfNeed,
  unheld,
  type Capacity,
  type Foreseen,
  type Known,
  type Moment,
  type ObligationRow,
  type OrgState,
} from '@mouding/core';
import { sha256, type Of } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { contentHash, derivedId } from '../reading/derived-id.ts';
import { seesHolders } from './organisation.ts';
import { owedView, shownOf } from './people.ts';
import { asked, seen, type Reader } from './reader.ts';

type Row = Of<ObligationRow>;
type Moved = { readonly row: Row; readonly from: readonly string[]; readonly to: readonly string[] };

/**
 * What an appointment or a change of departments would come to: computed by the function that carries it out, and shown
 * by what changes hands in the list of obligations. Nothing is recorded.
 *
 * @throws ProblemError invalid-body, refused (to whoever may not ask it)
 */
export async function orgPreview(reader: Reader, { verb, body }: OrgPreviewWish): Promise<OrgPreview> {
  const parsed = bodyOf(verb)?.safeParse(body);
  if (!FORESEEN.includes(verb) || !parsed?.success) throw new ProblemError('invalid-body');
  const capacity = await mayAsk(reader, verb);
  const foreseen = await foreseeFor(reader, capacity, verb, parsed.data);
  const { decision, then, at } = foreseen;
  const before = await asked(reader, (known) => known.org);
  const shown = { verb, words: wordsOf(VERB_WORDS, verb), at, ...saidOf(foreseen) };
  if ('refusal' in decision) return { ...shown, departments: [], things: [], moves: [] };
  const all: readonly Row[] = await reader.ledger.outbox.obligations(reader.visitor.institution);
  const moved = await changingHands(reader, then, all);
  return {
    ...shown,
    departments: dissolvedBy(before, then),
    things: await thingsOf(reader, before, then),
    moves: await movesOf(reader, moved, then),
  };
}

async function mayAsk({ visitor, held, world }: Reader, verb: string): Promise<Capacity> {
  const { answer } = await world.reach((known) => permit(verb, 'org', visitor.institution, held, known));
  if ('refusal' in answer) throw new ProblemError('refused', { refusal: answer.refusal });
  return answer.capacities[0];
}

async function foreseeFor(
  { ledger, visitor, world }: Reader,
  actor: Capacity,
  verb: string,
  body: unknown,
): Promise<Foreseen> {
  const { answer: needs } = await world.reach((known) => foreseenNeeds(known, verb, body));
  await world.bringAll(needs.flatMap((need) => streamOfNeed(need)?.name ?? []));
  const now = await ledger.lawNow(visitor.institution);
  const moment: Moment = {
    now,
    received: now,
    actor,
    id: (name) => derivedId(visitor.institution, `preview ${name}`),
    refOf: (content) => ({ scheme: 'blob-sha256@1', hash: contentHash(content) }),
    sha256,
  };
  return world.reachGiven(moment, (given) => foresee(given, verb, body));
}

function saidOf({ decision }: Foreseen): Pick<OrgPreview, 'refusal' | 'notices' | 'facts'> {
  if ('refusal' in decision) {
    const { rule, said, needs = null } = decision.refusal;
    return { refusal: { rule, said, needs }, notices: [], facts: [] };
  }
  return {
    refusal: null,
    notices: (decision.notices ?? []).map(({ rule, said }) => ({ rule, said })),
    facts: decision.facts.map(({ fact: { type } }) => ({ type, words: wordsOf(FACT_WORDS, type) })),
  };
}

/** Obligations that other people would handle than now, delegates beside whoever holds them. */
const changingHands = (reader: Reader, then: OrgState, rows: readonly Row[]): Promise<readonly Moved[]> =>
  asked(reader, (known) => {
    const [now, after] = [handlersIn(known), handlersIn({ ...known, org: then })];
    return rows
      .map((row) => ({ row, from: now(row), to: after(row) }))
      .filter(({ from, to }) => from.toSorted().join() !== to.toSorted().join());
  });

function handlersIn(known: Known): (row: Row) => readonly string[] {
  const holders = holdersOf(known.org);
  return (row) => [...new Set([...(holders.get(row.holder) ?? []), ...delegatesFor(known, row)])];
}

const dissolvedBy = (before: OrgState, then: OrgState): OrgPreview['departments'] => {
  const known = new Set(before.context.dissolved.map(({ id }) => id));
  const nameOf = (id: string) => then.context.departments.find((each) => each.id === id)?.name ?? null;
  return then.context.dissolved
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, heir }) => ({ department: { id, name }, heir: { id: heir, name: nameOf(heir) } }));
};

/** Chapters, plans of departments and duties of the departments that would end. */
async function thingsOf(reader: Reader, before: OrgState, then: OrgState): Promise<OrgPreview['things']> {
  const ending = new Set(dissolvedBy(before, then).map(({ department }) => department.id));
  if (ending.size === 0) return [];
  const items = await seen(reader, await reader.ledger.items(reader.visitor.institution, {}));
  return items
    .filter(({ department }) => department !== null && ending.has(department))
    .map(({ stream, kind, label, status }) => ({ stream, kind, label, status }));
}

async function movesOf(
  reader: Reader,
  moved: readonly Moved[],
  then: OrgState,
): Promise<OrgPreview['moves']> {
  const { ledger, visitor } = reader;
  const persons = new Set(moved.flatMap(({ from, to }) => [...from, ...to]));
  const names = await ledger.directory.get(visitor.institution, [...persons]);
  const shown = await shownOf(
    reader,
    moved.map(({ row }) => row),
  );
  // Names go to whoever may see who holds which post; a delegator knows the delegate.
  const named = (id: string) => ({ id, name: seesHolders(reader) ? (names.get(id)?.name ?? null) : null });
  return moved.map(({ row, from, to }) => ({
    ...owedView(row, then, shown),
    from: from.map(named),
    to: to.map(named),
    unheld: unheld(then, row.holder)?.why ?? null,
  }));
}
