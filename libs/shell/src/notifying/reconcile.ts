import {
  addDays,
  calendarOf,
  dayOf,
  delegatesFor,
  firstKind,
  holdersOf,
  keyOfUrged,
  remindsAt,
  streamName,
  type Known,
  type ObligationRow,
  type Owed,
  type StreamName,
} from '@mouding/core';
import type { Of, Telling } from '@mouding/ledger';
import type { Means } from '../commands/carry-out.ts';
import { asked, readerFor, type Reader } from '../queries/reader.ts';
import { ladders } from './rungs.ts';

/** Nobody: what the clockwork reads the posts of an institution as. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Brings the outbox up to what is owed now: everyone whose post or seat holds an obligation is told of it once, reminded
 * on its days (once a day, whatever is owed), and no longer told when it is settled, nor once the account is deactivated. Nothing of it happens in a
 * command's own transaction.
 *
 * @param domain the right half of new Message-IDs
 */
export async function reconcileMessages(
  means: Means,
  institution: string,
  channel: string,
  domain: string,
): Promise<void> {
  const { ledger } = means;
  const org = streamName('org', institution);
  // Between its founding and its first fact an institution has no posts, and owes nothing.
  if ((await ledger.heads(institution, [org])).get(org)?.version === 0) return;
  const reader = await readerFor(means, { institution, person: NOBODY });
  const held = await asked(reader, activeHolders);
  const now = await ledger.lawNow(institution);
  const owed = await ledger.outbox.obligations(institution);
  const delegates = await asked(reader, (known) => delegatesOf(known, owed));
  const calendar = await asked(reader, calendarOf);
  const ladder = await ladders(reader, owed);
  const urged = await urgedDays(reader, owed, addDays(dayOf(now), -1));
  const tellings = owed.flatMap((row): Telling[] => {
    const { stream, name, holder, verb, due, case: of } = row;
    const kind = firstKind(verb);
    if (kind === null) return [];
    const isDay = remindsAt(due, now, calendar, ladder(row));
    const remind = kind === 'todo' ? (isDay ? dayOf(now) : urged(row)) : null;
    const persons = [...(held.get(holder) ?? []), ...(delegates.get(`${stream} ${name}`) ?? [])];
    return [...new Set(persons)].map((person) => ({
      stream,
      name,
      kind,
      case: of,
      due,
      person,
      channel,
      remind,
    }));
  });
  await ledger.outbox.reconcile(institution, tellings, domain);
}

/**
 * The day on which the office urged something, when that is not before `since`: a worker that was away over midnight
 * still sends what was asked for the evening before.
 */
async function urgedDays(
  reader: Reader,
  rows: readonly Of<ObligationRow>[],
  since: string,
): Promise<(row: Of<ObligationRow>) => string | null> {
  const cases = [...new Set(rows.flatMap(({ case: of }) => of ?? []))];
  const urgings = await asked(
    reader,
    (known) => new Map(cases.map((id) => [id, known.state('case', id)?.context.urged ?? {}])),
  );
  return ({ stream, name, case: of }) => {
    const on = urgings.get(of ?? '')?.[keyOfUrged({ stream: stream as StreamName, name })] ?? null;
    return on !== null && on >= since ? on : null;
  };
}

/** Those who may settle an obligation in somebody else's place, by its stream and name: they are told as well. */
const delegatesOf = (
  known: Known,
  owed: readonly (Owed & { readonly name: string })[],
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    known.org.context.delegations.length === 0
      ? []
      : owed.map((row) => [`${row.stream} ${row.name}`, delegatesFor(known, row)]),
  );

/** Who holds what, without those whose account was deactivated. */
const activeHolders = (known: Known): ReturnType<typeof holdersOf> =>
  new Map(
    [...holdersOf(known.org)].map(([holder, persons]) => [
      holder,
      persons.filter((person) => !known.state('person', person)?.matches('deactivated')),
    ]),
  );
