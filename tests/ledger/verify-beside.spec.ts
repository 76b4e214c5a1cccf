import { createHash, randomUUID } from 'node:crypto';
import { faultLine, verifyInstitution, type Batch, type NewEntry } from '@mouding/ledger';
import { appendTo, batchOf, begin, countingFolder, countRows, entryOf, openStage, tamper } from './given.ts';
import type { Stage } from './given.ts';

const SUBJECT = randomUUID();
const A = 'chapter/aaaaaaaa-0000-4000-8000-000000000000';
const DUE = '2027-01-31T16:00:00.000Z';
const TEXT = '第一章　发展基础';
const DEFINITION = '{"id":"plan"}';
const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex');
const refOf = (content: string) => ({ scheme: 'blob-sha256@1', hash: hashOf(content) });
const textOf = (content: string) => ({ hash: hashOf(content), content });

let stage: Stage;
beforeEach(async () => (stage = await openStage()), 60_000);
afterEach(() => stage.close());

const report = () =>
  verifyInstitution({ url: stage.database.auditUrl, institution: stage.institution }, () => countingFolder);
const lines = async () => (await report()).faults.map(faultLine);

async function write(stream: string, of: Partial<NewEntry>, over: Partial<Batch> = {}): Promise<void> {
  const tx = await begin(stage.app, stage.institution);
  const version = (await tx.lock([{ name: stream, mode: 'write' }])).get(stream)?.version ?? 0;
  const rows = [{ stream, rows: countRows(stream, version + 1) }];
  const done = await tx.commit(batchOf([entryOf(stream, of.at ?? tx.now, of)], { rows, ...over }));
  expect(done.kind).toBe('done');
}

describe('cited texts', () => {
  beforeEach(async () => {
    await write(A, { data: { round: [{ text: refOf(TEXT) }] } }, { texts: [textOf(TEXT)] });
    await write(A, { data: { again: refOf(TEXT) } });
    const opened = { type: 'CaseOpened', data: { procedure: { id: 'plan', hash: hashOf(DEFINITION) } } };
    await write(A, opened, { texts: [textOf(DEFINITION)] });
    await stage.app.putText(stage.institution, '还没有人引用');
  });

  it('are counted, and whole', async () => {
    expect(await report()).toMatchObject({ texts: 2, faults: [] });
  });

  const of = (content: string): string => `where hash = '\\x${hashOf(content)}'`;
  it.each([
    ['away', `delete from ledger.blob ${of(TEXT)}`, `${A} 1: text: the text ${hashOf(TEXT)} is not there`],
    [
      'the definition of a procedure, away',
      `delete from ledger.blob ${of(DEFINITION)}`,
      `${A} 3: text: the text ${hashOf(DEFINITION)} is not there`,
    ],
    [
      'one byte altered',
      `update ledger.blob set content = set_byte(content, 4, get_byte(content, 4) # 1) ${of(TEXT)}`,
      `${A} 1: text: the text ${hashOf(TEXT)} was altered`,
    ],
    [
      'another length in the row',
      `update ledger.blob set bytes = 3 ${of(DEFINITION)}`,
      `${A} 3: text: the text ${hashOf(DEFINITION)} has 13 bytes, its row says 3`,
    ],
    [
      'altered, and cited by nobody',
      `update ledger.blob set content = 'x', bytes = 1 ${of('还没有人引用')}`,
      `log 0: text: the text ${hashOf('还没有人引用')} was altered`,
    ],
  ])('are named with who cites them: %s', async (_, sql, line) => {
    await tamper(stage, sql);
    expect(await lines()).toEqual([line]);
  });
});

describe('cited originals', () => {
  const PAPER = '送签单.pdf';
  const bring = (content: string) =>
    stage.app.putFile(stage.institution, {
      content: Buffer.from(content),
      hash: createHash('sha256').update(content).digest(),
      mediaType: 'application/pdf',
      person: SUBJECT,
      name: '送签单',
      received: DUE,
    });
  const file = { scheme: 'file-sha256@1', hash: hashOf(PAPER) };

  it('are counted, and whole; the same bytes again change nothing', async () => {
    const kept = await bring(PAPER);
    expect(kept).toEqual({
      hash: hashOf(PAPER),
      bytes: Buffer.byteLength(PAPER),
      mediaType: 'application/pdf',
      received: DUE,
    });
    await write(A, { data: { scan: file } });
    expect(await bring(PAPER)).toEqual(kept);
    expect(await report()).toMatchObject({ files: 1, texts: 0, faults: [] });
  });

  it('are named when they are away, altered, or of another length', async () => {
    await write(A, { data: { scan: file } });
    expect(await lines()).toEqual([`${A} 1: file: the original ${hashOf(PAPER)} is not there`]);
    await bring(PAPER);
    expect(await lines()).toEqual([]);
    await tamper(stage, `update ledger.file set bytes = 3`);
    expect(await lines()).toEqual([
      `${A} 1: file: the original ${hashOf(PAPER)} has ${Buffer.byteLength(PAPER)} bytes, its row says 3`,
    ]);
    await tamper(stage, `update ledger.file set content = content || '.', bytes = bytes + 1`);
    expect(await lines()).toEqual([`${A} 1: file: the original ${hashOf(PAPER)} was altered`]);
  });

  it('are read part by part, a large one too', async () => {
    const large = 'x'.repeat(2_500_000);
    const { hash } = await bring(large);
    const parts: Buffer[] = [];
    for await (const part of stage.app.fileParts(stage.institution, hash)) parts.push(Buffer.from(part));
    expect(parts.map(({ length }) => length)).toEqual([1_048_576, 1_048_576, 402_848]);
    expect(Buffer.concat(parts).toString()).toBe(large);
    expect(await stage.app.file(stage.institution, hash)).toMatchObject({ bytes: 2_500_000, name: '送签单' });
    expect(await stage.app.file(stage.institution, hashOf('不在'))).toBeUndefined();
  });

  it('under a hash that is not theirs are not kept', async () => {
    const put = stage.app.putFile(stage.institution, {
      content: Buffer.from(PAPER),
      hash: createHash('sha256').update('另一份').digest(),
      mediaType: 'application/pdf',
      person: SUBJECT,
      name: null,
      received: DUE,
    });
    await expect(put).rejects.toThrow('file_hash_check');
  });
});

