import { ACTING, bodyOf, COMMANDS } from '@mouding/core';
import { inParallel } from 'mouding/in-parallel';
import { cookieOf, openHouse, type House } from '../api/house.ts';
import { asRole } from '../ledger/given.ts';
import { addressOf, commandPath, isMaking } from '../play/http.ts';

let house: House;
let admin: string;

beforeAll(async () => {
  house = await openHouse();
  admin = await cookieOf(house, 'one');
});
afterAll(() => house?.close());

/** What somebody might hope that a body takes: who and where they are, what stands, what a database or a prototype knows. */
const KEYS = `
  role roles as capacity isAdmin permissions tenantId tenant institution institutionId person personId
  actor by recorder owner userId on_behalf_of session token id _id uuid stream version seq idx status
  state type fact facts data sealed at now received createdAt recordedAt deadline hash prev mode
  secret oneTime __proto__ constructor prototype toString hasOwnProperty $or $gt $where $set sql`
  .trim()
  .split(/\s+/);

const VERBS = COMMANDS.map(({ verb }) => verb as string).filter((verb) =>
  ACTING[verb]?.some(({ as }) => as !== 'clock'),
);
/** Keys that a command does take are none of those that it must not. */
const foreign = (verb: string): readonly string[] => {
  const known = Object.keys(shapeOf(bodyOf(verb)));
  return KEYS.filter((key) => !known.includes(key));
};

const shapeOf = (schema: unknown): object => (schema as { readonly shape?: object } | null)?.shape ?? {};

const SOME = '00000000-0000-4000-8000-000000000009';
const pathOf = (verb: string): string => {
  const [kind = ''] = verb.split('.');
  return isMaking(verb) ? commandPath(verb, '') : commandPath(verb, `${kind}/${SOME}`);
};

test('no command takes a key that its schema does not name, and none changes anything by it', async () => {
  const entries = () =>
    asRole(
      house.database.ownerUrl,
      async (owner) => (await owner.query('select count(*)::int as n from ledger.entry')).rows,
    );
  const before = await entries();
  const wishes = VERBS.flatMap((verb) => foreign(verb).map((key) => ({ verb, key })));
  const heard = await inParallel(wishes, 16, async ({ verb, key }) => {
    // Written by hand: an object literal would set the prototype instead of sending the key.
    const response = await fetch(house.services.apiUrl + pathOf(verb), {
      method: 'POST',
      headers: { cookie: admin, 'content-type': 'application/json', 'idempotency-key': `${verb}/${key}` },
      body: `{${JSON.stringify(key)}:"x"}`,
    });
    await response.body?.cancel();
    return response.status === 400 ? '' : `${verb} with ${key}: ${response.status}`;
  });
  expect([...new Set(heard)].filter((line) => line !== '')).toEqual([]);
  expect(await entries()).toEqual(before);
});

test.each([
  ['/v1/sessions', { institution: 'one', login: 'admin', password: 'x' }],
  ['/v1/me/password', { current: 'x', next: 'a-long-password' }],
  ['/v1/me/second-factor', { password: 'x' }],
  ['/v1/me/second-factor/confirmation', { code: '000000' }],
  ['/v1/me/second-factor/removal', { code: '000000' }],
  [`/v1/me/step-ups/${SOME}`, { code: '000000' }],
  ['/v1/texts', { content: '一' }],
])('%s takes no key beside its own', async (path, body) => {
  for (const key of KEYS.filter((each) => !Object.hasOwn(body, each))) {
    const response = await fetch(house.services.apiUrl + path, {
      method: 'POST',
      headers: { cookie: admin, 'content-type': 'application/json' },
      body: JSON.stringify(body).replace('{', `{${JSON.stringify(key)}:"x",`),
    });
    expect([key, response.status]).toEqual([key, 400]);
  }
});

test('no query takes a parameter that its schema does not name', async () => {
  for (const path of ['/v1/cases', '/v1/obligations', addressOf('org/x')]) {
    for (const key of [
      'role',
      'institution',
      'person',
      'sort',
      'order',
      'filter',
      'where',
      '$where',
      'fields',
    ]) {
      const { status, text } = await house.ask({
        method: 'GET',
        path: `${path}?${encodeURIComponent(key)}=x`,
        cookie: admin,
      });
      expect([path, key, status === 400 || (path === '/v1/org' && status === 200)]).toEqual([
        path,
        key,
        true,
      ]);
      expect(text).not.toContain('"x"');
    }
  }
});
