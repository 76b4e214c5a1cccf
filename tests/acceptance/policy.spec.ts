import { readFileSync } from 'node:fs';
import { openLedger } from '@mouding/ledger';
import { inParallel } from 'mouding/in-parallel';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, credentialsOf, type Company } from '../play/company.ts';
import { nameAide } from '../play/aide.ts';
import { newKey, send } from '../play/http.ts';
import { entriesOf } from '../play/log.ts';
import { toBeCountersigned } from '../play/outgoing.ts';
import { file } from '../play/filing.ts';
import * as asking from '../play/asking.ts';
import * as plan from '../play/plan.ts';
import { WHOLE } from '../play/procedures.ts';
import { recordMeetings } from '../play/recorded.ts';
import { precheckOf } from '../play/prechecking.ts';
import { proposeRepair } from '../play/repairing.ts';
import { toBeReviewed } from '../play/reviewing.ts';
import { underMandates } from '../play/mandated.ts';
import { indicate } from '../play/indicators.ts';
import { meetInRooms } from '../play/rooms.ts';
import { sitTogether } from '../play/sitting.ts';
import { leaveByCode } from '../play/depositing.ts';
import { once, read, stageOf, streamIn } from '../play/stage.ts';
import { looseProbes } from './policy/loose-probes.ts';
import { probesOf, type Probe, type Scene } from './policy/probes.ts';
import { ASKERS, classOf, readTable, type Asker } from './policy/table.ts';
import { disagreements } from './policy/why.ts';

const AT_ONCE = 16;
const table = readTable();

let database: FreshDatabase;
let services: Services;
let company: Company;
const probed = new Set<string>();

/** What two states of one case are probed for. */
let before: Scene;
let after: Scene;

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  company = await assemble({
    api: services.apiUrl,
    ownerUrl: database.ownerUrl,
    keyFile: `${testHome()}/key`,
  });
  await playToIssue();
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

let published: () => Promise<void>;

async function playToIssue(): Promise<void> {
  const stage = stageOf(company, once(company));
  const played = await plan.openPlan(stage);
  await plan.research(played);
  await plan.collect(played);
  const deposit = await leaveByCode(played);
  const contributions = await plan.contributions(played);
  await plan.advance(played, 'research');
  await plan.advance(played, 'material');
  await plan.write(played);
  await plan.draft(played);
  const meeting = await plan.review(played);
  await plan.declare(played, meeting, 'review');
  await asking.opine(played);
  const opinion = await asking.dispose(played);
  await plan.discuss(played);
  await plan.revise(played, opinion);
  await plan.decide(played);
  await plan.ballot(played);
  const dossier = await file(played);
  const issue = await plan.sign(played);
  const indicator = await indicate(played);
  const { condition, tabling } = await meetInRooms(stage);
  const { sitting } = await sitTogether(stage);
  const { mandate, duty } = await underMandates(stage);
  const { corrected, exempted } = await recordMeetings(stage);
  const repair = await proposeRepair(played, 'issue');
  published = () => plan.publish(played, issue);
  const inStage = (of: string, kind: string) => streamIn(stage, played.caseId, { stage: of, kind });
  const { items } = (await read(stage, 'office', '/v1/procedures')) as {
    items: readonly { stream: string; procedure: string }[];
  };
  await nameAide(stage);
  const outgoing = await toBeCountersigned(stage);
  const precheck = await precheckOf(outgoing.plan);
  before = await withTexts({
    'issue · to be issued': issue,
    'issue · to be countersigned': outgoing.issue,
  });
  after = await withTexts({
    org: `org/${company.houses.hospital}`,
    person: `person/${company.players.general.person}`,
    procedure: items.find(({ procedure }) => procedure === WHOLE.id)?.stream ?? '',
    case: `case/${played.caseId}`,
    research: await inStage('research', 'research'),
    'contribution · accepted': contributions.get('support') ?? '',
    'contribution · handed in': contributions.get('clinical') ?? '',
    'contribution · open': contributions.get('owner') ?? '',
    chapter: await inStage('chapters', 'chapter'),
    manuscript: await inStage('amendment', 'manuscript'),
    review: await toBeReviewed(stage),
    consultation: await inStage('consultation', 'consultation'),
    opinion,
    tabling,
    meeting,
    sitting,
    ballot: await inStage('congress', 'ballot'),
    condition,
    mandate,
    duty,
    deposit,
    indicator,
    repair,
    precheck,
    'record · corrected': corrected,
    'record · exempted': exempted,
    filing: await inStage('authority', 'filing'),
    dossier,
    'issue · issued': issue,
  });
}

const firstCited = (entries: string, scheme: string): string | undefined =>
  new RegExp(`"hash":"([0-9a-f]{64})","scheme":"${scheme}"`).exec(entries)?.[1];

