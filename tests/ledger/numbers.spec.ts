import { randomUUID } from 'node:crypto';
import { emptyState, nextState, streamKind, type StateOf } from '@mouding/core';
import { decodeEntry } from '@mouding/evidence';
import { carryOut, ProblemError, StateCache, type Means } from '@mouding/shell';
import { batchOf, begin, entryOf, openStage, type Stage } from './given.ts';

const PARALLEL = 64;
const PERSON = randomUUID();
const TEXT = { scheme: 'blob-sha256@1', hash: 'a'.repeat(64) };

let stage: Stage;
let means: Means;
let year: number;

beforeAll(async () => {
  stage = await openStage(16);
  means = { ledger: stage.app, cache: new StateCache() };
  const day = new Date(Date.parse(await stage.app.lawNow(stage.institution)) + 8 * 3_600_000).toISOString();
  year = Number(day.slice(0, 4));
  const post = randomUUID();
  await put(`org/${stage.institution}`, [
    {
      type: 'InstitutionFounded',
      data: { name: '和平医院', code: 'heping', kind: 'unit', mode: 'rehearsal' },
    },
    { type: 'PostCreated', data: { post, title: '规划办经办', as: 'office', department: null } },
    { type: 'PostFilled', data: { post, person: PERSON, from: '2020-01-01T00:00:00.000Z' } },
  ]);
});
afterAll(() => stage.close());

type Put = Pick<ReturnType<typeof entryOf>, 'type' | 'data'>;

/** Facts as they would stand after what is not the subject here. */
async function put(stream: string, facts: readonly Put[]): Promise<void> {
  const tx = await begin(stage.app, stage.institution);
  await tx.lock([{ name: stream, mode: 'write' }]);
  const done = await tx.commit(batchOf(facts.map((fact) => entryOf(stream, tx.now, fact))));
  if (done.kind !== 'done') throw new Error('moved');
}

/** An issue that is signed, with numbers of this 机关代字 drawn here. */
async function signedIssue(code: string): Promise<string> {
  const id = randomUUID();
  const off = { review: 'off', countersign: 'off', check: 'off', seal: 'off', departments: [], unknown: [] };
  const drafted = {
    case: randomUUID(),
    stage: 'issue',
    subject: 'manuscript',
    title: '发展规划',
    text: TEXT,
    recipients: [],
    due: null,
    register: { own: code },
    steps: off,
  };
  const signed = { text: TEXT, post: null, by: null, on: '2020-01-01', notices: [] };
  await put(`issue/${id}`, [
    { type: 'IssueDrafted', data: drafted },
    { type: 'IssueSigned', data: signed },
  ]);
  return id;
}

const issuesOf = async (code: string, count: number): Promise<readonly string[]> =>
  Promise.all(Array.from({ length: count }, () => signedIssue(code)));

/** Asks until it is heard, as a client does whose answer says: try again. */
async function ask(verb: string, id: string, body: object): Promise<number> {
  const asking = {
    institution: stage.institution,
    person: PERSON,
    verb,
    id,
    body,
    key: randomUUID(),
    post: null,
    expected: null,
    deadline: null,
    language: 'zh' as const,
  };
  for (;;)
    try {
      return (await carryOut(means, asking)).status;
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'conflict')) throw error;
    }
}

/** The number that each of the issues holds. */
const numbersOf = async (issues: readonly string[]): Promise<readonly (string | null)[]> =>
  Promise.all(issues.map(async (id) => (await fold(id)).context.number));

async function fold(id: string): Promise<StateOf<'issue'>> {
  const kind = streamKind('issue');
  const entries = await stage.app.entries(stage.institution, `issue/${id}`);
  return entries
    .map(({ entry }) => decodeEntry(entry))
    .reduce(
      (state, { type, data }) => nextState(kind, state, { type, data }).state,
      emptyState(kind),
    ) as StateOf<'issue'>;
}

const consecutive = (code: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${code}〔${year}〕${i + 1}号`);

test('sixty-four numbers drawn at once have no gap and no duplicate', async () => {
  const issues = await issuesOf('甲医', PARALLEL);
  const heard = await Promise.all(issues.map((id) => ask('issue.number', id, { year })));
  expect(heard).toEqual(issues.map(() => 200));
  expect(new Set(await numbersOf(issues))).toEqual(new Set(consecutive('甲医', PARALLEL)));
});

test('numbers reserved, made void and drawn at once: each is one issue’s for ever', async () => {
  const issues = await issuesOf('乙医', PARALLEL / 2);
  const used: string[] = [];
  await Promise.all(
    issues.map(async (id) => {
      expect(await ask('issue.reserve-number', id, { year })).toBe(200);
      used.push((await fold(id)).context.reserved ?? '');
      expect(await ask('issue.void-number', id, { reason: '重新编号', how: 'void' })).toBe(200);
      expect(await ask('issue.number', id, { year })).toBe(200);
      used.push((await fold(id)).context.number ?? '');
    }),
  );
  expect(new Set(used)).toEqual(new Set(consecutive('乙医', PARALLEL)));
  expect(used).toHaveLength(PARALLEL);
});

test('codes count by themselves', async () => {
  const [first, second] = await Promise.all([signedIssue('丙医'), signedIssue('丁医')]);
  await Promise.all([first, second].map((id) => ask('issue.number', id, { year })));
  expect(await numbersOf([first, second])).toEqual([`丙医〔${year}〕1号`, `丁医〔${year}〕1号`]);
});
