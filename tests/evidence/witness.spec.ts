import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { cosignedAt, parseVerifierKey, readNote, verifierKey, type NoteKey } from '@mouding/evidence';
import { faultLine, sha256, verifyEd25519 } from '@mouding/ledger';
import { checkpointFile, cosignNewest, logHead, readWitnesses, type Witness } from '@mouding/shell';
import { openSignerFolder } from 'mouding/signer/folder';
import { witnessKey } from 'mouding/witness/judge';
import { witnessServer } from 'mouding/witness/serve';
import { testHome } from '../harness/cluster.ts';
import { tamper } from '../ledger/given.ts';
import { openLogStage, ORIGIN, type LogStage } from './given.ts';

const NOW = 1_795_000_000;

let stage: LogStage;
let folder: string;
let server: Server;
let witness: Witness;

beforeEach(async () => {
  stage = await openLogStage();
  folder = mkdtempSync(join(testHome(), 'signers', 'witness-'));
  const { key: line } = await stage.signer.log(`${ORIGIN}/log/${stage.institution}`);
  const key = parseVerifierKey(line, sha256);
  if (!key) throw new Error(line);
  await serve([key]);
});
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await stage.close();
  rmSync(folder, { recursive: true });
});

async function serve(logs: readonly NoteKey[]): Promise<void> {
  const means = {
    name: 'commission.example',
    ...openSignerFolder(folder),
    logs,
    verify: verifyEd25519,
    now: () => NOW,
  };
  server = witnessServer(means).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const [read] = readWitnesses(`${verifierKey(witnessKey(means), sha256)}@http://127.0.0.1:${port}`);
  if (!read) throw new Error('no witness');
  witness = read;
}

const cosign = () => cosignNewest(stage.checkpointer, stage.institution, [witness]);
const grow = async (more: number) => {
  await stage.write(more);
  await stage.checkpoint();
};

it('cosigns a log that grows, and its line is kept with the checkpoint', async () => {
  await grow(5);
  expect(await cosign()).toMatchObject([{ outcome: 'cosigned' }]);
  expect(await cosign()).toMatchObject([{ outcome: 'had' }]);
  await grow(3);
  expect(await cosign()).toMatchObject([{ outcome: 'cosigned' }]);
  const newest = await stage.app.treeLogs.newest(stage.institution);
  const note = newest && readNote(checkpointFile(newest));
  expect(note && cosignedAt(note, witness.key, sha256, verifyEd25519)).toBe(NOW);
  expect(await stage.verify()).toMatchObject({ cosignatures: 2, faults: [] });
});

it('is asked again from where it stands, when we had forgotten', async () => {
  await grow(5);
  await cosign();
  await grow(2);
  await tamper(stage, 'delete from ledger.cosignature');
  expect(await cosign()).toMatchObject([{ outcome: 'cosigned' }]);
});

it('does not cosign a log that went back', async () => {
  await grow(5);
  await grow(2);
  await cosign();
  await tamper(stage, 'delete from ledger.cosignature; delete from ledger.checkpoint where size = 7');
  expect(await cosign()).toMatchObject([
    { outcome: 'refused', reason: 'it has seen 7 entries already, we have 5' },
  ]);
});

it('does not cosign a log that forked', async () => {
  await grow(5);
  await cosign();
  await grow(2);
  await tamper(stage, `update ledger.tile set hashes = sha256('x') || substring(hashes from 33)`);
  expect(await cosign()).toMatchObject([{ outcome: 'refused', reason: expect.stringMatching(/^422 /) }]);
});

it('does not know every log, and hears only the log itself', async () => {
  await grow(1);
  const { key, memory } = openSignerFolder(folder);
  const own = { name: `${ORIGIN}/log/${stage.institution}`, type: 1, publicKey: key.publicKey };
  server.close();
  server.closeAllConnections();
  await serve([]);
  expect(await cosign()).toMatchObject([{ outcome: 'refused', reason: '404 unknown log' }]);
  server.close();
  server.closeAllConnections();
  await serve([own]);
  expect(await cosign()).toMatchObject([{ outcome: 'refused', reason: '403 not signed by this log' }]);
  expect(memory.last(own.name)).toBeNull();
});

