import { randomUUID } from 'node:crypto';
import { openLedger } from '@mouding/ledger';
import { foundInstitution } from '@mouding/shell';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { send, type Heard, type Wish } from '../play/http.ts';

export const PASSWORD = 'a-long-password';

/** Two institutions that know nothing of each other, with an administrator each, behind a running api and worker. */
export interface House {
  readonly database: FreshDatabase;
  readonly services: Services;
  /** Ids of the institutions. */
  readonly one: string;
  readonly other: string;
  /** Sends a request as it is. */
  ask(wish: Wish): Promise<Heard>;
  /** Gives a command under a new key. */
  give(
    cookie: string,
    path: string,
    body: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Heard>;
  close(): Promise<void>;
}

/** @param env settings of the services beyond the defaults */
export async function openHouse(env: Readonly<Record<string, string>> = {}): Promise<House> {
  const database = await freshDatabase();
  const services = await startServices(database, env);
  const ledger = openLedger({
    url: database.ownerUrl,
    applicationName: 'founding',
    keyFile: `${testHome()}/key`,
    max: 2,
  });
  const administrator = { name: '某甲', login: 'admin', password: PASSWORD };
  const founded = (code: string, name: string) =>
    foundInstitution(ledger, { code, name, kind: 'unit', mode: 'rehearsal', administrator });
  const { institution: one } = await founded('one', '一号医院');
  const { institution: other } = await founded('other', '二号医院');
  await ledger.close();
  const ask = (wish: Wish): Promise<Heard> => send(services.apiUrl, wish);
  return {
    database,
    services,
    one,
    other,
    ask,
    give: (cookie, path, body, headers = {}) =>
      ask({ method: 'POST', path, cookie, body, headers: { 'idempotency-key': randomUUID(), ...headers } }),
    close: async () => {
      await services.stop();
      await database.drop();
    },
  };
}

/** Signs in. @returns the cookie. @throws Error with what was heard when it failed */
export async function cookieOf(
  house: House,
  institution: string,
  login = 'admin',
  password = PASSWORD,
): Promise<string> {
  const heard = await signIn(house, { institution, login, password });
  const cookie = heard.headers.getSetCookie()[0]?.split(';', 1)[0];
  if (!cookie) throw new Error(`not signed in: ${heard.status} ${heard.text}`);
  return cookie;
}

/** Tries to sign in. */
export const signIn = (
  house: House,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Heard> => house.ask({ method: 'POST', path: '/v1/sessions', body, headers });

export const json = ({ text }: Heard): { readonly [key: string]: unknown } =>
  JSON.parse(text) as { [key: string]: unknown };
