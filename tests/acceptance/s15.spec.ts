import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  Ancestry,
  AuditAnswer,
  AuditReadings,
  DecisionReadings,
  TimelinePage,
  VerificationLine,
} from '@mouding/contract';
import { openLedger, type Ledger, type StoredCheckpoint } from '@mouding/ledger';
import { checkpoint, openSigner } from '@mouding/shell';
import { openSignerFolder } from 'mouding/signer/folder';
import { signerServer } from 'mouding/signer/serve';
import { until } from 'mouding/until';
import { openScene, type AuditScene } from '../audit/scene.ts';
import { testHome } from '../harness/cluster.ts';
import { tamper } from '../ledger/given.ts';
import * as asking from '../play/asking.ts';
import { grantLetter } from '../play/auditing.ts';
import { toBeCountersigned } from '../play/outgoing.ts';
import { eraseHolder } from '../play/people.ts';
import * as plan from '../play/plan.ts';
import { read, streamIn } from '../play/stage.ts';

/** S15 倒查: years later an auditor asks the record; somebody with the database has meanwhile changed it. */
const TOKEN = 'the word of S15';

let scene: AuditScene;
let ledger: Ledger;
let checkpointer: Ledger;
let server: Server;
let folder: string;
let played: plan.Plan;
let untouched: string;
let opinion: string;
let chapter: string;
/** Heads that were signed: one half way, which the backup is of, and the last, which the auditor kept. */
let early: StoredCheckpoint;
let late: StoredCheckpoint;

const house = (): string => scene.stage.company.houses.hospital;

