import { openLedger, type Ledger } from '@mouding/ledger';
import type { FoundingUrls, Pair } from './found-pair.ts';
import type { InstitutionPlan } from './institution-plan.ts';

/** The address of an invented person: in a domain that is nobody's (RFC 2606). */
export const addressOf = (login: string, { code }: Pick<InstitutionPlan, 'code'>): string =>
  `${login}@${code}.example`;

/**
 * Gives everybody of the demo an address. After everything was played, so that the first mails are of what is owed now
 * and not of what was owed on the way.
 */
export async function giveAddresses(urls: FoundingUrls, pair: Pair): Promise<void> {
  await giveAddressesTo(urls, pair.hospitalId, pair.hospital.plan);
  await giveAddressesTo(urls, pair.authorityId, pair.authority.plan);
}

/** Gives everybody of one institution an address. */
export async function giveAddressesTo(
  { ownerUrl }: FoundingUrls,
  institution: string,
  plan: InstitutionPlan,
): Promise<void> {
  const ledger = openLedger({ url: ownerUrl, applicationName: 'mouding-addresses', max: 2 });
  try {
    await giveTo(ledger, institution, plan);
  } finally {
    await ledger.close();
  }
}

async function giveTo(ledger: Ledger, institution: string, plan: InstitutionPlan): Promise<void> {
  for (const { login } of plan.people) {
    const known = await ledger.credentials.find(institution, login);
    if (known) await ledger.contacts.set(institution, known.person, 'mail', addressOf(login, plan));
  }
}
