import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Me, Resource } from '@mouding/contract';
import { putBack, type RestoreWish } from 'mouding/backup/put-back';
import { takeBackup } from 'mouding/backup/take-backup';
import { isRefused, type Refused } from 'mouding/words';
import { testHome } from '../harness/cluster.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { startServices, type Services } from '../harness/services.ts';
import { assemble, signIn, type Company } from '../play/company.ts';
import { eraseHolder } from '../play/people.ts';
import * as plan from '../play/plan.ts';
import { once, read, stageOf, type Stage } from '../play/stage.ts';

let folder: string;
let home: string;
let database: FreshDatabase;
let services: Services;
let company: Company;
let stage: Stage;
let played: plan.Plan;
const others: FreshDatabase[] = [];

/** What a command said, line by line, in English. */
const said: string[] = [];
const out = {
  json: false,
  language: 'en' as const,
  line: (text: string | { readonly en: string }) => void said.push(typeof text === 'string' ? text : text.en),
  progress: () => undefined,
  trouble: () => undefined,
  answer: () => undefined,
  strong: (text: string) => text,
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mouding-restore-'));
  // A home of its own, with the secret from which the roles of this server have their passwords.
  home = mkdtempSync(join(tmpdir(), 'mouding-restored-'));
  database = await freshDatabase();
  for (const name of ['secret', 'key']) copyFileSync(join(testHome(), name), join(home, name));
  services = await startServices(database);
  const place = { api: services.apiUrl, ownerUrl: database.ownerUrl, keyFile: `${testHome()}/key` };
  company = await assemble(place);
  stage = stageOf(company, once(company));
  played = await plan.openPlan(stage);
  await plan.research(played);
});

afterAll(async () => {
  await services?.stop();
  await database?.drop();
  for (const other of others) await other.drop();
  for (const each of [folder, home]) rmSync(each, { recursive: true, force: true });
});

const backups = (): string => join(folder, 'backups');
const keysFile = (): string => join(folder, 'keys.gz');
const onlyBackup = (): string => {
  const [name = ''] = readdirSync(backups()).filter((each) => !each.endsWith('.tsv'));
  return join(backups(), name);
};

async function emptyDatabase(): Promise<FreshDatabase> {
  const other = await freshDatabase();
  others.push(other);
  return other;
}

const wishFor = (into: FreshDatabase, wish: Partial<RestoreWish> = {}): RestoreWish => ({
  backup: onlyBackup(),
  home,
  databaseUrl: into.ownerUrl,
  prove: true,
  ...wish,
});

const restored = async (wish: RestoreWish): Promise<number | Refused> => {
  said.length = 0;
  return putBack(wish, out);
};

test('a backup that is made while people work, restored, is proved, and work goes on', async () => {
  const [code] = await Promise.all([
    takeBackup(database.ownerUrl, { folder: backups(), keys: keysFile() }, out),
    plan.collect(played),
  ]);
  expect(code).toBe(0);
  // Erased after the backup was made: the list beside it is what keeps this from coming back.
  const person = await eraseHolder(stage, 'support');
  const later = { folder: join(folder, 'later') };
  expect(await takeBackup(database.ownerUrl, later, out)).toBe(0);
  const into = await emptyDatabase();
  const list = join(later.folder, 'destroyed-keys.tsv');
  expect(readFileSync(list, 'utf8')).toContain(person);
  expect(await restored(wishFor(into, { keys: keysFile(), destroyed: list }))).toBe(0);
  expect(said).toContain('Proved: restored equals original.');

  const again = await startServices(into);
  try {
    const admin = await signIn(again.apiUrl, 'admin');
    const office = await signIn(again.apiUrl, 'office');
    const players = { ...company.players, admin, office };
    const there = { ...company, api: again.apiUrl, players };
    const stageThere = stageOf(there, once(there));
    expect(Me.parse(await read(stageThere, 'office', '/v1/me')).name).toBe(
      Me.parse(await read(stage, 'office', '/v1/me')).name,
    );
    const gone = Resource.parse(await read(stageThere, 'admin', `/v1/persons/${person}`));
    expect(gone.wording.map((body) => body.said)).toEqual([null]);
    await stageThere.give('admin', 'org.create-department', `org/${company.houses.hospital}`, {
      name: '康复科',
      kind: 'clinical',
    });
  } finally {
    await again.stop();
  }
  expect(await restored(wishFor(into))).toMatchObject({
    refused: { en: expect.stringContaining('is not overwritten') },
  });
});

test('a backup that was tampered with is named, and nothing of it stays', async () => {
  const copy = join(folder, 'copy');
  const into = await emptyDatabase();
  const forge = (table: string, change: (text: string) => string): string => {
    cpSync(onlyBackup(), copy, { recursive: true });
    const file = join(copy, company.houses.hospital, `ledger.${table}.gz`);
    writeFileSync(file, gzipSync(change(String(gunzipSync(readFileSync(file))))));
    return copy;
  };
  const forgeries: readonly (readonly [table: string, change: (text: string) => string])[] = [
    ['item', (text) => text.replace('规划', '计划')],
    ['leaf', (text) => text.split('\n').slice(1).join('\n')],
    ['entry', () => '{'],
  ];
  for (const [table, change] of forgeries) {
    expect(await restored(wishFor(into, { backup: forge(table, change) }))).toBe(3);
    expect(said[0]).toContain(`ledger.${table}.gz: `);
    rmSync(copy, { recursive: true });
  }
  const half = await restored(wishFor(into, { backup: folder }));
  expect(isRefused(Object(half)) && half).toMatchObject({
    refused: { en: expect.stringContaining('no whole backup') },
  });
  expect(await restored(wishFor(into))).toBe(0);
});

test('whoever forges the manifest as well is found by the record itself', async () => {
  const copy = join(folder, 'forged');
  cpSync(onlyBackup(), copy, { recursive: true });
  const file = join(copy, company.houses.hospital, 'ledger.item.gz');
  const rows = String(gunzipSync(readFileSync(file)))
    .trimEnd()
    .split('\n')
    .map((line) => String(JSON.parse(line)).replace('规划', '计划'));
  writeFileSync(file, gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
  const sha256 = createHash('sha256')
    .update(rows.map((row) => `${row}\n`).join(''))
    .digest('hex');
  const path = `${company.houses.hospital}/ledger.item.gz`;
  const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as {
    readonly tables: readonly { readonly path: string }[];
  };
  const tables = manifest.tables.map((each) => (each.path === path ? { ...each, sha256 } : each));
  writeFileSync(join(copy, 'manifest.json'), JSON.stringify({ ...manifest, tables }));
  expect(await restored(wishFor(await emptyDatabase(), { backup: copy }))).toBe(3);
  expect(said.filter((line) => line.startsWith('✗')).join('\n')).toMatch(/: item: /);
});
