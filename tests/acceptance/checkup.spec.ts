import { CheckupReport } from '@mouding/contract';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { testHome } from '../harness/cluster.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble } from '../play/company.ts';
import { letStand, takeText } from '../play/joined.ts';
import { once, read, stageOf, type Stage } from '../play/stage.ts';

/** 文稿校核 of a manuscript: what was found, at which clause, and what is let stand. */
let database: FreshDatabase;
let services: Services;
let stage: Stage;
let manuscript: string;

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  const company = await assemble({
    api: services.apiUrl,
    ownerUrl: database.ownerUrl,
    keyFile: `${testHome()}/key`,
  });
  stage = stageOf(company, once(company));
  manuscript = await takeText(stage);
  await letStand(stage, manuscript);
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

const path = (): string => `/v1/manuscripts/${manuscript.slice('manuscript/'.length)}/checkup`;
const report = async (query = ''): Promise<CheckupReport> =>
  CheckupReport.parse(await read(stage, 'office', `${path()}${query}`));

test('findings say where they stand, and a waiver that was taken back counts for nothing', async () => {
  const { items, warnings, waived } = await report();
  expect([warnings, waived]).toEqual([1, 0]);
  const [found] = items.filter(({ quote }) => quote === '台帐');
  expect(found).toMatchObject({ rule: 'TYPO', severity: 'warning', line: 2, waived: false });
});

test('the director lets a finding stand, which the version of that hash shows', async () => {
  const { text, items } = await report();
  const findings = items
    .filter(({ quote }) => quote === '台帐')
    .map(({ rule, node, quote }) => ({ rule, node, quote }));
  await stage.give('director', 'manuscript.waive-finding', manuscript, { findings, reason: '原文如此' });
  expect(await report()).toMatchObject({ warnings: 0, waived: 1 });
  expect(await report(`?text=${text.hash}`)).toMatchObject({ waived: 1 });
});
