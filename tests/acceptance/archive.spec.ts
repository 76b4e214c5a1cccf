import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUNDLE_PATHS, BundleManifest, BundleSealed } from '@mouding/contract';
import { COSIGNATURE, ED25519 } from '@mouding/evidence';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, type Company } from '../play/company.ts';
import * as course from '../play/course.ts';
import { eraseHolder } from '../play/people.ts';
import * as plan from '../play/plan.ts';
import { sitTogether, type Sat } from '../play/sitting.ts';
import { untilAtRest } from '../play/resting.ts';
import { once, stageOf } from '../play/stage.ts';
import { openBrowser, openWindow } from '../harness/browser.ts';
import { forged, packed, unpacked, unpackInto, withManifest, type Unpacked } from './archive/bundles.ts';
import { forgetNewer } from './archive/older-browser.ts';
import { pairOf, signed } from './archive/signing.ts';

let database: FreshDatabase;
let company: Company;
let bundle: Unpacked;
/** The same case, once somebody who gave an opinion was erased. */
let afterErasure: Unpacked;
/** Of a case whose item was put on two sittings. */
let seated: Unpacked;
let sat: Sat;
let folder: string;
const answers = new Map<string, number>();

/** A whole case is played, its bundle is fetched, and then there is no server any more. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-archive-'));
  database = await freshDatabase();
  const services: Services = await startServices(database);
  try {
    const place = { api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile: `${testHome()}/key` };
    company = await assemble(place);
    const played = await plan.openPlan(stageOf(company, once(company)));
    await course.filed(played);
    await plan.publish(played, await plan.sign(played));
    sat = await sitTogether(played.stage);
    const asked = (id: string, who: keyof Company['players']) =>
      fetch(`${company.api}/v1/cases/${id}/archive`, { headers: { cookie: company.players[who].cookie } });
    const given = async (id: string) =>
      unpacked(Buffer.from(await (await asked(id, 'office')).arrayBuffer()));
    const own = played.caseId.split('/').at(-1) ?? '';
    await untilAtRest(database.ownerUrl, company);
    for (const who of ['auditor', 'leader', 'general', 'office'] as const)
      answers.set(who, (await asked(own, who)).status);
    bundle = await given(own);
    seated = await given(sat.caseId);
    await eraseHolder(played.stage, 'support');
    await untilAtRest(database.ownerUrl, company);
    afterErasure = await given(own);
  } finally {
    await services.stop();
  }
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database?.drop();
});

/** The checker of the bundle, alone in a folder, with nothing but Node. */
async function checked(files: Unpacked): Promise<{ readonly code: number | null; readonly said: string }> {
  const alone = mkdtempSync(join(folder, 'alone-'));
  writeFileSync(join(alone, 'verify.mjs'), bundle.get('verify.mjs') ?? '');
  writeFileSync(join(alone, 'case.zip'), await packed(files));
  const { status, stdout } = spawnSync(process.execPath, ['verify.mjs', 'case.zip'], {
    cwd: alone,
    env: { LANG: 'zh_CN.UTF-8' },
    encoding: 'utf8',
  });
  return { code: status, said: stdout };
}

test('whoever keeps the file or audits it gets the archive, and nobody else', () => {
  expect(Object.fromEntries(answers)).toEqual({ auditor: 200, office: 200, leader: 404, general: 404 });
});

test('it opens for a person first', () => {
  const names = [...bundle.keys()].toSorted();
  expect(names[0]).toBe('00_目录.pdf');
  const papers = names.filter((name) => /^\d\d_.*\.pdf$/.test(name));
  for (const paper of papers) expect(String(bundle.get(paper)?.subarray(0, 5))).toBe('%PDF-');
  for (const title of ['工作方案', '会议纪要', '印发通知', '签收单', '意见采纳情况汇总表', '程序符合性报告'])
    expect([title, papers.some((name) => name.includes(title))]).toEqual([title, true]);
  for (const name of ['README.txt', 'verify.mjs', '核验.html', 'data/归档元数据.xml'])
    expect(names).toContain(name);
});

test('it agrees, checked in an empty folder with only Node, and says that nobody signed the log', async () => {
  const { code, said } = await checked(bundle);
  expect([code, said.split('\n')[0]]).toEqual([0, '一致']);
  expect(said).toContain('未附日志签名');
  expect(said).toContain('应经程序与实经程序');
  expect(said).toContain('办理回执：由单位签署，涵盖全部记录');
});

