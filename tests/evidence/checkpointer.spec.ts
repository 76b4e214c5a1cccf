import { readFileSync, writeFileSync } from 'node:fs';
import {
  growthFrom,
  includes,
  inclusionProof,
  isSignedBy,
  leafHash,
  overTiles,
  parseVerifierKey,
  readCheckpoint,
  readNote,
} from '@mouding/evidence';
import { sha256, verifyEd25519 } from '@mouding/ledger';
import { stateOf, checkpoint } from '@mouding/shell';
import { signerFiles } from 'mouding/signer/folder';
import { tamper } from '../ledger/given.ts';
import { openLogStage, ORIGIN, type LogStage } from './given.ts';

let stage: LogStage;
beforeEach(async () => (stage = await openLogStage()), 60_000);
afterEach(() => stage.close());

const newest = async () => {
  const found = await stage.app.treeLogs.newest(stage.institution);
  if (!found) throw new Error('nothing was published');
  return found;
};
const rootOf = async (size: number): Promise<Uint8Array> => {
  const growth = growthFrom(0, [], sha256);
  for (const { entry } of await stage.app.treeLogs.leaves(stage.institution, 0, size))
    growth.add(leafHash(entry ?? '', sha256));
  return growth.head.root;
};
/** As when the worker dies after the signature: the signer remembers what the database has not. */
const signOnly = () => {
  const treeLogs = { ...stage.checkpointer.treeLogs, publish: () => Promise.reject(new Error('fallen')) };
  const ledger = { ...stage.checkpointer, treeLogs };
  return expect(checkpoint({ ...stage.means, ledger }, stage.institution)).rejects.toThrow('fallen');
};

it('publishes the root over the entries, signed, and nothing while nothing is new', async () => {
  await stage.write(300);
  expect(await stage.checkpoint()).toMatchObject({ outcome: 'published', checkpoint: { size: 300 } });
  const { note, origin } = await newest();
  const read = readNote(note);
  const { key } = await stage.signer.log(origin);
  const verifier = parseVerifierKey(key, sha256);
  expect(origin).toBe(`${ORIGIN}/log/${stage.institution}`);
  expect(read && readCheckpoint(read.text)).toMatchObject({ origin, size: 300 });
  expect(Buffer.from((await newest()).root).equals(await rootOf(300))).toBe(true);
  expect(read && verifier && isSignedBy(read, verifier, sha256, verifyEd25519)).toBe(true);
  expect(await stage.checkpoint()).toEqual({ outcome: 'nothing-new' });
});

it('grows the tree by its tiles, in which every proof is found', async () => {
  for (const more of [3, 600, 1]) {
    await stage.write(more);
    await stage.checkpoint();
  }
  const { size, root } = await newest();
  const load = (level: number, index: number) => stage.app.treeLogs.tile(stage.institution, level, index);
  const proof = await overTiles(load, (nodeAt) => inclusionProof(299, size, nodeAt, sha256), sha256);
  const [leaf] = await stage.app.treeLogs.leaves(stage.institution, 299, 1);
  const inside = { leaf: leafHash(leaf?.entry ?? '', sha256), index: 299, size, root };
  expect(size).toBe(604);
  expect(includes(inside, proof, sha256)).toBe(true);
  expect(await stage.verify()).toMatchObject({ leaves: 604, checkpoints: 3, signed: 604, faults: [] });
});

it('goes on after it fell between the signature and the database', async () => {
  await stage.write(5);
  await stage.checkpoint();
  await stage.write(2);
  await signOnly();
  await stage.write(1);
  await stage.restartSigner();
  expect(await stage.checkpoint()).toMatchObject({ outcome: 'published', checkpoint: { size: 8 } });
  expect((await stage.verify()).faults).toEqual([]);
});

it('waits while the signer is away, and says so', async () => {
  await stage.write(1);
  const away = { ...stage.means.signer, log: () => Promise.reject(new Error('ECONNREFUSED')) };
  const found = await checkpoint({ ...stage.means, signer: away }, stage.institution);
  expect(found).toMatchObject({ outcome: 'trouble', trouble: 'signer-away' });
  expect(found.outcome === 'trouble' && stateOf(found).state).toBe('waiting');
});

it('is safe to be run many times at once', async () => {
  await stage.write(400);
  const all = await Promise.all(Array.from({ length: 6 }, () => stage.checkpoint()));
  expect(all.some(({ outcome }) => outcome === 'published')).toBe(true);
  await stage.write(30);
  await Promise.all(Array.from({ length: 6 }, () => stage.checkpoint()));
  await stage.checkpoint();
  expect(await stage.verify()).toMatchObject({ signed: 430, faults: [] });
});

describe('publishes nothing', () => {
  const trouble = async (): Promise<string> => {
    const { size } = await newest();
    const found = await stage.checkpoint();
    if (found.outcome !== 'trouble') throw new Error(`${found.outcome} in spite of it`);
    const { state, zh, en } = stateOf(found);
    expect([state, zh.length > 20, en.length > 20]).toEqual(['stopped', true, true]);
    expect((await newest()).size).toBe(size);
    return found.trouble;
  };
  const kept = () => readFileSync(signerFiles(stage.folder).memory, 'utf8');

  beforeEach(async () => {
    await stage.write(10);
    await stage.checkpoint();
  });

  it('of an entry that is not what its hash says', async () => {
    await stage.write(2);
    await tamper(stage, `update ledger.entry set entry = replace(entry, '同意', '反对') where version = 12`);
    expect(await trouble()).toBe('bad-leaf');
  });

  it('over an entry that was taken away', async () => {
    await stage.write(2);
    await tamper(stage, `delete from ledger.entry where version = 11`);
    expect(await trouble()).toBe('bad-leaf');
  });

  it('when entries that were signed are gone', async () => {
    await tamper(stage, `delete from ledger.leaf where idx = 9; delete from ledger.entry where version = 10`);
    expect(await trouble()).toBe('log-shrunk');
  });

  it('on a database that was put back to an older state', async () => {
    await stage.write(5);
    await stage.checkpoint();
    await tamper(
      stage,
      `delete from ledger.leaf where idx >= 12; delete from ledger.entry where version > 12;
       delete from ledger.checkpoint where size > 10`,
    );
    expect(await trouble()).toBe('database-older');
  });

  it('when the signer’s record was put back to an older state', async () => {
    const before = kept();
    await stage.write(5);
    await stage.checkpoint();
    writeFileSync(signerFiles(stage.folder).memory, before);
    await stage.restartSigner();
    await stage.write(1);
    expect(await trouble()).toBe('signer-older');
  });

  it('over a tree that was rewritten', async () => {
    await stage.write(1);
    await tamper(
      stage,
      `update ledger.tile set hashes = sha256('x') || substring(hashes from 33);
       update ledger.checkpoint set root = sha256('x')`,
    );
    expect(await trouble()).toBe('forked');
  });

  it('over tiles that are not there', async () => {
    await stage.write(1);
    await tamper(stage, `delete from ledger.tile`);
    expect(await trouble()).toBe('tiles');
  });

  it('of a log that was closed', async () => {
    await stage.write(1);
    await stage.signer.close((await newest()).origin);
    expect(await trouble()).toBe('closed');
  });
});
