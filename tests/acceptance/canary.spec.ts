import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Me } from '@mouding/contract';
import { addDays, dayOf } from '@mouding/core';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { addressOf } from '../play/http.ts';
import { leaveByCode } from '../play/depositing.ts';
import { file } from '../play/filing.ts';
import * as asking from '../play/asking.ts';
import * as plan from '../play/plan.ts';
import { underMandates } from '../play/mandated.ts';
import { indicate } from '../play/indicators.ts';
import { meetInRooms } from '../play/rooms.ts';
import { sitTogether } from '../play/sitting.ts';
import { leaveHeld, recordMeetings } from '../play/recorded.ts';
import { moveThereAndBack } from '../play/moving.ts';
import { goOut } from '../play/outgoing.ts';
import { untilAtRest } from '../play/resting.ts';
import { reviewed } from '../play/reviewing.ts';
import { once, postOf, read, stageOf, streamIn, type Stage } from '../play/stage.ts';
import { crawl, crawlErrors, type Page } from './canary/crawl.ts';
import { readersOf, UNSHOWN, type State } from './canary/readers.ts';
import { ASKERS } from './policy/table.ts';

/** What stands at each place of the play: nothing else in the world looks like it. */
const canaries = new Map<string, string>();
const canaryAt = (place: string): string => {
  const canary = canaries.get(place) ?? randomUUID().replaceAll('-', '');
  canaries.set(place, canary);
  return canary;
};

let database: FreshDatabase;
let services: Services;
let company: Company;
let stage: Stage;
let played: plan.Plan;
/** What was recorded, by its name in a scene. */
let records: { readonly [what: string]: string } = {};

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  const place = { api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile: `${testHome()}/key` };
  company = await assemble(place, (who) => canaryAt(`name/${who}`));
  stage = stageOf(company, once(company), (at) => `（${canaryAt(at)}）`);
  played = await plan.openPlan(stage);
  await plan.research(played);
  await plan.collect(played);
  await leaveByCode(played);
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

/** Pages on which somebody reads what is not for them. */
function leaks(pages: readonly Page[], state: State): readonly string[] {
  const readers = new Map([...canaries].map(([place]) => [place, readersOf(place, state)]));
  return pages.flatMap(({ asker, path, status, text }) =>
    [...canaries]
      .filter(([place, canary]) => text.includes(canary) && !readers.get(place)?.has(asker))
      .map(([place]) => `${asker} reads ${place} at ${path} (${status})`),
  );
}

/** Where a text or an original is read. */
const CONTENT = /\/(?:texts|files)\/([0-9a-f]{64})$/;

/** Names of streams, texts and originals that somebody is told of without being able to look at them. */
function hollow(pages: readonly Page[]): readonly string[] {
  const found: string[] = [];
  for (const [asker, own] of Map.groupBy(pages, (page) => page.asker)) {
    const open = new Set(own.filter(({ status }) => status === 200).map(({ path }) => path));
    const texts = new Set([...open].flatMap((path) => CONTENT.exec(path)?.[1] ?? []));
    for (const { path, text } of own.filter((page) => !CONTENT.test(page.path))) {
      const streams = [...text.matchAll(/"(?:stream|resource|record)":"([a-z]+\/[0-9a-f-]{36})"/g)].map(
        ([, stream = '']) => stream,
      );
      const unseen = streams.filter(
        (stream) => !/^(refusal|register)/.test(stream) && !open.has(addressOf(stream)),
      );
      const hashes = [
        ...text.matchAll(
          /"scheme":"(?:blob-sha256|tree|file-sha256)@1","hash":"([0-9a-f]{64})"|"hash":"([0-9a-f]{64})","scheme"/g,
        ),
      ];
      const unread = hashes.map(([, one, other]) => one ?? other ?? '').filter((hash) => !texts.has(hash));
      found.push(
        ...[...new Set([...unseen, ...unread])].map((name) => `${asker} is told of ${name} at ${path}`),
      );
    }
  }
  return [...new Set(found)];
}

/** Questions of the published interface that nobody was answered, be it with what stands against it. */
function unreached(pages: readonly Page[]): readonly string[] {
  const answered = pages
    .filter(({ status }) => status === 200 || status === 409)
    .map(({ path }) => path.split('?')[0] ?? '');
  const file = new URL('../../libs/contract/openapi.json', import.meta.url);
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly paths: { readonly [path: string]: object };
  };
  return (
    Object.entries(paths)
      .filter(([, methods]) => 'get' in methods)
      .map(([path]) => path)
      // Nobody who is signed in is asked for it: whoever has a code shows it, and hears of its own department alone.
      .filter((path) => path !== '/v1/deposit-codes/current')
      .filter((path) => {
        const shape = new RegExp(`^${path.replaceAll(/\{[a-z]+\}/g, '[^/]+')}$`);
        return !answered.some((each) => shape.test(each));
      })
  );
}

