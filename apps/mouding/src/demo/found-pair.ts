import { openLedger } from '@mouding/ledger';
import { castOf } from '../client/cast.ts';
import type { SystemUrls } from '../launch.ts';
import { BEGINNING } from '../rehearse/plan-calendar.ts';
import type { Side } from '../rehearse/story.ts';
import type { InstitutionPlan } from './institution-plan.ts';
import { setUp } from './set-up.ts';

/** A hospital and the authority that examines its plans. */
export interface Pair {
  readonly hospital: Side;
  readonly authority: Side;
  readonly hospitalId: string;
  readonly authorityId: string;
}

/** How a founder reaches the system: the database as its owner, everything else over HTTP. */
export type FoundingUrls = Pick<SystemUrls, 'apiUrl' | 'ownerUrl' | 'keyFile'>;

/** Founds both institutions for a rehearsal and sets them up as their administrators would. */
export async function foundPair(
  urls: FoundingUrls,
  hospital: InstitutionPlan,
  authority: InstitutionPlan,
  password: string,
): Promise<Pair> {
  const [hospitalId, authorityId] = await foundBoth(urls, [hospital, authority], password);
  const sides = [hospital, authority].map((plan) => ({
    plan,
    cast: castOf(urls.apiUrl, plan.code, password),
  }));
  const [one, other] = sides;
  if (!one || !other || !hospitalId || !authorityId) throw new Error('two institutions are founded together');
  await Promise.all(sides.map(({ cast, plan }) => setUp(cast, plan, password)));
  return { hospital: one, authority: other, hospitalId, authorityId };
}

async function foundBoth(
  { ownerUrl, keyFile }: FoundingUrls,
  plans: readonly InstitutionPlan[],
  password: string,
): Promise<readonly string[]> {
  // Loaded here, because it brings the whole server framework along and most commands need none of it.
  const { foundInstitution } = await import('@mouding/shell');
  const ledger = openLedger({ url: ownerUrl, keyFile, applicationName: 'mouding-founding' });
  try {
    const ids = [];
    for (const { code, name, kind, people } of plans) {
      const administrator = {
        login: 'admin',
        name: people.find(({ login }) => login === 'admin')?.name ?? 'admin',
        password,
      };
      ids.push(
        (
          await foundInstitution(ledger, {
            code,
            name,
            kind,
            mode: 'rehearsal',
            start: BEGINNING,
            administrator,
          })
        ).institution,
      );
    }
    return ids;
  } finally {
    await ledger.close();
  }
}
