import { randomUUID } from 'node:crypto';
import type { ObligationRow } from '@mouding/core';
import type { Telling } from '@mouding/ledger';
import { asRole, batchOf, begin, countRows, entryOf, type Stage } from '../ledger/given.ts';

export const DOMAIN = 'plan.example';

/** Gives a stream exactly these obligations, by a command of its own; none closes them all. */
export async function owe(
  { app, institution }: Pick<Stage, 'app' | 'institution'>,
  stream: string,
  obligations: readonly ObligationRow[],
): Promise<void> {
  const tx = await begin(app, institution);
  await tx.lock([{ name: stream, mode: 'write' }]);
  const rows = { ...countRows(stream, 1), obligations };
  const done = await tx.commit(batchOf([entryOf(stream, tx.now)], { rows: [{ stream, rows }] }));
  if (done.kind !== 'done') throw new Error('moved');
}

export const owed = (over: Partial<ObligationRow> = {}): ObligationRow => ({
  name: 'submit',
  holder: 'office',
  verb: 'chapter.submit',
  case: null,
  due: null,
  ...over,
});

export const told = (stream: string, person: string, over: Partial<Telling> = {}): Telling => ({
  stream,
  name: 'submit',
  kind: 'todo',
  case: null,
  due: null,
  person,
  channel: 'mail',
  remind: null,
  ...over,
});

/** A person with an address. */
export async function reachable(
  { app, institution }: Pick<Stage, 'app' | 'institution'>,
  address = `${randomUUID()}@plan.example`,
): Promise<string> {
  const person = randomUUID();
  await app.contacts.set(institution, person, 'mail', address);
  return person;
}

/** Puts the outbox as if so many minutes of real time had passed. */
export const pass = (stage: Stage, minutes: number): Promise<void> =>
  asRole(stage.database.ownerUrl, async (owner) => {
    await owner.query(
      `update ledger.message set next_at = next_at - $1 * interval '1 minute', created = created - $1 * interval '1 minute'`,
      [minutes],
    );
  });
