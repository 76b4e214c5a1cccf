import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkpointText,
  consistencyProof,
  growthFrom,
  isSignedBy,
  nodesOfTiles,
  parseVerifierKey,
  readNote,
  toBase64,
  type Growth,
} from '@mouding/evidence';
import { verifyEd25519 } from '@mouding/ledger';
import { openSignerFolder, signerFiles } from './folder.ts';
import { signerServer } from './serve.ts';
import { sha256 } from './sha256.ts';

const ORIGIN = 'hospital.example/log/1';
const TOKEN = 'a token';

let folder: string;
let server: Server;
let url: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'signer-'));
  await start();
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  server = signerServer({ ...openSignerFolder(folder), token: TOKEN }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
async function stop(): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}

async function ask(path: string, body?: object, token = TOKEN) {
  const init = {
    headers: { authorization: `Bearer ${token}` },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  };
  const response = await fetch(`${url}${path}`, init);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

function treeOf(size: number, word = 'leaf'): Growth {
  const growth = growthFrom(0, [], sha256);
  for (let i = 0; i < size; i++) growth.add(sha256(`${word} ${i}`));
  return growth;
}
const proofBetween = (older: number, growth: Growth): string[] => {
  const [tile] = growth.changed;
  const nodeAt = nodesOfTiles(
    (_, at) => (tile?.bytes ?? new Uint8Array()).subarray(at * 32, at * 32 + 32),
    sha256,
  );
  return consistencyProof(older, growth.head.size, nodeAt, sha256).map(toBase64);
};
const sign = (growth: Growth, proof: string[] = []) =>
  ask('/sign', { origin: ORIGIN, size: growth.head.size, root: toBase64(growth.head.root), proof });

it('signs what extends what it signed last, and says which key it has', async () => {
  const [three, seven] = [treeOf(3), treeOf(7)];
  expect((await sign(three)).status).toBe(200);
  const { body } = await sign(seven, proofBetween(3, seven));
  const { body: log } = await ask(`/log?origin=${encodeURIComponent(ORIGIN)}`);
  expect(log).toMatchObject({ last: { size: 7, root: toBase64(seven.head.root) }, closed: false });
  const key = parseVerifierKey(String(log['key']), sha256);
  const note = readNote(`${checkpointText({ origin: ORIGIN, ...seven.head })}\n${String(body['line'])}`);
  expect(key && note && isSignedBy(note, key, sha256, verifyEd25519)).toBe(true);
});

it.each<[string, () => [Growth, string[]], string]>([
  ['a smaller tree', () => [treeOf(3), []], 'older'],
  ['another tree of the same size', () => [treeOf(5, 'forged'), []], 'forked'],
  ['a larger tree without a proof', () => [treeOf(7), []], 'unproven'],
  [
    'a larger tree that begins otherwise',
    () => [treeOf(7, 'forged'), proofBetween(5, treeOf(7, 'forged'))],
    'unproven',
  ],
])('does not sign %s', async (_, make, objection) => {
  await sign(treeOf(5));
  const [growth, proof] = make();
  const before = readFileSync(signerFiles(folder).memory, 'utf8');
  expect(await sign(growth, proof)).toMatchObject({ status: 409, body: { objection, last: { size: 5 } } });
  expect(readFileSync(signerFiles(folder).memory, 'utf8')).toBe(before);
});

it('remembers across a restart', async () => {
  await sign(treeOf(5));
  await stop();
  await start();
  expect(await sign(treeOf(3))).toMatchObject({ status: 409, body: { objection: 'older' } });
  expect((await sign(treeOf(5))).status).toBe(200);
});

it('signs nothing of a log that was closed', async () => {
  await sign(treeOf(5));
  expect((await ask('/close', { origin: ORIGIN })).body).toMatchObject({ closed: true, last: { size: 5 } });
  expect(await sign(treeOf(5))).toMatchObject({ status: 409, body: { objection: 'closed' } });
});

it('hears nobody without the token, and nothing that is no request', async () => {
  expect((await ask('/log?origin=x', undefined, 'another')).status).toBe(401);
  expect((await ask('/sign', { origin: ORIGIN, size: -1, root: '', proof: [] })).status).toBe(400);
  expect((await ask('/sign', { origin: 'two words', size: 1, root: '', proof: [] })).status).toBe(400);
});

it('keeps its key to itself', () => {
  expect(statSync(signerFiles(folder).key).mode & 0o777).toBe(0o600);
  expect(statSync(signerFiles(folder).memory).mode & 0o777).toBe(0o600);
});

it.each(['key', 'memory'] as const)('does not begin anew when its %s is gone', (which) => {
  const file = signerFiles(folder)[which];
  rmSync(file);
  expect(() => openSignerFolder(folder)).toThrow(`${file} is gone`);
  expect(existsSync(file)).toBe(false);
});