beforeAll(async () => {
  scene = await openScene();
  ledger = openLedger({
    url: scene.database.workerUrl,
    applicationName: 'spec-s15',
    keyFile: `${testHome()}/key`,
    max: 2,
  });
  const { checkpointerUrl } = scene.database;
  checkpointer = openLedger({ url: checkpointerUrl, applicationName: 'spec-s15-checkpointer', max: 2 });
  mkdirSync(join(testHome(), 'signers'), { recursive: true });
  folder = mkdtempSync(join(testHome(), 'signers', 's15-'));
  server = signerServer({ ...openSignerFolder(folder), token: TOKEN }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  await grantLetter(scene.stage);
  untouched = (await toBeCountersigned(scene.stage)).plan.caseId;
  played = await plan.openPlan(scene.stage);
  await plan.research(played);
  await plan.collect(played);
  await plan.advance(played, 'research');
  await plan.advance(played, 'material');
  await plan.write(played);
  chapter = await streamIn(scene.stage, played.caseId, { stage: 'chapters', kind: 'chapter' });
  await plan.draft(played);
  early = await signed();
  await plan.declare(played, await plan.review(played), 'review');
  await asking.opine(played);
  opinion = await asking.dispose(played);
  await plan.discuss(played);
  await plan.revise(played, opinion);
  await plan.decide(played);
  late = await signed();
});

afterAll(async () => {
  await ledger?.close();
  await checkpointer?.close();
  server?.close();
  server?.closeAllConnections();
  await scene?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** Signs everything that has its place by now. */
async function signed(): Promise<StoredCheckpoint> {
  const { port } = server.address() as AddressInfo;
  const signer = openSigner({ url: `http://127.0.0.1:${port}`, token: TOKEN });
  const client = { ledger: checkpointer, signer, origin: 'hospital.example' };
  await until('every entry in its place', async () => {
    const before = await ledger.logSize(house());
    const outcome = await checkpoint(client, house());
    return outcome.outcome === 'nothing-new' && before === (await ledger.logSize(house())) ? true : undefined;
  });
  const newest = await ledger.treeLogs.newest(house());
  if (!newest) throw new Error('nothing was signed');
  return newest;
}

interface Verdict {
  readonly whole: boolean;
  readonly faulty: readonly string[];
  /** Stream, version and kind of each fault. */
  readonly faults: readonly string[];
}

/** The verification over HTTP; with the head that the auditor kept, where one is given. */
async function verify(kept?: StoredCheckpoint): Promise<Verdict> {
  const held = kept ? `?size=${kept.size}&root=${Buffer.from(kept.root).toString('hex')}` : '';
  const { text } = await scene.ask(`/v1/verification${held}`);
  const lines = text
    .trim()
    .split('\n')
    .map((line) => VerificationLine.parse(JSON.parse(line)));
  const end = lines.at(-1);
  if (end?.kind !== 'end') throw new Error(text.slice(-400));
  const faults = lines.flatMap((line) =>
    line.kind === 'fault' ? [`${line.stream} ${line.version} ${line.fault}`] : [],
  );
  return { whole: end.whole, faulty: end.faulty, faults };
}

const change = (sql: string): Promise<void> =>
  tamper({ database: scene.database, institution: house() }, sql);

test('who changed 三 to 四, and on whose opinion', async () => {
  const quote = encodeURIComponent('建设四个重点专科');
  const { found } = Ancestry.parse(await scene.json(`/v1/cases/${played.caseId}/ancestry?quote=${quote}`));
  const [newest] = found[0]?.origins ?? [];
  expect(newest).toMatchObject({ how: 'changed', cites: opinion, citesWords: '第1条意见', draft: '送审稿' });
  expect(newest?.person).toBe(scene.stage.company.players.office.person);
  expect(newest?.reason).toBe(null);
});

test('who had opened the text before voting, and which steps deviated', async () => {
  const { items } = DecisionReadings.parse(await scene.json(`/v1/cases/${played.caseId}/decisions`));
  expect(items.map(({ type }) => type)).toEqual(expect.arrayContaining(['ChapterSignedOff', 'ItemDecided']));
  const ask = async (id: string): Promise<AuditAnswer> =>
    AuditAnswer.parse(await scene.json(`/v1/questions/${id}?case=${played.caseId}`));
  expect((await ask('unread')).rows.length).toBeGreaterThan(0);
  const conformance = await scene.json(`/v1/cases/${played.caseId}/conformance`);
  expect(conformance).toMatchObject({ case: { id: played.caseId } });
});

test('a person is erased, and the record stays whole and says no name', async () => {
  expect(await verify(late)).toEqual({ whole: true, faulty: [], faults: [] });
  const person = await eraseHolder(scene.stage, 'support');
  const { items } = TimelinePage.parse(await scene.json(`/v1/timeline?person=${person}`));
  expect(new Set(items.map(({ actor }) => actor.name))).toEqual(new Set([null]));
  expect(await verify(late)).toEqual({ whole: true, faulty: [], faults: [] });
});

test('a payload that was edited is found where it stands, and other cases still agree', async () => {
  await change(
    `update ledger.entry set entry = replace(entry, '"sv":1', '"sv":2'), sv = 2 where stream = '${chapter}' and version = 2;
     update ledger.entry set leaf_hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8')) where stream = '${chapter}' and version = 2`,
  );
  const { whole, faults, faulty } = await verify();
  expect([whole, faults]).toEqual([false, expect.arrayContaining([`${chapter} 2 tile`])]);
  expect(faults).toContain(`log ${late.size} checkpoint`);
  const others = (await ledger.itemsOfCase(house(), untouched)).map(({ stream }) => stream);
  expect(faulty.filter((stream) => others.includes(stream))).toEqual([]);
  expect(faulty.filter((stream) => stream !== 'log')).toEqual([chapter]);
});

test('the last five entries, deleted, are missed by what was signed', async () => {
  await change(`delete from ledger.entry e using ledger.leaf l where l.idx >= ${late.size - 5}
      and e.institution = l.institution and e.stream = l.stream and e.version = l.version;
    delete from ledger.leaf where idx >= ${late.size - 5}`);
  const { faults } = await verify();
  expect(faults.filter((line) => line.startsWith('log '))).toContain(`log ${late.size} checkpoint`);
  expect(faults.some((line) => line.endsWith(' head'))).toBe(true);
});

test('an older backup, restored with everything that belongs to it, is missed by the head that the auditor kept', async () => {
  await change(`delete from ledger.entry e using ledger.leaf l where l.idx >= ${early.size}
      and e.institution = l.institution and e.stream = l.stream and e.version = l.version;
    delete from ledger.leaf where idx >= ${early.size};
    delete from ledger.checkpoint where size > ${early.size}`);
  const missed = `log ${late.size} checkpoint`;
  expect((await verify()).faults).not.toContain(missed);
  expect((await verify(late)).faults).toContain(missed);
});

test('what the auditor asked stands in the log, which the institution reads', async () => {
  const shown = await read(scene.stage, 'leader', '/v1/org/audit-readings?limit=200');
  const { items } = AuditReadings.parse(shown);
  expect(items.filter(({ action }) => action === 'verify').length).toBeGreaterThanOrEqual(4);
  expect(items.some(({ detail }) => detail.includes('/ancestry?'))).toBe(true);
});
