import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { readCheckpoint, readNote } from '@mouding/evidence';
import { openLedger, verifyLog, type Ledger } from '@mouding/ledger';
import { root } from 'mouding/home';
import { openSignerFolder } from 'mouding/signer/folder';
import { until } from 'mouding/until';
import { cookieOf, openHouse, type House } from '../api/house.ts';
import { testHome } from '../harness/cluster.ts';
import { ownPort } from '../harness/port.ts';
import { programsFor, startProgram } from '../harness/services.ts';
import { auditCookie, grantInHouse } from '../play/auditing.ts';
import { send } from '../play/http.ts';
import { appoint, somebody } from '../security/people.ts';

const TOKEN = 'the word of this signer';

/** Everything as in a hospital: api, worker, signer and audit as processes of their own. */
let house: House;
let ledger: Ledger;
let folder: string;
let port: number;
let signer: { readonly pid: number; stop(): Promise<void> };
let admin: string;

const startSigner = () =>
  startProgram({
    name: 'signer',
    entry: join(root, 'apps', 'mouding', 'dist', 'signer', 'main.js'),
    env: { SIGNER_FOLDER: folder, SIGNER_PORT: String(port), SIGNER_TOKEN: TOKEN },
    log: join(folder, 'signer.log'),
    readyUrl: `http://127.0.0.1:${port}/ready`,
  });

beforeAll(async () => {
  folder = mkdtempSync(join(testHome(), 'signer-'));
  port = await ownPort();
  signer = await startSigner();
  house = await openHouse({ SIGNER_URL: `http://127.0.0.1:${port}`, SIGNER_TOKEN: TOKEN });
  ledger = openLedger({ url: house.database.appUrl, applicationName: 'spec-live', max: 2 });
  admin = await cookieOf(house, 'one');
});
afterAll(async () => {
  await ledger?.close();
  await house?.close();
  await signer?.stop();
});

const sizeOf = () => ledger.logSize(house.one);
const signedUpTo = (size: number) =>
  until(`a checkpoint of ${size} entries`, async () => {
    const newest = await ledger.treeLogs.newest(house.one);
    return newest && newest.size >= size ? newest : undefined;
  });
const sequencedBeyond = (size: number) =>
  until('the sequencer', async () => ((await sizeOf()) > size ? await sizeOf() : undefined));

test('what people do is signed, through falls of the signer, and auditors fetch it as files', async () => {
  const first = await signedUpTo(await sequencedBeyond(0));
  process.kill(signer.pid, 'SIGKILL');
  await somebody(house, admin, 'meanwhile');
  const grown = await sequencedBeyond(first.size);
  const state = await until('the state of the log', async () => {
    const found = await ledger.treeLogs.state(house.one);
    return found?.state === 'waiting' ? found : undefined;
  });
  expect(state.en).toContain('The signer does not answer');
  signer = await startSigner();
  await signedUpTo(grown);

  const auditor = await somebody(house, admin, 'auditor');
  await appoint(house, admin, auditor.person, 'auditor', '审计专员');
  await grantInHouse(house, admin);
  const programs = await programsFor(house.database);
  const audit = await startProgram(programs.audit);
  try {
    const seat = await auditCookie(programs.auditUrl, 'auditor');
    const get = (path: string, cookie?: string) => send(programs.auditUrl, { method: 'GET', path, cookie });
    const served = await get(`/log/${house.one}/checkpoint`, seat);
    const said = readCheckpoint(readNote(served.text)?.text ?? '');
    expect(said?.origin).toBe(`mouding.invalid/log/${house.one}`);
    const tile = await get(`/log/${house.one}/tile/0/000.p/${said?.size ?? 0}`, seat);
    expect(tile.status).toBe(200);
    for (const [path, cookie, status] of [
      [`/log/${house.one}/tile/0/001`, seat, 404],
      [`/log/${house.one}/tile/0/1`, seat, 404],
      [`/log/${house.other}/checkpoint`, seat, 404],
      [`/log/${house.one}/checkpoint`, admin, 401],
      [`/log/${house.one}/checkpoint`, undefined, 401],
    ] as const)
      expect([path, (await get(path, cookie)).status]).toEqual([path, status]);
  } finally {
    await audit.stop();
  }
  const { key, memory } = openSignerFolder(folder);
  const trust = { publicKey: key.publicKey, last: memory.last };
  const report = await verifyLog({ url: house.database.auditUrl, institution: house.one, trust });
  expect(report.faults).toEqual([]);
  expect(report.checkpoints).toBeGreaterThan(1);
});
