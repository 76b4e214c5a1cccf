import { Resource, StaffList } from '@mouding/contract';
import { verifyInstitution } from '@mouding/ledger';
import { folding } from 'mouding/folding';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, credentialsOf, type Company } from '../play/company.ts';
import { send } from '../play/http.ts';
import { eraseHolder } from '../play/people.ts';
import * as plan from '../play/plan.ts';
import { once, read, stageOf, type Stage } from '../play/stage.ts';

let database: FreshDatabase;
let services: Services;
let company: Company;
let stage: Stage;

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  const place = { api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile: `${testHome()}/key` };
  company = await assemble(place);
  stage = stageOf(company, once(company));
  const played = await plan.openPlan(stage);
  await plan.research(played);
  await plan.collect(played);
  await eraseHolder(stage, 'support');
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

test('the person is shown as erased, without a name, and nobody signs in as them', async () => {
  const { person } = company.players.support;
  const shown = Resource.parse(await read(stage, 'admin', `/v1/persons/${person}`));
  expect([shown.status, shown.wording.map(({ said }) => said)]).toEqual(['erased', [null]]);
  expect(shown.data).toMatchObject({ erasure: { ground: 'purpose-ended', document: '云中医办〔2026〕3号' } });
  const allowed = shown.may.flatMap(({ allowed: is, command }) => (is ? [command] : []));
  // It makes somebody else, and asks nothing of this person.
  expect(allowed).toEqual(['person.register']);
  const wish = { method: 'POST', path: '/v1/sessions', body: credentialsOf('support') } as const;
  expect((await send(company.api, wish)).status).toBe(401);
  const staff = StaffList.parse(await read(stage, 'admin', '/v1/persons'));
  expect(staff.items.find((each) => each.person === person)?.name ?? null).toBe(null);
});

test('the record is whole, every state follows from it, and the key is on the list', async () => {
  const { hospital } = company.houses;
  const report = await verifyInstitution({ url: database.ownerUrl, institution: hospital }, folding);
  expect([report.faults, report.keysMissing]).toEqual([[], []]);
});

test('whoever proposed it does not carry it out, over HTTP too', async () => {
  const { person } = company.players.clinical;
  const on = `person/${person}`;
  await stage.give('guard', 'person.deactivate', on);
  await expect(stage.give('admin', 'person.erase', on)).rejects.toThrow('person.status');
  const wish = { ground: 'term-over', document: '云中医办〔2026〕4号' };
  await expect(stage.give('admin', 'person.propose-erasure', on, wish)).rejects.toThrow(
    'person.holds-nothing',
  );
});
