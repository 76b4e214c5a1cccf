import { Problem, Resource } from '@mouding/contract';
import { totp } from '@mouding/shell';
import { asRole } from '../ledger/given.ts';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { addressOf, newKey, send, type Heard } from '../play/http.ts';
import type { Who } from '../play/institutions.ts';
import { entriesOf } from '../play/log.ts';
import * as plan from '../play/plan.ts';
import { once, read, stageOf, streamIn } from '../play/stage.ts';
import { outcome } from './people.ts';

let database: FreshDatabase;
let services: Services;
let company: Company;
let chapter: string;
let secret: Buffer;
let codes: readonly string[];
/** The step of the last code: time goes by real seconds here, so that steps are asked for in order. */
let step = 0;
let asked: { readonly text: object };

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  const place = { api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile: `${testHome()}/key` };
  company = await assemble(place);
  const stage = stageOf(company, once(company));
  const played = await plan.openPlan(stage);
  await plan.research(played);
  await plan.collect(played);
  await plan.advance(played, 'research');
  await plan.advance(played, 'material');
  await plan.write(played);
  chapter = await streamIn(stage, played.caseId, { stage: 'chapters', kind: 'chapter' });
  const { data } = Resource.parse(await read(stage, 'lead', addressOf(chapter)));
  asked = { text: data['text'] as object };
  const profile = { passwords: 'asvs', separation: 'warn', stepUp: 'approvals', firstPassword: null };
  await stage.give('admin', 'org.set-security', `org/${company.houses.hospital}`, profile);
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

const ask = (who: Who, method: string, path: string, body?: object): Promise<Heard> =>
  send(company.api, { method, path, cookie: company.players[who].cookie, body });

/** Asks the leader's approval of the chapter. */
async function signOff(body: object, stepUp?: string): Promise<Heard> {
  const { cookie } = company.players.lead;
  const { headers } = await send(company.api, { method: 'GET', path: addressOf(chapter), cookie });
  return send(company.api, {
    method: 'POST',
    path: `${addressOf(chapter)}/commands/sign-off`,
    cookie,
    body,
    headers: {
      ...newKey(),
      'if-match': headers.get('etag') ?? '',
      ...(stepUp === undefined ? {} : { 'step-up': stepUp }),
    },
  });
}

const challengeOf = ({ text }: Heard) => {
  const { challenge } = Problem.parse(JSON.parse(text));
  if (!challenge) throw new Error(`no challenge in ${text}`);
  return challenge;
};
const pass = (who: Who, id: string, code: string) => ask(who, 'POST', `/v1/me/step-ups/${id}`, { code });

/**
 * The next code that was not used, of this moment at the earliest. The server takes one step early or late: the one of
 * now is good for half a minute at least, and so is the one after it.
 */
const nextCode = (): string => totp(secret, (step = Math.max(step + 1, Math.floor(Date.now() / 30_000))));

/** Forgets that guesses failed and codes were taken, as time would. */
const wait = () =>
  asRole(database.ownerUrl, async (owner) => {
    await owner.query('delete from ledger.sign_in_trail');
    await owner.query('update ledger.second_factor set last_step = 0');
    step = 0;
  });

test('an approval asks for a second factor, and says so to whoever has none', async () => {
  const heard = await signOff(asked);
  expect(outcome(heard)).toEqual([403, 'step-up-required']);
  const { enrolled, expires } = challengeOf(heard);
  expect([enrolled, Date.parse(expires) - Date.now() <= 300_000]).toEqual([false, true]);
});

test('setting one up asks for the password and a first code, and the secret is kept wrapped', async () => {
  const begin = (password: string) => ask('lead', 'POST', '/v1/me/second-factor', { password });
  const confirm = (code: string) => ask('lead', 'POST', '/v1/me/second-factor/confirmation', { code });
  expect(outcome(await begin('not-the-password'))).toEqual([403, 'password-wrong']);
  const begun = JSON.parse((await begin('small-password')).text) as { secret: string; uri: string };
  expect(begun.uri).toContain(`secret=${begun.secret}`);
  secret = fromBase32(begun.secret);
  expect(outcome(await confirm('000000'))).toEqual([403, 'code-wrong']);
  const confirmed = await confirm(nextCode());
  ({ codes } = JSON.parse(confirmed.text) as { codes: readonly string[] });
  expect([confirmed.status, codes.length]).toEqual([200, 10]);
  expect(outcome(await begin('small-password'))).toEqual([409, 'second-factor-set']);
  const kept = await asRole(database.ownerUrl, (owner) =>
    owner.query<{ row: string }>(`select encode(wrapped, 'hex') as row from ledger.second_factor
      union all select encode(code_hash, 'hex') from ledger.recovery_code`),
  );
  const all = kept.rows.map(({ row }) => row).join();
  expect(all).not.toContain(secret.toString('hex'));
  expect(all).not.toContain(Buffer.from(codes[0] ?? '').toString('hex'));
});

