import { randomUUID } from 'node:crypto';
import { faultLine, sha256, verifyInstitution, type Batch, type NewEntry } from '@mouding/ledger';
import { mintFrom, readTreeDocument, rootOf, treeDocument, treeOf } from '@mouding/text';
import { batchOf, begin, countingFolder, countRows, entryOf, openStage, tamper } from './given.ts';
import type { Stage } from './given.ts';

const A = 'manuscript/aaaaaaaa-0000-4000-8000-000000000000';
const PERSON = randomUUID();
const treeFor = (text: string) => treeOf(text, { salt: 'ab12', mint: mintFrom(sha256, text) });
const tree = treeFor('第一章　发展基础\n开放床位600张。\n');
const root = rootOf(tree, sha256);
const content = treeDocument(tree);
const ref = { scheme: 'tree@1', hash: root };

let stage: Stage;
beforeEach(async () => (stage = await openStage()), 60_000);
afterEach(() => stage.close());

const report = () =>
  verifyInstitution({ url: stage.database.auditUrl, institution: stage.institution }, () => countingFolder);
const lines = async () => (await report()).faults.map(faultLine);

async function write(of: Partial<NewEntry>, over: Partial<Batch> = {}): Promise<void> {
  const tx = await begin(stage.app, stage.institution);
  const version = (await tx.lock([{ name: A, mode: 'write' }])).get(A)?.version ?? 0;
  const rows = [{ stream: A, rows: countRows(A, version + 1) }];
  const done = await tx.commit(batchOf([entryOf(A, of.at ?? tx.now, of)], { rows, ...over }));
  expect(done.kind).toBe('done');
}

it('come in with the entry that cites them, are read by their key, and are counted', async () => {
  await write({ data: { to: ref } }, { trees: [{ root, content }] });
  const read = await stage.app.text(stage.institution, `tree@1:${root}`);
  expect(read).toBe(content);
  expect(readTreeDocument(read ?? '')).toEqual(tree);
  expect(await stage.app.text(stage.institution, root)).toBeUndefined();
  expect(await report()).toMatchObject({ texts: 1, faults: [] });
});

it('are brought by a person, who has brought their root and their bytes then', async () => {
  const kept = await stage.app.putTree(stage.institution, content, PERSON);
  expect(kept).toMatchObject({ hash: root, bytes: Buffer.byteLength(content) });
  expect(await stage.app.putTree(stage.institution, content, PERSON)).toEqual(kept);
  const brought = await stage.app.brought(stage.institution, PERSON, [`tree@1:${root}`]);
  expect([...brought.keys()]).toEqual([root]);
  const since = '2000-01-01T00:00:00.000Z';
  const bytes = await stage.app.broughtBytes(stage.institution, PERSON, since, Buffer.alloc(32));
  expect(bytes).toBe(Buffer.byteLength(content));
});

it('are not kept when they are no tree in its one form', async () => {
  await expect(stage.app.putTree(stage.institution, `${content} `, PERSON)).rejects.toThrow();
});

it('belong to their institution', async () => {
  await stage.app.putTree(stage.institution, content, PERSON);
  expect(await stage.app.text(randomUUID(), `tree@1:${root}`)).toBeUndefined();
});

describe('a cited tree', () => {
  beforeEach(() => write({ data: { to: ref } }, { trees: [{ root, content }] }));
  const other = treeDocument(treeFor('第一章　发展基础\n开放床位900张。\n'));
  const quoted = (document: string): string => `convert_to('${document}', 'UTF8')`;

  it.each([
    ['away', 'delete from ledger.tree', 'is not there'],
    [
      'with another word, its hash made to fit',
      `update ledger.tree set content = ${quoted(other)}, hash = sha256(${quoted(other)}), bytes = octet_length(${quoted(other)})`,
      'was altered',
    ],
    [
      'in another form that reads the same',
      `update ledger.tree set content = ${quoted(content)} || ' ', hash = sha256(${quoted(content)} || ' '), bytes = bytes + 1`,
      'was altered',
    ],
    [
      'with another hash in the row',
      `update ledger.tree set hash = sha256('x')`,
      'has another hash than its row says',
    ],
  ])('is named with who cites it: %s', async (_, sql, why) => {
    await tamper(stage, sql);
    expect(await lines()).toEqual([`${A} 1: text: the text ${root} ${why}`]);
  });
});
