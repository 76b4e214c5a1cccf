import type pg from 'pg';
import { within } from './connection.ts';

/** Where a person is reached on one channel. What an address must look like is the caller's to check. */
export interface Contact {
  readonly person: string;
  /** The channel's name, e.g. `mail`. */
  readonly channel: string;
  readonly address: string;
}

/** Where people are reached: erasable, and never in the log. */
export interface Contacts {
  get(institution: string, person: string): Promise<readonly Contact[]>;
  /** Those of everybody on one channel. */
  on(institution: string, channel: string): Promise<readonly Contact[]>;
  /** Sets the address on a channel, or forgets it, there and in the outbox. Needs the app's role, or the owner's. */
  set(institution: string, person: string, channel: string, address: string | null): Promise<void>;
}

export const openContacts = (pool: pg.Pool): Contacts => ({
  get(institution, person) {
    const text = `select person, channel, address from ledger.contact
      where institution = ledger.institution() and person = $1 order by channel`;
    return within<Contact>(pool, institution, { name: 'contact-get', text, values: [person] });
  },
  on(institution, channel) {
    const text = `select person, channel, address from ledger.contact
      where institution = ledger.institution() and channel = $1`;
    return within<Contact>(pool, institution, { name: 'contact-on', text, values: [channel] });
  },
  async set(institution, person, channel, address) {
    const text = 'select ledger.set_contact($1, $2, $3)';
    await within(pool, institution, { name: 'contact-set', text, values: [person, channel, address] });
  },
});
