import { randomUUID } from 'node:crypto';
import type { Fact } from '@mouding/core';
import { batchOf, begin, entryOf, type Stage } from '../ledger/given.ts';

/** Somebody who holds a post of their own. */
export interface Employee {
  readonly person: string;
  readonly post: string;
  readonly address: string;
}

async function happen(
  { app, institution }: Stage,
  facts: readonly Fact[],
  stream = `org/${institution}`,
): Promise<void> {
  const tx = await begin(app, institution);
  await tx.lock([{ name: stream, mode: 'write' }]);
  const done = await tx.commit(
    batchOf(facts.map(({ type, data }) => entryOf(stream, tx.now, { type, data: { ...data } }))),
  );
  if (done.kind !== 'done') throw new Error('moved');
}

/** Founds the institution's organisation with so many posts, each held by one person who can be reached by mail. */
export async function employ(stage: Stage, count: number, name = '和平医院'): Promise<readonly Employee[]> {
  const staff = Array.from({ length: count }, (_, i) => ({
    person: randomUUID(),
    post: randomUUID(),
    address: `person${i + 1}@plan.example`,
  }));
  const from = '2025-10-01T00:00:00.000Z';
  await happen(stage, [
    { type: 'InstitutionFounded', data: { name, code: 'peace', kind: 'unit', mode: 'rehearsal' } },
    ...staff.flatMap(({ person, post, address }): Fact[] => [
      { type: 'PostCreated', data: { post, title: address, as: 'leader', department: null } },
      { type: 'PostFilled', data: { post, person, from } },
    ]),
  ]);
  for (const { person, address } of staff)
    await stage.app.contacts.set(stage.institution, person, 'mail', address);
  return staff;
}

/** Puts another person into a post. */
export async function replace(stage: Stage, { person, post }: Employee, address: string): Promise<Employee> {
  const next = { person: randomUUID(), post, address };
  const at = '2026-01-01T00:00:00.000Z';
  await happen(stage, [
    { type: 'PostVacated', data: { post, person, until: at } },
    { type: 'PostFilled', data: { post, person: next.person, from: at } },
  ]);
  await stage.app.contacts.set(stage.institution, next.person, 'mail', address);
  return next;
}

/** What happens to somebody's account. */
export const accountOf = (stage: Stage, person: string, types: readonly string[]): Promise<void> =>
  happen(
    stage,
    types.map((type) => ({ type, data: {} })),
    `person/${person}`,
  );
