import { randomUUID } from 'node:crypto';
import { faultLine, verifyInstitution, type VerifyOptions, type VerifyReport } from '@mouding/ledger';
import {
  appendTo,
  batchOf,
  begin,
  countingFolder,
  countRows,
  entryOf,
  openStage,
  sequenceAll,
  tamper,
  type Stage,
} from './given.ts';

const SUBJECT = randomUUID();
const A = 'chapter/aaaaaaaa-0000-4000-8000-000000000000';
const B = 'chapter/bbbbbbbb-0000-4000-8000-000000000000';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await appendTo(stage.app, stage.institution, A, 3);
  await appendTo(stage.app, stage.institution, B, 2);
  await appendTo(stage.app, stage.institution, A, 1);
  const tx = await begin(stage.app, stage.institution);
  await tx.lock([{ name: B, mode: 'write' }]);
  const sealed = [{ subject: SUBJECT, plain: { wording: '建议增加急诊床位' } }];
  await tx.commit(
    batchOf([entryOf(B, tx.now, { sealed })], { rows: [{ stream: B, rows: countRows(B, 3) }] }),
  );
  await sequenceAll(stage);
});
afterEach(() => stage.close());

const verify = (wish: Pick<VerifyOptions, 'onProgress' | 'threads'> = {}): Promise<VerifyReport> =>
  verifyInstitution(
    { url: stage.database.auditUrl, institution: stage.institution, ...wish },
    () => countingFolder,
  );

it('finds nothing wrong with a record that is whole, with its rates', async () => {
  const report = await verify();
  expect(report).toMatchObject({ entries: 7, streams: 2, leaves: 7, unsequenced: 0, facts: 7, faults: [] });
  expect(report.entriesPerSecond).toBeGreaterThan(0);
  expect(report.factsPerSecond).toBeGreaterThan(0);
  expect(report.entriesPerCoreSecond).toBeGreaterThan(0);
  expect(report.factsPerCoreSecond).toBeGreaterThan(0);
});

it('counts entries that wait for an index, which is no fault', async () => {
  await appendTo(stage.app, stage.institution, A, 2);
  expect(await verify()).toMatchObject({ leaves: 7, unsequenced: 2, faults: [] });
});

it('still finds nothing wrong after a key was destroyed', async () => {
  await stage.app.destroyKey(stage.institution, SUBJECT);
  expect(await stage.app.openSealed(stage.institution, B, 3, SUBJECT)).toBeUndefined();
  expect((await verify()).faults).toEqual([]);
});

