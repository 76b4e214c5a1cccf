import { Me } from '@mouding/contract';
import { openLedger } from '@mouding/ledger';
import { foundInstitution } from '@mouding/shell';
import { castOf } from 'mouding/client/cast';
import { setUp } from 'mouding/demo/set-up';
import { inParallel } from 'mouding/in-parallel';
import { send } from './http.ts';
import {
  CAST,
  CODES,
  EVERYBODY,
  HOUSES,
  plansFor,
  type House,
  type Institutions,
  type Who,
} from './institutions.ts';

/** Somebody who is signed in. */
export interface Player {
  readonly who: Who;
  readonly cookie: string;
  readonly person: string;
  readonly house: House;
}

/** The three institutions with everybody signed in once. */
export interface Company {
  readonly api: string;
  /** Ids of the institutions. */
  readonly houses: Institutions<string>;
  readonly players: { readonly [W in Who]: Player };
}

/** How a database is reached, and where the key that wraps data keys lies. */
export interface FoundingPlace {
  readonly api: string;
  readonly ownerUrl: string;
  readonly keyFile: string;
}

const PASSWORD = 'small-password';
const SIGNING_IN = 4;

/** Founds the three institutions as rehearsals, sets them up over HTTP, and signs everybody in. */
export async function assemble(
  place: FoundingPlace,
  nameOf: (who: Who) => string = (who) => `某${who}`,
): Promise<Company> {
  const plans = plansFor(nameOf);
  const houses = await foundAll(place, plans, nameOf);
  await Promise.all(
    HOUSES.map((house) => setUp(castOf(place.api, plans[house].code, PASSWORD), plans[house], PASSWORD)),
  );
  const players = await inParallel(EVERYBODY, SIGNING_IN, (who) => signIn(place.api, who));
  return {
    api: place.api,
    houses,
    players: Object.fromEntries(players.map((player) => [player.who, player])) as Company['players'],
  };
}

async function foundAll(
  { ownerUrl, keyFile }: FoundingPlace,
  plans: ReturnType<typeof plansFor>,
  nameOf: (who: Who) => string,
): Promise<Institutions<string>> {
  const ledger = openLedger({ url: ownerUrl, applicationName: 'founding', keyFile, max: 1 });
  const found = async (house: House): Promise<string> => {
    const { code, name, kind } = plans[house];
    const administrator = { name: nameOf(ADMINS[house]), login: 'admin', password: PASSWORD };
    return (await foundInstitution(ledger, { code, name, kind, mode: 'rehearsal', administrator }))
      .institution;
  };
  try {
    return {
      hospital: await found('hospital'),
      other: await found('other'),
      authority: await found('authority'),
    };
  } finally {
    await ledger.close();
  }
}

const ADMINS: Institutions<Who> = { hospital: 'admin', other: 'other-admin', authority: 'authority-admin' };

/** What somebody signs in with. */
export function credentialsOf(who: Who): {
  readonly institution: string;
  readonly login: string;
  readonly password: string;
} {
  const [house, login] = CAST[who];
  return { institution: CODES[house], login, password: PASSWORD };
}

/** Signs somebody in anew. */
export async function signIn(api: string, who: Who): Promise<Player> {
  const { status, headers, text } = await send(api, {
    method: 'POST',
    path: '/v1/sessions',
    body: credentialsOf(who),
  });
  if (status >= 300) throw new Error(`${who} could not sign in: ${status} ${text}`);
  const cookie = headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0])
    .join('; ');
  return { who, cookie, house: CAST[who][0], person: Me.parse(JSON.parse(text)).person };
}
