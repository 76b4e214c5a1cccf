import { randomUUID } from 'node:crypto';
import { inParallel } from 'mouding/in-parallel';
import { until } from 'mouding/until';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { asRole } from '../ledger/given.ts';
import { openPostOffice, type PostOffice } from 'mouding/rehearse/post-office';
import { assemble, type Company } from '../play/company.ts';
import { send } from '../play/http.ts';
import { EVERYBODY, type Who } from '../play/institutions.ts';
import * as plan from '../play/plan.ts';
import { once, stageOf } from '../play/stage.ts';
import { readersOf } from './canary/readers.ts';

const canaries = new Map<string, string>();
const canaryAt = (place: string): string => {
  const canary = canaries.get(place) ?? randomUUID().replaceAll('-', '');
  canaries.set(place, canary);
  return canary;
};

let office: PostOffice;
let database: FreshDatabase;
let services: Services;
let company: Company;

beforeAll(async () => {
  office = await openPostOffice();
  database = await freshDatabase();
  services = await startServices(database, {
    SMTP_URL: office.url,
    MAIL_FROM: 'plan@plan.example',
    PUBLIC_URL: 'http://127.0.0.1:4310',
  });
  const place = { api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile: `${testHome()}/key` };
  company = await assemble(place, (who) => canaryAt(`name/${who}`));
});

afterAll(async () => {
  await services?.stop();
  await office?.down();
  await database?.drop();
});

const addressOf = (who: Who): string => `${who}@plan.example`;

/** Waits until at least so many messages were sent and none is on its way. */
const delivered = (least: number): Promise<unknown> =>
  until('every message to be sent', async () => {
    const [row] = await asRole(
      database.ownerUrl,
      async (owner) =>
        (
          await owner.query<{ sent: number; open: number }>(
            `select count(*) filter (where state = 'sent')::int as sent,
            count(*) filter (where state in ('queued', 'sending'))::int as open from ledger.message`,
          )
        ).rows,
    );
    return row && row.sent >= least && row.open === 0 ? row : undefined;
  });

test('no mail tells its reader what is not for them', async () => {
  await inParallel(EVERYBODY, 8, async (who) => {
    const { cookie } = company.players[who];
    const body = { mail: addressOf(who) };
    const heard = await send(company.api, { method: 'PUT', path: '/v1/me/contact', cookie, body });
    expect([who, heard.status < 300]).toEqual([who, true]);
  });
  const stage = stageOf(company, once(company), (at) => `（${canaryAt(at)}）`);
  const played = await plan.openPlan(stage);
  // What is owed now is told before the play goes on and settles it.
  await delivered(2);
  await plan.research(played);
  await plan.collect(played);
  await plan.advance(played, 'research');
  await plan.advance(played, 'material');
  await plan.write(played);
  await delivered(5);
  const leaks = office.arrived.flatMap(({ to, text, raw }) =>
    EVERYBODY.filter((who) => to.includes(addressOf(who))).flatMap((who) =>
      [...canaries]
        .filter(
          ([place, canary]) => `${text}${raw}`.includes(canary) && !readersOf(place, 'written').has(who),
        )
        .map(([place]) => `${who} is mailed ${place}`),
    ),
  );
  expect(leaks).toEqual([]);
  expect(office.arrived.length).toBeGreaterThanOrEqual(5);
});
