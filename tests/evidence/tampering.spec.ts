import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import {
  checkpointText,
  ED25519,
  growthFrom,
  keyIdOf,
  leafHash,
  signatureLine,
  utf8,
} from '@mouding/evidence';
import { faultLine, sha256, verifyInstitution } from '@mouding/ledger';
import { signerFiles } from 'mouding/signer/folder';
import { asRole, batchOf, begin, countingFolder, entryOf, sequenceAll, tamper } from '../ledger/given.ts';
import { openLogStage, STREAM, type LogStage } from './given.ts';

/** Whoever owns the database changes it, and the record says so: by the tree, by what was signed, by who signed. */
let stage: LogStage;
beforeEach(async () => {
  stage = await openLogStage();
  await stage.write(6);
  await stage.checkpoint();
  await stage.write(4);
  await stage.checkpoint();
});
afterEach(() => stage.close());

const lines = async () => (await stage.verify()).faults.map(faultLine);

const rehash = (where: string): string =>
  `update ledger.entry set leaf_hash = sha256('\\x00'::bytea || convert_to(entry, 'UTF8')) where ${where}`;

it('finds nothing in a record that nobody touched', async () => {
  expect(await stage.verify()).toMatchObject({ leaves: 10, signed: 10, checkpoints: 2, faults: [] });
});

it.each<[string, string, readonly string[]]>([
  [
    'a payload, with its hash',
    `update ledger.entry set entry = replace(entry, '同意', '反对') where version = 3; ${rehash('version = 3')}`,
    [
      `${STREAM} 3: tile: the entry at index 2 is not the one that was put into the tree`,
      'log 6: checkpoint: the first 6 entries are not those that the checkpoint says',
      'log 10: checkpoint: the first 10 entries are not those that the checkpoint says',
    ],
  ],
  [
    'an actor',
    `update ledger.entry set entry = replace(entry, 'department-head', 'office') where version = 8; ${rehash('version = 8')}`,
    [`${STREAM} 8: tile: the entry at index 7 is not the one that was put into the tree`],
  ],
  [
    'a time',
    `update ledger.entry set entry = regexp_replace(entry, '"at":"\\d{4}', '"at":"1999') where version = 1; ${rehash('version = 1')}`,
    [`${STREAM} 1: tile: the entry at index 0 is not the one that was put into the tree`],
  ],
  [
    'the last entry, dropped with its leaf',
    `delete from ledger.leaf where idx = 9; delete from ledger.entry where version = 10`,
    [
      'log 10: checkpoint: 10 entries were signed, 9 are there',
      'log 10: checkpoint: the signer has signed 10 entries, 9 are there',
    ],
  ],
  [
    'an entry in the middle, dropped',
    `delete from ledger.entry where version = 5`,
    [`${STREAM} 5: leaf: the entry of index 4 is not there`],
  ],
  [
    'two entries, swapped',
    `update ledger.leaf set version = -1 where idx = 2; update ledger.leaf set version = 3 where idx = 3;
     update ledger.leaf set version = 4 where idx = 2`,
    [
      `${STREAM} 4: tile: the entry at index 2 is not the one that was put into the tree`,
      `${STREAM} 3: tile: the entry at index 3 is not the one that was put into the tree`,
    ],
  ],
  [
    'an entry put in between, back-dated',
    `update ledger.leaf set idx = idx + 1000 where idx >= 5;
     insert into ledger.entry select institution, stream, 99, type, sv, at, prev, leaf_hash, entry from ledger.entry where version = 5;
     insert into ledger.leaf select institution, 5, stream, 99 from ledger.leaf where idx = 4;
     update ledger.leaf set idx = idx - 999 where idx >= 1005`,
    [`${STREAM} 99: tile: the entry at index 5 is not the one that was put into the tree`],
  ],
  [
    'a tile',
    `update ledger.tile set hashes = sha256('x') || substring(hashes from 33)`,
    [`${STREAM} 1: tile: the entry at index 0 is not the one that was put into the tree`],
  ],
  [
    'a tile, cut',
    `update ledger.tile set hashes = substring(hashes from 1 for 64)`,
    ['log 10: tile: tile 0/0 is not that of the entries'],
  ],
  [
    'the root of a checkpoint',
    `update ledger.checkpoint set root = sha256('x') where size = 10`,
    ['log 10: checkpoint: the note of size 10 says something else than its row'],
  ],
  [
    'the signature of a checkpoint',
    `update ledger.checkpoint set note = replace(note, right(note, 40), 'AAAA' || right(note, 36)) where size = 6`,
    ["log 6: checkpoint: the note of size 6 is not signed with the signer's key"],
  ],
])('names %s', async (_, sql, wanted) => {
  await tamper(stage, sql);
  expect(await lines()).toEqual(expect.arrayContaining([...wanted]));
});