describe('deadlines', () => {
  const deadlines = [{ stream: A, name: 'due', due: DUE, verb: 'chapter.expire' }];
  beforeEach(() => write(A, { data: { due: DUE } }, { deadlines }));

  it('are what the facts have set', async () => expect(await lines()).toEqual([]));

  it.each([
    ['away', 'delete from ledger.deadline', `${A} 1: deadline: deadline due should be ${DUE}`],
    ['put off', `update ledger.deadline set due = due + interval '1 day'`, `${A} 1: deadline:`],
    ['for another command', `update ledger.deadline set verb = 'chapter.sign'`, `${A} 1: deadline:`],
    [
      'forged',
      `update ledger.deadline set stream = 'chapter/none'`,
      'chapter/none 0: deadline: deadline due',
    ],
  ])('are named: %s', async (_, sql, line) => {
    await tamper(stage, sql);
    expect(await lines()).toContainEqual(expect.stringContaining(line));
  });

  it('may be gone when the clock has answered them, without a fact that says so', async () => {
    const key = { person: 'clock', key: `deadline/${A}/due/${DUE}` };
    const tx = await begin(stage.worker, stage.institution, key);
    await tx.commit(batchOf([], { settled: deadlines, answer: { status: 200, body: null } }));
    expect(await lines()).toEqual([]);
  });
});

describe('an institution', () => {
  const org = (): string => `org/${stage.institution}`;
  beforeEach(async () => {
    const { institution } = stage;
    const data = { name: '和平医院', code: institution.slice(0, 8), kind: 'unit', mode: 'rehearsal' };
    await write(org(), { type: 'InstitutionFounded', data });
  });

  it('is what its founding says', async () => expect(await lines()).toEqual([]));

  it.each([
    ['mode', 'live', 'the founding entry says rehearsal'],
    ['name', '光明医院', 'the founding entry says 和平医院'],
    ['code', 'other', 'the founding entry says'],
  ])('is named when it is not: %s', async (column, value, line) => {
    await tamper(stage, `update ledger.institution set ${column} = '${value}'`);
    expect(await lines()).toEqual([
      expect.stringContaining(`${org()} 1: institution: column ${column} says ${value}, ${line}`),
    ]);
  });
});

describe('sealed bodies', () => {
  beforeEach(() => write(A, { sealed: [{ subject: SUBJECT, plain: '建议' }] }));

  it.each(['chapter/00000000-none', 'chapter/zzzzzzzz-none'])(
    'are named without an entry, before or after the log: %s',
    async (stray) => {
      const copy = `select institution, '${stray}', 1, subject, body from ledger.sealed_body`;
      await tamper(stage, `insert into ledger.sealed_body ${copy}`);
      expect(await lines()).toEqual([`${stray} 1: sealed-body: a body for ${SUBJECT} without an entry`]);
    },
  );

  it('whose key is missing are told apart from those whose key was destroyed', async () => {
    expect(await report()).toMatchObject({ keysMissing: [], faults: [] });
    await tamper(stage, 'delete from vault.data_key');
    expect(await report()).toMatchObject({ keysMissing: [SUBJECT], faults: [] });
    await stage.app.destroyKey(stage.institution, SUBJECT);
    expect(await report()).toMatchObject({ keysMissing: [], faults: [] });
  });

  it('are named when a destroyed key is back', async () => {
    await stage.app.destroyKey(stage.institution, SUBJECT);
    await tamper(stage, `insert into vault.data_key values ('${stage.institution}', '${SUBJECT}', 'x')`);
    expect(await lines()).toEqual([`vault 0: key: the key of ${SUBJECT} was destroyed, and is there`]);
  });
});

describe('law time', () => {
  const EARLY = '2020-01-31T16:00:00.000Z';
  beforeEach(() => appendTo(stage.app, stage.institution, A));

  it('is named where it runs back in a stream', async () => {
    await write(A, { at: EARLY });
    expect(await lines()).toEqual([expect.stringContaining(`${A} 2: time: at ${EARLY}, before`)]);
  });

  it('is that of the day in an anonymous act', async () => {
    const actor = { as: 'anonymous', by: null, for: null, post: null, recorder: null };
    await write(A, { at: EARLY, actor });
    await appendTo(stage.app, stage.institution, A);
    expect(await lines()).toEqual([]);
  });

  it('stands still after a clock that was put back, until it is overtaken', async () => {
    const ahead = '2044-01-01T00:00:00.000Z';
    await stage.app.moveClock(stage.institution, ahead);
    await appendTo(stage.app, stage.institution, A);
    await tamper(stage, 'delete from ledger.clock');
    const tx = await begin(stage.app, stage.institution);
    const opened = tx.now;
    await tx.lock([{ name: A, mode: 'write' }]);
    const locked = tx.now;
    // A stream that is locked later and has no entry of its own does not take the time back.
    await tx.lock([{ name: `chapter/${randomUUID()}`, mode: 'write' }]);
    expect([opened < ahead, locked >= ahead, tx.now]).toEqual([true, true, locked]);
    await tx.rollback();
    await appendTo(stage.app, stage.institution, A);
    expect(await lines()).toEqual([]);
  });
});
