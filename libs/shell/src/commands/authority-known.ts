import type { Refusal } from '@mouding/core';
import type { Ledger } from '@mouding/ledger';
import type { Asking } from './asking.ts';

/**
 * Why a case cannot be opened with the authority that it names, or null. Only here can it be known: the core sees one
 * institution's log. What is judged never changes (that the institution was founded, and as what), so that it is read
 * before anything is locked.
 */
export async function authorityKnown(
  ledger: Pick<Ledger, 'institutions' | 'entries'>,
  { verb, body, institution }: Pick<Asking, 'verb' | 'body' | 'institution'>,
): Promise<Refusal | null> {
  if (verb !== 'case.open' && verb !== 'case.join') return null;
  const authority = (body as { authority?: string | null }).authority ?? null;
  if (authority === null) return null;
  const examines = authority !== institution && (await isAuthority(ledger, authority));
  return examines ? null : unknownAuthority(authority);
}

async function isAuthority(ledger: Pick<Ledger, 'institutions' | 'entries'>, id: string): Promise<boolean> {
  if (!(await ledger.institutions()).some((each) => each.id === id)) return false;
  const [first] = await ledger.entries(id, `org/${id}`);
  const { data } = JSON.parse(first?.entry ?? '{}') as { data?: { kind?: string } };
  return data?.kind === 'authority';
}

const unknownAuthority = (authority: string): Refusal => ({
  because: 'rule',
  rule: 'case.authority-known',
  said: {
    zh: '所选审批机关不是本系统中的主管部门；按纸质办理的请留空',
    en: 'This is no authority here; leave it empty when it answers on paper',
  },
  facts: { authority },
});
