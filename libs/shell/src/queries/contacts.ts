import type { ContactView, NewContact } from '@mouding/contract';
import { MAIL } from '../notifying/mail.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, type Reader } from './reader.ts';

/** Where the reader is reached. */
export const myContact = (reader: Reader): Promise<ContactView> => contactOf(reader, reader.visitor.person);

/** Sets or forgets where the reader is reached. Outside the log. */
export async function setMyContact(reader: Reader, { mail }: NewContact): Promise<ContactView> {
  const { ledger, visitor } = reader;
  await ledger.contacts.set(visitor.institution, visitor.person, MAIL, mail);
  return contactOf(reader, visitor.person);
}

/** Where a person is reached, for the administrator. @throws ProblemError not-found */
export async function personContact(reader: Reader, person: string): Promise<ContactView> {
  await refuseOthers(reader, person);
  return contactOf(reader, person);
}

/** Sets or forgets where a person is reached; that it was done stands in the access log. @throws ProblemError not-found */
export async function setPersonContact(
  reader: Reader,
  person: string,
  { mail }: NewContact,
): Promise<ContactView> {
  await refuseOthers(reader, person);
  const { ledger, visitor } = reader;
  await ledger.contacts.set(visitor.institution, person, MAIL, mail);
  await ledger.logAccess(visitor.institution, {
    person: visitor.person,
    action: mail === null ? 'contact.forget' : 'contact.set',
    detail: person,
  });
  return contactOf(reader, person);
}

async function contactOf({ ledger, visitor }: Reader, person: string): Promise<ContactView> {
  const contacts = await ledger.contacts.get(visitor.institution, person);
  return { mail: contacts.find(({ channel }) => channel === MAIL)?.address ?? null };
}

/** The administrator's alone, and only of persons that there are. */
async function refuseOthers(reader: Reader, person: string): Promise<void> {
  const isAdministrator = reader.held.some(({ as }) => as === 'administrator');
  const isThere =
    isAdministrator &&
    (await asked(reader, (known) => known.state('person', person)?.matches('registered') === true));
  if (!isThere) throw new ProblemError('not-found');
}