test('a step-up is passed by its own person, by a code that was not used, and ends after five tries', async () => {
  const { id, enrolled } = challengeOf(await signOff(asked));
  expect(enrolled).toBe(true);
  expect(outcome(await pass('writer', id, totp(secret, step)))).toEqual([404, 'step-up-over']);
  // The code that confirmed the device is used up.
  expect(outcome(await pass('lead', id, totp(secret, step)))).toEqual([403, 'code-wrong']);
  expect(outcome(await signOff(asked, id))).toEqual([403, 'step-up-required']);
  for (let i = 0; i < 4; i += 1) await pass('lead', id, '000000');
  await wait();
  expect(outcome(await pass('lead', id, nextCode()))).toEqual([404, 'step-up-over']);
});

test('guessing codes is delayed, whatever they are guessed for', async () => {
  const tries = [];
  for (let i = 0; i < 7; i += 1) {
    const { id } = challengeOf(await signOff(asked));
    tries.push((await pass('lead', id, '000000')).status);
  }
  expect(tries).toEqual([403, 403, 403, 403, 403, 429, 429]);
  await wait();
});

test('a step-up that was passed for one command carries out no other: not another body, stream or person', async () => {
  const { id } = challengeOf(await signOff(asked));
  expect((await pass('lead', id, nextCode())).status).toBe(204);
  const another = { text: { scheme: 'blob-sha256@1', hash: '0'.repeat(64) } };
  expect(outcome(await signOff(another, id))).toEqual([403, 'step-up-required']);
  const change = (what: string) =>
    asRole(database.ownerUrl, (owner) =>
      owner.query(`update ledger.step_up set ${what} where id = $1`, [id]),
    );
  const [kept] = (
    await asRole(database.ownerUrl, (owner) =>
      owner.query<{ target: string; verb: string; person: string }>(
        'select target, verb, person from ledger.step_up where id = $1',
        [id],
      ),
    )
  ).rows;
  for (const [other, own] of [
    [`target = 'chapter/${id}'`, `target = '${kept?.target}'`],
    [`verb = 'issue.sign'`, `verb = '${kept?.verb}'`],
    ['person = gen_random_uuid()', `person = '${kept?.person}'`],
    [`ends = now() - interval '1 second'`, `ends = now() + interval '1 minute'`],
    ['passed = false', 'passed = true'],
  ] as const) {
    await change(other);
    expect([other, ...outcome(await signOff(asked, id))]).toEqual([other, 403, 'step-up-required']);
    await change(own);
  }
});

test('the command is carried out with it once, and its fact is the same as without', async () => {
  await wait();
  const { id } = challengeOf(await signOff(asked));
  await pass('lead', id, nextCode());
  const done = await signOff(asked, id);
  expect(done.status).toBe(200);
  expect(outcome(await signOff(asked, id))).toEqual([403, 'step-up-required']);
  const entries = await entriesOf(database.ownerUrl, company.houses.hospital);
  const fact = entries.find(({ type }) => type === 'ChapterSignedOff');
  expect(JSON.stringify(fact)).not.toMatch(/step|totp|factor/i);
});

test('a recovery code stands in for the device, once; the security administrator alone can end the factor', async () => {
  const first = challengeOf(await signOff(asked)).id;
  expect((await pass('lead', first, codes[0] ?? '')).status).toBe(204);
  const second = challengeOf(await signOff(asked)).id;
  expect(outcome(await pass('lead', second, codes[0] ?? ''))).toEqual([403, 'code-wrong']);
  const path = `/v1/persons/${company.players.lead.person}`;
  const seen = await ask('admin', 'GET', path);
  const reset = await send(company.api, {
    method: 'POST',
    path: `${path}/commands/reset-second-factor`,
    cookie: company.players.admin.cookie,
    body: {},
    headers: { ...newKey(), 'if-match': seen.headers.get('etag') ?? '' },
  });
  expect(outcome(reset)).toEqual([403, 'refused']);
  const remove = (code: string) => ask('lead', 'POST', '/v1/me/second-factor/removal', { code });
  expect(outcome(await remove('000000'))).toEqual([403, 'code-wrong']);
  expect((await remove(codes[1] ?? '')).status).toBe(204);
  expect(challengeOf(await signOff(asked)).enrolled).toBe(false);
});

test('what is no approval asks for nothing', async () => {
  const stage = stageOf(company, once(company));
  const made = await stage.give('admin', 'org.create-department', `org/${company.houses.hospital}`, {
    name: '新科室',
    kind: 'functional',
  });
  expect(made.receipt).not.toBeNull();
});

function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
