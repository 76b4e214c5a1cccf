import { faultLine, rebuildProjections, verifyInstitution, type VerifyReport } from '@mouding/ledger';
import { appendTo, countingFolder, openStage, sequenceAll, tamper, type Stage } from './given.ts';

// The rows of a log are read some thousand at a time: two streams that end and begin within such batches.
const A = 'chapter/aaaaaaaa-0000-4000-8000-000000000000';
const B = 'chapter/bbbbbbbb-0000-4000-8000-000000000000';
const ENTRIES = { [A]: 2_100, [B]: 2_001 };
const ALL = 4_101;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  for (const [stream, entries] of Object.entries(ENTRIES))
    await appendTo(stage.app, stage.institution, stream, entries);
  await sequenceAll(stage);
}, 120_000);
afterAll(() => stage.close());

const verify = (most: number): Promise<VerifyReport> =>
  verifyInstitution(
    { url: stage.database.ownerUrl, institution: stage.institution, threads: { most, from: 1 } },
    () => countingFolder,
  );

it('is read to its end, once', async () => {
  const whole = { entries: ALL, streams: 2, leaves: ALL, facts: ALL, faults: [] };
  expect(await verify(1)).toMatchObject({ ...whole, threads: 1 });
  expect(await verify(2)).toMatchObject({ ...whole, threads: 2 });
  const options = { url: stage.database.ownerUrl, institution: stage.institution };
  expect(await rebuildProjections(options, () => countingFolder)).toMatchObject({
    leafIndex: ALL - 1,
    streams: 2,
    facts: ALL,
    differences: [],
  });
}, 60_000);

it('names what was done at the seams of what is read at a time', async () => {
  const at = (stream: string, version: number): string =>
    `where stream = '${stream}' and version = ${version}`;
  await tamper(
    stage,
    `update ledger.entry set sv = 2 ${at(A, 2_000)};
     update ledger.entry set at = at + interval '1 second' ${at(A, 2_001)};
     update ledger.entry set prev = sha256('x') ${at(B, 1_900)};
     update ledger.entry set at = 'infinity' ${at(B, 1_901)};
     alter table ledger.entry drop constraint entry_pkey;
     insert into ledger.entry select * from ledger.entry ${at(A, 2_000)}`,
  );
  const lines = (await verify(1)).faults.map(faultLine);
  for (const line of [
    `${A} 2000: columns: column sv says 2, the entry says 1`,
    `${A} 2001: columns: column at says`,
    `${B} 1900: columns: column prev says`,
    `${B} 1901: columns: column at says`,
    `log 0: version: ${ALL + 1} entries are stored, ${ALL} under a stream and a version of their own`,
  ])
    expect(lines).toContainEqual(expect.stringContaining(line));
}, 60_000);