test('unpacked into an empty folder it is checked there, without a word more', () => {
  const alone = mkdtempSync(join(folder, 'unpacked-'));
  unpackInto(alone, bundle);
  expect(spawnSync(process.execPath, ['verify.mjs'], { cwd: alone }).status).toBe(0);
});

test('sittings that an item was put on are in it, with their papers', async () => {
  const told = String(seated.get(BUNDLE_PATHS.entries));
  for (const sitting of [sat.sitting, sat.next]) expect(told).toContain(`"stream":"${sitting}"`);
  expect([...seated.keys()].filter((name) => name.includes('签到表')).length).toBeGreaterThan(1);
  const sealed = BundleSealed.parse(JSON.parse(String(seated.get(BUNDLE_PATHS.sealed))));
  const ofAgenda = sealed.filter(({ stream, version }) => stream === sat.sitting && version === 1);
  expect(ofAgenda.map(({ state }) => state)).toEqual(['kept']);
  expect([...seated].filter(([, content]) => content.includes('人事事项')).map(([name]) => name)).toEqual([]);
  expect((await checked(seated)).code).toBe(0);
});

const swapLines = (text: string): string => {
  const [first = '', second = '', ...rest] = text.split('\n');
  return [second, first, ...rest].join('\n');
};

const TAMPERED: readonly (readonly [what: string, found: string, (files: Unpacked) => Unpacked])[] = [
  [
    'a payload',
    '记录被改动',
    (files) => forged(files, BUNDLE_PATHS.entries, (all) => all.replace('"title":"', '"title":"改')),
  ],
  [
    'an actor',
    '记录被改动',
    (files) => forged(files, BUNDLE_PATHS.entries, (all) => all.replace('"as":"office"', '"as":"leader"')),
  ],
  [
    'a time',
    '记录被改动',
    (files) => forged(files, BUNDLE_PATHS.entries, (all) => all.replace(/"at":"2\d{3}/, '"at":"1999')),
  ],
  [
    'a dropped entry',
    '记录不在所称的日志中',
    (files) => forged(files, BUNDLE_PATHS.entries, (all) => all.split('\n').slice(1).join('\n')),
  ],
  [
    'two entries in each other’s place',
    '记录被改动',
    (files) => forged(files, BUNDLE_PATHS.entries, swapLines),
  ],
  ['a paper', '文件与清单不一致', (files) => new Map([...files, ['README.txt', Buffer.from('另一份')]])],
  [
    'a text that is cited',
    '所引文稿、原件不一致',
    (files) => forged(files, firstText(files), (text) => `${text}改`),
  ],
  [
    'a root',
    '记录不在所称的日志中',
    (files) =>
      forged(files, BUNDLE_PATHS.proofs, (all) => all.replace(/"root":"[0-9a-f]{4}/, '"root":"0000')),
  ],
  [
    'who held a post',
    '当时岗位与记录不符',
    (files) =>
      forged(files, BUNDLE_PATHS.capacities, (all) => all.replace(/"title":"[^"]+"/, '"title":"院长助理"')),
  ],
  [
    'a state',
    '状态与记录不符',
    (files) =>
      forged(files, BUNDLE_PATHS.states, (all) => all.replace(/"status":"[^"]+"/, '"status":"lost"')),
  ],
  [
    'a sealed body',
    '密封内容不一致',
    (files) => forged(files, BUNDLE_PATHS.sealed, (all) => all.replace(/"plain":"/, '"plain":" ')),
  ],
  [
    'a receipt that the house signed',
    '办理回执不成立',
    (files) => forged(files, BUNDLE_PATHS.receipts, (all) => all.replace('entry case/', 'entry meeting/')),
  ],
  [
    'what the procedure asked for',
    '办理过程与记录不符',
    (files) =>
      forged(files, BUNDLE_PATHS.course, (all) => all.replace('"status":"met"', '"status":"missing"')),
  ],
  [
    'a file too many',
    '文件与清单不一致',
    (files) => new Map([...files, ['99_另附.pdf', Buffer.from('%PDF-')]]),
  ],
  [
    'a missing file',
    '文件与清单不一致',
    (files) => new Map([...files].filter(([name]) => name !== '00_目录.pdf')),
  ],
];

const firstText = (files: Unpacked): string =>
  [...files.keys()].find((name) => name.startsWith('data/texts/')) ?? '';

test.each(TAMPERED)('%s is found and named: %s', async (_, found, tamper) => {
  const { code, said } = await checked(tamper(bundle));
  expect(code).toBe(3);
  expect(said.split('\n')[0]).toMatch(/^不一致：\d+ 处$/);
  expect(said).toContain(found);
});

test('a signature of the log and a witness are checked, and named when they are not good', async () => {
  const [log, witness, stranger] = [
    pairOf('hospital.example/log', ED25519),
    pairOf('witness.example', COSIGNATURE),
    pairOf('hospital.example/log', ED25519),
  ];
  const good = await checked(signed(bundle, log, witness));
  expect([good.code, good.said.split('\n')[0]]).toEqual([0, '一致']);
  expect(good.said).toContain('日志签名：hospital.example/log；见证：witness.example');
  const forgedKey = await checked(signed(bundle, { ...log, private: stranger.private }, witness));
  expect([forgedKey.code, forgedKey.said]).toEqual([
    3,
    expect.stringContaining('not signed by the key of the log'),
  ]);
  const forgedWitness = await checked(signed(bundle, log, { ...witness, private: stranger.private }));
  expect([forgedWitness.code, forgedWitness.said]).toEqual([
    3,
    expect.stringContaining('no good cosignature of witness.example'),
  ]);
  const rewritten = forged(signed(bundle, log, witness), BUNDLE_PATHS.proofs, (all) =>
    all.replace(/"size":\d+/, '"size":1'),
  );
  expect((await checked(rewritten)).said).toContain('it is of another tree');
});

test('the page checks it from disk, with no network and no server, in a browser as old as Chrome 109', async () => {
  writeFileSync(join(folder, '核验.html'), bundle.get('核验.html') ?? '');
  writeFileSync(join(folder, 'good.zip'), await packed(bundle));
  writeFileSync(
    join(folder, 'bad.zip'),
    await packed(new Map([...bundle, ['README.txt', Buffer.from('改')]])),
  );
  const browser = await openBrowser();
  try {
    const window = await openWindow(browser, 'desk');
    await window.setOffline(true);
    await window.addInitScript(forgetNewer);
    const page = await window.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(join(folder, '核验.html')).href);
    await page.setInputFiles('#file', join(folder, 'good.zip'));
    await page.waitForSelector('body[data-verdict="good"]');
    expect(await page.textContent('#result > :first-child')).toContain('一致 ');
    expect(await page.textContent('#result')).toContain('应经程序与实经程序');
    await page.setInputFiles('#file', join(folder, 'bad.zip'));
    await page.waitForSelector('body[data-verdict="bad"]');
    expect(await page.textContent('#result')).toContain('文件与清单不一致：README.txt');
    expect(asked).toEqual([pathToFileURL(join(folder, '核验.html')).href]);
  } finally {
    await browser.close();
  }
});

test('a manifest that is made anew after nothing was changed agrees', async () => {
  expect((await checked(withManifest(bundle))).code).toBe(0);
  const manifest = BundleManifest.parse(JSON.parse(String(bundle.get(BUNDLE_PATHS.manifest))));
  expect(manifest.withheld).toBe(0);
  const { witnessesRequired, ...before } = manifest;
  const first = Buffer.from(JSON.stringify({ ...before, format: 'mouding-bundle@1' }));
  expect(witnessesRequired).toBe(0);
  expect((await checked(new Map([...bundle, [BUNDLE_PATHS.manifest, first]]))).code).toBe(0);
});

test('after a person was erased it still agrees, says so, and holds none of the words', async () => {
  const sealedIn = (files: Unpacked) =>
    BundleSealed.parse(JSON.parse(String(files.get(BUNDLE_PATHS.sealed))));
  const { person } = company.players.support;
  const before = sealedIn(bundle).filter(({ subject }) => subject === person);
  expect(before.some(({ state }) => state === 'open')).toBe(true);
  const after = sealedIn(afterErasure).filter(({ subject }) => subject === person);
  expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['erased']));
  const { code, said } = await checked(afterErasure);
  expect([code, said.split('\n')[0]]).toEqual([0, '一致']);
  expect(said).toContain(`已按规定清除 ${after.length}；`);
  const unrecorded = forged(afterErasure, BUNDLE_PATHS.entries, (all) =>
    all.replace('PersonErased', 'PersonKept'),
  );
  expect((await checked(unrecorded)).said).toContain('erased, and no record of the erasure');
  const words = before.flatMap((body) => (body.state === 'open' ? [body.plain] : []));
  const holding = [...afterErasure].filter(
    ([name, content]) => name.startsWith('data/') && words.some((plain) => String(content).includes(plain)),
  );
  expect(holding.map(([name]) => name)).toEqual([]);
});