it('does not hold the checkpoint up when it is away', async () => {
  await grow(1);
  const away = { ...witness, url: 'http://127.0.0.1:9/' };
  expect(await cosignNewest(stage.checkpointer, stage.institution, [away])).toMatchObject([
    { outcome: 'away' },
  ]);
  expect(() => readWitnesses('nonsense')).toThrow('WITNESSES');
});

it('whose line was changed in the database is named', async () => {
  await grow(3);
  await cosign();
  await tamper(
    stage,
    `update ledger.cosignature set line = replace(line, right(line, 40), 'AAAA' || right(line, 36))`,
  );
  const faults = (await stage.verify()).faults;
  expect(faults).toMatchObject([{ fault: 'cosignature', version: 3 }]);
});

it('whose line was dropped is missed by whoever kept the checkpoint', async () => {
  await grow(3);
  await cosign();
  const newest = await stage.app.treeLogs.newest(stage.institution);
  const note = newest && readNote(checkpointFile(newest));
  const kept = newest && note && { ...newest, text: note.text, signatures: note.signatures };
  if (!kept) throw new Error('nothing was published');
  expect((await stage.verify(kept)).faults).toEqual([]);
  await tamper(stage, 'delete from ledger.cosignature');
  expect((await stage.verify()).faults).toEqual([]);
  expect((await stage.verify(kept)).faults.map(faultLine)).toEqual([
    'log 3: cosignature: the line of commission.example on size 3 stands in a checkpoint kept elsewhere and is gone (its key is not known here: whether the line is good was not checked)',
  ]);
  const known = await stage.verify(kept, [verifierKey(witness.key, sha256)]);
  expect(known.faults.map(faultLine)).toEqual([
    'log 3: cosignature: the line of commission.example on size 3 stands in a checkpoint kept elsewhere and is gone',
  ]);
});

it('whose line in a checkpoint that was kept does not hold is named, and so is one that nobody here knows', async () => {
  await grow(3);
  await cosign();
  const newest = await stage.app.treeLogs.newest(stage.institution);
  const note = newest && readNote(checkpointFile(newest));
  const own = note?.signatures.find(({ name }) => name === witness.key.name);
  if (!newest || !note || !own) throw new Error('nothing was cosigned');
  const forged = { ...own, signature: own.signature.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) };
  const bad = await stage.verify({ ...newest, text: note.text, signatures: [forged] });
  expect([bad.faults.map(faultLine), bad.unknownWitnesses]).toEqual([
    [
      'log 3: cosignature: the line of commission.example on size 3 in the checkpoint kept elsewhere does not hold',
    ],
    [],
  ]);
  const strange = { ...own, name: 'sister.example', keyId: 7 };
  const unknown = await stage.verify({ ...newest, text: note.text, signatures: [own, strange] });
  expect([unknown.faults.length, unknown.unknownWitnesses]).toEqual([1, ['sister.example']]);
});

it('is waited for where the house demands it: the last checkpoint that has enough lines is handed out', async () => {
  const handedOut = async (witnesses: number) =>
    (await stage.app.treeLogs.newest(stage.institution, witnesses))?.size;
  await grow(5);
  expect([await handedOut(0), await handedOut(1)]).toEqual([5, undefined]);
  await cosign();
  await grow(2);
  expect([await handedOut(0), await handedOut(1), await handedOut(2)]).toEqual([7, 5, undefined]);
  await cosign();
  expect(await handedOut(1)).toBe(7);
});

it('stands under what archives and papers carry: the first that covers them and has enough lines', async () => {
  const covering = async (idx: number, witnesses: number) =>
    (await stage.app.treeLogs.covering(stage.institution, idx, witnesses))?.size;
  await grow(5);
  await grow(2);
  expect([await covering(3, 0), await covering(3, 1)]).toEqual([5, undefined]);
  await cosign();
  expect([await covering(3, 0), await covering(3, 1), await covering(3, 2)]).toEqual([5, 7, undefined]);
  const watched = { witnesses: [witness], required: 1 };
  const head = () => logHead(stage.app.treeLogs, stage.institution, watched);
  const named = (signed: boolean) => [{ name: 'commission.example', signed }];
  expect((await head()).witnesses).toEqual({ required: 1, handedOut: 7, named: named(true) });
  await grow(1);
  expect((await head()).witnesses).toEqual({ required: 1, handedOut: 7, named: named(false) });
});