it('names a stream that was written anew, with a tree that another key signed', async () => {
  const { institution, app } = stage;
  await tamper(stage, `update ledger.entry set entry = replace(entry, '同意', '反对'); ${rehash('true')}`);
  const growth = growthFrom(0, [], sha256);
  for (const { entry } of await app.treeLogs.leaves(institution, 0, 10))
    growth.add(leafHash(entry ?? '', sha256));
  const { origin } = (await app.treeLogs.newest(institution)) ?? { origin: '' };
  const { privateKey } = generateKeyPairSync('ed25519');
  const own = openOf(signerFiles(stage.folder).key);
  const text = checkpointText({ origin, ...growth.head });
  const keyId = keyIdOf({ name: origin, type: ED25519, publicKey: own }, sha256);
  const note = `${text}\n${signatureLine({ name: origin, keyId, signature: sign(null, utf8(text), privateKey) })}`;
  await asRole(stage.database.ownerUrl, async (owner) => {
    await owner.query(`set session_replication_role = replica`);
    await owner.query(`select set_config('mouding.institution', $1, false)`, [institution]);
    await owner.query('delete from ledger.checkpoint where size < 10');
    await owner.query('update ledger.checkpoint set root = $1, note = $2', [growth.head.root, note]);
    await owner.query('update ledger.tile set hashes = $1 where level = 0', [growth.changed[0]?.bytes]);
  });
  expect(await lines()).toEqual(
    expect.arrayContaining([
      "log 10: checkpoint: the note of size 10 is not signed with the signer's key",
      'log 10: checkpoint: the first 10 entries are not those that the checkpoint says',
    ]),
  );
});

const openOf = (file: string): Uint8Array => {
  const key = createPrivateKey(readFileSync(file));
  return Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url');
};

it('names an old dump by what the signer remembers', async () => {
  await tamper(
    stage,
    `delete from ledger.leaf where idx >= 7; delete from ledger.entry where version > 7;
     delete from ledger.checkpoint where size > 6; update ledger.tile set hashes = substring(hashes from 1 for 192)`,
  );
  expect(await lines()).toEqual(['log 10: checkpoint: the signer has signed 10 entries, 7 are there']);
});

it('names a record of the signer that is older than what was published', async () => {
  const file = signerFiles(stage.folder).memory;
  writeFileSync(file, readFileSync(file, 'utf8').replace('"size": 10', '"size": 6'));
  expect(await lines()).toEqual(
    expect.arrayContaining(['log 10: checkpoint: the signer remembers 6 entries, the database 10']),
  );
});

/** Puts an entry with these data on a stream. */
async function enter(stream: string, type: string, data: NonNullable<Parameters<typeof entryOf>[2]>['data']) {
  const tx = await begin(stage.app, stage.institution);
  await tx.lock([{ name: stream, mode: 'write' }]);
  const done = await tx.commit(batchOf([entryOf(stream, tx.now, { type, ...(data ? { data } : {}) })]));
  expect(done.kind).toBe('done');
  await sequenceAll(stage);
}

it('names the roster: who held a post when something was decided', async () => {
  const org = `org/${stage.institution}`;
  await enter(org, 'PostFilled', { post: 'director', person: 'one' });
  await stage.checkpoint();
  await tamper(
    stage,
    `update ledger.entry set entry = replace(entry, '"one"', '"two"') where type = 'PostFilled'; ${rehash(`type = 'PostFilled'`)}`,
  );
  expect(await lines()).toEqual([
    `${org} 1: tile: the entry at index 10 is not the one that was put into the tree`,
    'log 11: checkpoint: the first 11 entries are not those that the checkpoint says',
  ]);
});

it('names a file that was swapped for another, under the hash that is cited', async () => {
  const { app, institution, database } = stage;
  const bring = async (content: string): Promise<string> => {
    const hash = sha256(Buffer.from(content));
    await app.keepFile(institution, { content: Buffer.from(content), hash, mediaType: 'application/pdf' });
    return Buffer.from(hash).toString('hex');
  };
  const [signed, other] = [await bring('签字页'), await bring('另一页')];
  const stream = 'decision/aaaaaaaa-0000-4000-8000-000000000000';
  await enter(stream, 'DecisionRecorded', { scan: { scheme: 'file-sha256@1', hash: signed } });
  await tamper(
    stage,
    `update ledger.file set content = (select content from ledger.file where hash = '\\x${other}') where hash = '\\x${signed}'`,
  );
  const report = await verifyInstitution({ url: database.auditUrl, institution }, () => countingFolder);
  expect(report.faults.filter(({ fault }) => fault === 'file').map(faultLine)).toEqual([
    `${stream} 1: file: the original ${signed} was altered`,
  ]);
});