// Each is what somebody with the database in his hands could do, and the first line that must name it.
const TAMPERINGS: readonly (readonly [string, string, string | RegExp])[] = [
  [
    'the wording of an entry',
    `update ledger.entry set entry = replace(entry, '同意', '反对') where stream = '${A}' and version = 2`,
    `${A} 2: leaf-hash:`,
  ],
  [
    'an entry with its hash',
    `update ledger.entry set entry = replace(entry, '同意', '反对'), leaf_hash = sha256('\\x00'::bytea || convert_to(replace(entry, '同意', '反对'), 'UTF8')) where stream = '${A}' and version = 2`,
    `${A} 3: prev:`,
  ],
  [
    'the form of an entry',
    `update ledger.entry set entry = entry || ' ', leaf_hash = sha256('\\x00'::bytea || convert_to(entry || ' ', 'UTF8')) where stream = '${A}' and version = 2`,
    `${A} 2: malformed: not in canonical form`,
  ],
  [
    'the time in a column',
    `update ledger.entry set at = at - interval '1 day' where stream = '${A}' and version = 2`,
    `${A} 2: columns: column at`,
  ],
  [
    'the type in a column',
    `update ledger.entry set type = 'ChapterReturned' where stream = '${A}' and version = 2`,
    `${A} 2: columns: column type`,
  ],
  [
    'an entry in the middle, away',
    `delete from ledger.entry where stream = '${A}' and version = 2`,
    `${A} 2: version: found 3`,
  ],
  [
    'the last entry, away',
    `delete from ledger.entry where stream = '${A}' and version = 4`,
    `${A} 3: head: the head stands at 4`,
  ],
  [
    'a whole stream, away',
    `delete from ledger.entry where stream = '${A}'`,
    `${A} 0: head: the head stands at 4`,
  ],
  [
    'two entries, swapped',
    `update ledger.entry set version = case version when 2 then 1003 else 1002 end where stream = '${A}' and version in (2, 3); update ledger.entry set version = version - 1000 where version > 1000`,
    `${A} 2: version: found 3`,
  ],
  ['a head', `update ledger.stream_head set hash = sha256('x') where stream = '${A}'`, `${A} 4: head:`],
  [
    'a sealed body',
    `update ledger.sealed_body set body = body || '\\x00' where stream = '${B}'`,
    `${B} 3: sealed-body: the body for ${SUBJECT} was altered`,
  ],
  ['a sealed body, away', `delete from ledger.sealed_body`, `${B} 3: sealed-body: no body for ${SUBJECT}`],
  [
    'a sealed body, added',
    `insert into ledger.sealed_body select institution, stream, 1, subject, body from ledger.sealed_body`,
    `${B} 1: sealed-body: a body for ${SUBJECT} that the entry does not name`,
  ],
  ['an index, away', `delete from ledger.leaf where idx = 3`, /leaf: no index, and not waiting for one/],
  [
    'an index, twice',
    `insert into ledger.unsequenced select institution, 99999, stream, version from ledger.leaf where idx = 3`,
    /leaf: an index, and still waiting for one/,
  ],
  [
    'an index of nothing',
    `insert into ledger.leaf select institution, 7, stream, 9 from ledger.leaf where idx = 0`,
    `${A} 9: leaf: an index without an entry`,
  ],
  [
    'two indexes, swapped',
    `update ledger.leaf set idx = case idx when 0 then 1001 when 1 then 1000 else idx end; update ledger.leaf set idx = idx - 1000 where idx >= 1000`,
    /leaf: index 0, before the version ahead of it, 1/,
  ],
  ['a gap of the indexes', `update ledger.leaf set idx = 9 where idx = 6`, /leaf: index 9 at place 6/],
  [
    'an item',
    `update ledger.item set label = '别的' where stream = '${A}'`,
    `${A} 4: item: the item should be`,
  ],
  ['the version of an item', `update ledger.item set version = 3 where stream = '${A}'`, `${A} 4: item:`],
  ['an item, away', `delete from ledger.item where stream = '${A}'`, `${A} 4: item:`],
  [
    'an item of nothing',
    `insert into ledger.item (institution, stream, version, kind, id, status, label) select institution, 'chapter/none', 1, 'chapter', 'none', 'open', '无' from ledger.institution`,
    'chapter/none 0: item:',
  ],
  [
    'who owes',
    `update ledger.obligation set holder = 'dean' where stream = '${B}'`,
    `${B} 3: obligation: obligation sign-off should be`,
  ],
  ['an obligation, away', `delete from ledger.obligation where stream = '${B}'`, `${B} 3: obligation:`],
];

it.each(TAMPERINGS)('names the place of a tampering: %s', async (_, sql, line) => {
  await tamper(stage, sql);
  const lines = (await verify()).faults.map(faultLine);
  expect(lines).toContainEqual(
    typeof line === 'string' ? expect.stringContaining(line) : expect.stringMatching(line),
  );
});

/** What there is to compare of a report: rates differ from run to run. */
const foundBy = ({ entries, streams, texts, files, faults }: VerifyReport): object => ({
  entries,
  streams,
  texts,
  files,
  faults: faults.map(faultLine),
});

const THREADED = { threads: { most: 2, from: 1 } };

it('finds on two threads what one finds, in the same order', async () => {
  await tamper(
    stage,
    `update ledger.entry set at = at + interval '1 hour' where stream = '${A}' and version = 2`,
  );
  await tamper(stage, `update ledger.entry set entry = entry || ' ' where stream = '${B}' and version = 1`);
  const [one, two] = [await verify(), await verify(THREADED)];
  expect([one.threads, two.threads]).toEqual([1, 2]);
  expect(foundBy(two)).toEqual(foundBy(one));
  expect(two.faults.map(faultLine)).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`${A} 2: columns:`),
      expect.stringContaining(`${B} 1: malformed:`),
    ]),
  );
});

it('ends with what its listener throws, on threads as on one', async () => {
  const onProgress = (): void => {
    throw new Error('nobody waits any more');
  };
  await expect(verify({ onProgress })).rejects.toThrow('nobody waits any more');
  await expect(verify({ ...THREADED, onProgress })).rejects.toThrow('nobody waits any more');
});

it('names a fact that the rules cannot take', async () => {
  const tx = await begin(stage.app, stage.institution);
  await tx.lock([{ name: A, mode: 'write' }]);
  await tx.commit(batchOf([entryOf(A, tx.now, { type: 'ChapterUnthinkable' })]));
  expect((await verify()).faults.map(faultLine)).toEqual([`${A} 5: fold: ChapterUnthinkable cannot happen`]);
});
