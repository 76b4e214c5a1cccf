import { ObligationPage, Resource } from '@mouding/contract';
import { rebuildProjections } from '@mouding/ledger';
import { folding } from 'mouding/folding';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import { send } from '../play/http.ts';
import type { Who } from '../play/institutions.ts';
import { COUNTERSIGNED } from '../play/procedures.ts';
import { keep, once, read, stageOf, streamIn, wishOf, type Stage } from '../play/stage.ts';

/** The concurrent acts of S3 as requests that really meet in the database. */
const ROUNDS = 12;
const DRAFT = '一、学科\n二、教学\n三、人才\n四、护理\n';
const CHANGED = '一、学科（改）\n二、教学\n三、人才\n四、护理\n';
const PEOPLE: readonly Who[] = ['writer', 'owner', 'support', 'lead', 'office'];

let database: FreshDatabase;
let services: Services;
let company: Company;
let stage: Stage;

beforeAll(async () => {
  database = await freshDatabase();
  services = await startServices(database);
  company = await assemble({
    api: services.apiUrl,
    ownerUrl: database.ownerUrl,
    keyFile: `${testHome()}/key`,
  });
  stage = stageOf(company, once(company));
  await stage.give('office', 'procedure.publish', '', { definition: COUNTERSIGNED, document: null });
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
});

async function handedIn(round: number): Promise<string> {
  const { made } = await stage.give('office', 'case.open', '', {
    title: `会签规划${round}`,
    procedure: COUNTERSIGNED.id,
    scheme: await keep(stage, 'office', '工作方案'),
    authority: null,
  });
  const caseId = (made ?? '').slice('case/'.length);
  const chapter = await streamIn(stage, caseId, { stage: 'chapters', kind: 'chapter' });
  await submit(chapter, 'writer', DRAFT);
  return chapter;
}

const submit = async (chapter: string, who: Who, content: string): Promise<void> =>
  void (await stage.give(who, 'chapter.submit', chapter, { text: await keep(stage, who, content) }));

const seen = async (chapter: string) =>
  Resource.parse(await read(stage, 'office', `/v1/chapters/${chapter.split('/')[1]}`));

type Act = readonly [who: Who, verb: string, body: object];

/** Everybody acts at the same moment, and again when the chapter has moved; answers what each heard in the end. */
const atOnce = (chapter: string, acts: readonly Act[]): Promise<readonly number[]> =>
  Promise.all(
    acts.map(async ([who, verb, body]) => {
      for (;;) {
        const wish = await wishOf(company, { who, verb: `chapter.${verb}`, on: chapter, body });
        const { status } = await send(company.api, wish);
        if (status !== 412) return status;
      }
    }),
  );

/** What everybody together owes to the chapter: never nothing before its end, never the same person twice. */
async function owed(chapter: string): Promise<readonly (readonly [Who, string])[]> {
  const found: [Who, string][] = [];
  for (const who of PEOPLE) {
    const { items } = ObligationPage.parse(await read(stage, who, '/v1/obligations?limit=200'));
    found.push(
      ...items.filter(({ stream }) => stream === chapter).map(({ verb }): [Who, string] => [who, verb]),
    );
  }
  expect(new Set(found.map(([who]) => who)).size).toBe(found.length);
  expect(found.length > 0).toBe((await seen(chapter)).status !== 'accepted');
  return found;
}

/** Everybody does what is on their list, until nothing is. */
async function finish(chapter: string): Promise<void> {
  for (let left = await owed(chapter); left.length > 0; left = await owed(chapter)) {
    const [who, verb] = left.find(([, each]) => each !== 'chapter.give-input') ?? left[0] ?? ['office', ''];
    if (verb === 'chapter.submit') await submit(chapter, who, CHANGED);
    else await stage.give(who, verb, chapter, { text: (await seen(chapter)).data['text'] });
  }
}

test.each(Array.from({ length: ROUNDS }, (_, i) => i))(
  'round %i: countersigns and a return meet, and nothing is an orphan or doubled',
  async (round) => {
    const chapter = await handedIn(round);
    const { data } = await seen(chapter);
    const text = data['text'];
    const acts = [
      ['support', 'countersign', { text, clauses: [4] }],
      ['owner', 'countersign', { text, clauses: [1 + (round % 2)] }],
      ['lead', 'return', { reason: '请修改', clauses: [1] }],
      ['office', 'return', { reason: '请补充', clauses: [2] }],
      ['writer', 'withdraw', {}],
    ] as const satisfies readonly Act[];
    const turned = [...acts.slice(round % acts.length), ...acts.slice(0, round % acts.length)];
    const statuses = await atOnce(chapter, turned);
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
    expect(statuses).toContain(200);
    await owed(chapter);
    await finish(chapter);
    expect((await seen(chapter)).status).toBe('accepted');
  },
);

test('the read models are what a rebuild from the record makes', async () => {
  const institution = company.houses.hospital;
  const { differences, stuck } = await rebuildProjections({ url: database.ownerUrl, institution }, folding);
  expect([differences, stuck]).toEqual([[], []]);
});