/** A scene with the first text and the first original that each of its streams cites. */
async function withTexts(streams: Scene['streams']): Promise<Scene> {
  const entries = [
    ...(await entriesOf(database.ownerUrl, company.houses.hospital)),
    ...(await entriesOf(database.ownerUrl, company.houses.authority)),
  ];
  const texts: { [what: string]: string } = {};
  const files: { [what: string]: string } = {};
  for (const [what, stream] of Object.entries(streams)) {
    const facts = entries.filter((entry) => entry.stream === stream && entry.type !== 'StageClosed');
    const cited = JSON.stringify(
      facts.map(({ data }) => ('procedure' in data ? { ...data, procedure: null } : data)),
    );
    const [blob, tree, file] = ['blob-sha256@1', 'tree@1', 'file-sha256@1'].map((scheme) =>
      firstCited(cited, scheme),
    );
    // Of a manuscript the nodes are asked for, too.
    const text = what === 'manuscript' ? (tree ?? blob) : (blob ?? tree);
    if (text) texts[what] = text;
    if (file) files[what] = file;
  }
  return { company, streams, texts, files };
}

/** Asks every probe as everybody and says where what is heard is not what the table says. */
async function surprises(probes: readonly Probe[]): Promise<readonly string[]> {
  const asked = probes.flatMap((probe) => ASKERS.map((asker) => ({ probe, asker })));
  const heard = await inParallel(asked, AT_ONCE, async ({ probe, asker }) => {
    const row = table.get(probe.name);
    if (!row) return `${probe.name}: not in the table`;
    const got = classOf(await statusOf(probe, asker));
    return got === row.get(asker) ? '' : `${probe.name} as ${asker}: ${got}, and should be ${row.get(asker)}`;
  });
  for (const { name } of probes) probed.add(name);
  return [...new Set(heard.filter((line) => line !== ''))];
}

async function statusOf({ wish, bodyFor }: Probe, asker: Asker): Promise<number> {
  // Signing in ends the session that it is asked with.
  const stranger = asker === 'anonymous' || wish.path === '/v1/sessions';
  const cookie = stranger ? undefined : company.players[asker].cookie;
  // Everybody asks under a key of their own.
  const headers = { ...wish.headers, ...(wish.method === 'GET' ? {} : newKey()) };
  const body = bodyFor ? bodyFor(asker) : wish.body;
  return (await send(company.api, { ...wish, headers, cookie, body, firstBytes: true })).status;
}

test('an issue on its way is seen by those who make it alone', async () => {
  expect(await surprises(probesOf(before))).toEqual([]);
});

test('everybody hears of everything what the table says', async () => {
  await published();
  const types = async () =>
    (await Promise.all(Object.values(company.houses).map((id: string) => entriesOf(database.ownerUrl, id))))
      .flat()
      .filter(({ type }) => type !== 'ActRefused').length;
  const facts = await types();
  expect(await surprises(probesOf(after))).toEqual([]);
  // Nothing that was asked could be carried out by anybody: only refusals were recorded.
  expect(await types()).toBe(facts);
});

test('why says of every act what doing it says', async () => {
  const askers = ['office', 'director', 'leader', 'admin', 'secretary', 'general'] as const;
  const { wrong, refused, allowed } = await disagreements(company, probesOf(after), askers);
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(300);
  expect(allowed).toBeGreaterThan(0);
});

test('what is aimed at nothing, or makes something, is open to whom the table says', async () => {
  expect(
    await surprises(looseProbes(after, (asker) => credentialsOf(asker === 'anonymous' ? 'office' : asker))),
  ).toEqual([]);
});

test('everybody may sign out, with a session that is then gone', async () => {
  const ledger = openLedger({ url: database.appUrl, applicationName: 'policy', max: 2 });
  const name = 'DELETE /v1/sessions/current';
  const wish = { method: 'DELETE', path: '/v1/sessions/current' };
  try {
    for (const [asker, row] of table.get(name) ?? []) {
      if (asker === 'anonymous') expect(classOf((await send(company.api, wish)).status)).toBe(row);
      else {
        const { house, person } = company.players[asker];
        const { token } = await ledger.sessions.create(company.houses[house], person, 60);
        const cookie = `mouding=${token}`;
        expect([asker, classOf((await send(company.api, { ...wish, cookie })).status)]).toEqual([asker, row]);
        expect((await send(company.api, { method: 'GET', path: '/v1/me', cookie })).status).toBe(401);
      }
    }
  } finally {
    await ledger.close();
  }
  probed.add(name);
});

test('every route of the published interface is in the table, and everything in the table was asked', () => {
  const file = new URL('../../libs/contract/openapi.json', import.meta.url);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly paths: { readonly [path: string]: object };
  };
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const named = new Set([...table.keys()].map((name) => name.split(' · ')[0]));
  expect(routes.filter((route) => !named.has(route))).toEqual([]);
  expect([...named].filter((route) => !routes.includes(route ?? ''))).toEqual([]);
  expect([...table.keys()].filter((name) => !probed.has(name))).toEqual([]);
});

test('what is another institution’s is not there: nobody hears 403 of it', () => {
  const outside = new Set<Asker>(['other-office', 'other-head', 'other-auditor', 'other-admin']);
  const heard = [...table]
    .filter(([name]) => name.includes('{id}') && !name.startsWith('GET /v1/{resource}'))
    .flatMap(([name, row]) =>
      [...row]
        .filter(([asker, got]) => outside.has(asker) && got !== '404')
        .map(([asker]) => `${name} ${asker}`),
    );
  expect(heard).toEqual([]);
});
