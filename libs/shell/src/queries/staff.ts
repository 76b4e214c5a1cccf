import type { StaffCheck, StaffList } from '@mouding/contract';
import type { OrgState } from '@mouding/core';
import { MAIL } from '../notifying/mail.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, inOwnRight, type Reader } from './reader.ts';
import { compared, type Numbered } from './staff-rows.ts';

type Person = StaffList['items'][number];

/** Everybody who has an account, with posts and address; the administrator's alone. @throws ProblemError not-found */
export async function staff(reader: Reader): Promise<StaffList> {
  if (!inOwnRight(reader).some(({ as }) => as === 'administrator')) throw new ProblemError('not-found');
  const { ledger, visitor } = reader;
  const { institution } = visitor;
  const accounts = await ledger.credentials.all(institution);
  const persons = accounts.map(({ person }) => person);
  const names = await ledger.directory.get(institution, persons);
  const org = await asked(reader, (known) => known.org);
  const contacts = await ledger.contacts.on(institution, MAIL);
  const mails = new Map(contacts.map(({ person, address }) => [person, address]));
  return {
    items: accounts.map(({ person, login, active, oneTime }) => ({
      person,
      name: names.get(person)?.name ?? null,
      login,
      active,
      oneTime,
      posts: postsOf(org, person),
      mail: mails.get(person) ?? null,
    })),
  };
}

const postsOf = ({ context }: OrgState, person: string): Person['posts'] =>
  context.posts.filter(({ holder }) => holder?.person === person).map(({ id, title }) => ({ id, title }));

/**
 * 人员导入核对: what every row of a sheet would change, or what is wrong with it. Nothing is recorded.
 *
 * @throws ProblemError not-found, to whoever may not register people
 */
export async function checkStaff(reader: Reader, rows: readonly Numbered[]): Promise<StaffCheck> {
  const { items } = await staff(reader);
  const { context } = await asked(reader, (known) => known.org);
  return { trouble: null, rows: [...compared({ people: items, posts: context.posts }, rows)] };
}