async function expectNoLeak(state: State): Promise<readonly Page[]> {
  // What is said of a thing here and shown of it there must be of one moment.
  await untilAtRest(database.ownerUrl, company);
  const pages = await crawl(company, database.ownerUrl);
  expect(leaks(pages, state)).toEqual([]);
  expect(hollow(pages)).toEqual([]);
  return pages;
}

test('while material is collected, nobody reads another department’s', async () => {
  await expectNoLeak('collected');
});

test('a chapter on its way is between its departments, its lead and the office', async () => {
  await plan.advance(played, 'research');
  await plan.advance(played, 'material');
  await plan.write(played);
  await expectNoLeak('written');
});

test('the draft is for those who decide on it and those who are asked', async () => {
  await plan.draft(played);
  await plan.declare(played, await plan.review(played), 'review');
  await asking.opine(played);
  await expectNoLeak('consulting');
});

test('what is filed is for those who decided, and the authority that examines', async () => {
  const opinion = await asking.dispose(played);
  await plan.discuss(played);
  await plan.revise(played, opinion);
  await plan.decide(played);
  await plan.ballot(played);
  await file(played);
  await expectNoLeak('filed');
});

test('the issued plan is for every department; all else stays where it was, and all of it is read by its readers', async () => {
  await indicate(played);
  await meetInRooms(stage);
  await underMandates(stage);
  await sitTogether(stage);
  await reviewed(stage);
  await goOut(stage);
  await moveThereAndBack(stage);
  const { joined, corrected, exempted } = await recordMeetings(stage);
  records = {
    'case · joined': joined,
    'record · corrected': corrected,
    'record · exempted': exempted,
    'record · held': await leaveHeld(stage),
  };
  const issue = await plan.sign(played);
  await plan.publish(played, issue);
  const pages = await expectNoLeak('issued');
  expect(unreached(pages)).toEqual([]);
  const read = new Set(
    pages.flatMap(({ asker, text }) =>
      [...canaries].filter(([, canary]) => text.includes(canary)).map(([place]) => `${asker} ${place}`),
    ),
  );
  const missed = [...canaries.keys()].flatMap((place) =>
    ASKERS.filter((asker) => readersOf(place, 'issued').has(asker) && !read.has(`${asker} ${place}`)).map(
      (asker) => `${asker} ${place}`,
    ),
  );
  expect(missed.filter((line) => !UNSHOWN.some((place) => line.endsWith(` ${place}`)))).toEqual([]);
});

test('a delegate reads what the delegation is about, and nothing else that the post may read', async () => {
  const { now } = Me.parse(await read(stage, 'leader', '/v1/me'));
  await stage.give('leader', 'org.delegate', `org/${company.houses.hospital}`, {
    post: await postOf(stage, 'leader'),
    to: company.players.nobody.person,
    until: addDays(dayOf(now), 9),
    scope: { harmless: false, verbs: ['issue.sign'] },
    stays: [],
  });
  await untilAtRest(database.ownerUrl, company);
  const pages = await crawl(company, database.ownerUrl, ['nobody']);
  const shown = [...canaries].flatMap(([place, canary]) =>
    pages.some(({ text }) => text.includes(canary)) ? [place] : [],
  );
  // What every holder of a post reads, whom one acts for, and what issues say.
  const about = shown.filter(
    (place) => !readersOf(place, 'issued').has('clinical') && !place.startsWith('issue/'),
  );
  expect(about.toSorted()).toEqual(['name/leader', 'name/nobody']);
  expect(shown).toContain('issue/edit');
  expect(hollow(pages)).toEqual([]);
  const whole = /\/(?:conformance|precheck|unheld|migration|roll-back)$|^\/v1\/messages$/;
  const lists = pages.filter(({ path, status }) => status === 200 && whole.test(path.split('?')[0] ?? ''));
  expect(lists.map(({ path }) => path)).toEqual([]);
});

/** What is asked, and what looks at a file without recording anything. */
const ANSWERS = /^GET |^POST .*\/indicators\/sheet$/;

test('an error explains itself without a word that is not for whoever hears it', async () => {
  const at = (of: string, kind: string) => streamIn(stage, played.caseId, { stage: of, kind });
  const contributions = await plan.contributions(played);
  const own: { [which: string]: string } = {};
  for (const [who, stream] of contributions) own[`contribution · ${who}`] = stream;
  const streams = {
    ...own,
    ...records,
    org: `org/${company.houses.hospital}`,
    case: `case/${played.caseId}`,
    research: await at('research', 'research'),
    chapter: await at('chapters', 'chapter'),
    manuscript: await at('amendment', 'manuscript'),
    consultation: await at('consultation', 'consultation'),
    opinion: await at('consultation', 'opinion'),
    meeting: await at('deans', 'meeting'),
    ballot: await at('congress', 'ballot'),
    filing: await at('authority', 'filing'),
    issue: await at('issue', 'issue'),
  };
  const pages = await crawlErrors({ company, streams, texts: {} });
  expect(leaks(pages, 'issued')).toEqual([]);
  const done = pages.filter(({ path, status }) => status < 400 && !ANSWERS.test(path));
  expect(done.map(({ path }) => path)).toEqual([]);
});
