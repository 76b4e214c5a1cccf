import {
  AccessThen,
  AuditAnswer,
  AuditCases,
  AuditLetters,
  AuditQuestions,
  AuditReadings,
  DecisionReadings,
  Problem,
  StateDifference,
  StateThen,
  TimelinePage,
  VerificationLine,
  type TimelineEntry,
} from '@mouding/contract';
import { openLedger } from '@mouding/ledger';
import { verification } from '@mouding/shell';
import { programsFor, startProgram } from '../harness/services.ts';
import { endLetter, grantLetter, proposeLetter } from '../play/auditing.ts';
import { send } from '../play/http.ts';
import { goOut, toBeCountersigned } from '../play/outgoing.ts';
import { untilAtRest } from '../play/resting.ts';
import { read } from '../play/stage.ts';
import { openScene, type AuditScene } from './scene.ts';

let scene: AuditScene;
/** A case that went out, with a repair and an editorial change on the way; and another one beside it. */
let out: string;
let other: string;

beforeAll(async () => {
  scene = await openScene();
  await goOut(scene.stage);
  const { items } = (await read(scene.stage, 'office', '/v1/cases')) as { items: { id: string }[] };
  out = items[0]?.id ?? '';
  other = (await toBeCountersigned(scene.stage)).plan.caseId;
  await untilAtRest(scene.database.ownerUrl, scene.stage.company);
});
afterAll(() => scene?.close());

const statusOf = async (path: string): Promise<number> => (await scene.ask(path)).status;
const timeline = async (query: string): Promise<TimelinePage> =>
  TimelinePage.parse(await scene.json(`/v1/timeline?${query}`));
const state = async (query = ''): Promise<StateThen> =>
  StateThen.parse(await scene.json(`/v1/cases/${out}/state${query}`));

/** Every page of a list, in its order. */
async function all(query: string): Promise<readonly TimelineEntry[]> {
  const found: TimelineEntry[] = [];
  for (let cursor = ''; ;) {
    const { items, page } = await timeline(`${query}${cursor}`);
    found.push(...items);
    if (page.next === null) return found;
    cursor = `&cursor=${page.next}`;
  }
}

test('without a letter that is current nothing is shown, and a letter opens no more than it says', async () => {
  const refused = await scene.ask(`/v1/cases/${out}/state`);
  expect([refused.status, Problem.parse(JSON.parse(refused.text)).needs?.zh]).toEqual([
    403,
    '请被审计单位登记并批准调阅函（范围、起止日期），或扩大其范围',
  ]);
  const waiting = await proposeLetter(scene.stage);
  expect(await statusOf(`/v1/cases/${out}/state`)).toBe(403);
  await endLetter(scene.stage, waiting);
  const letter = await grantLetter(scene.stage, { cases: [out] });
  const paths = [
    `/v1/cases/${out}/state`,
    `/v1/timeline?case=${out}`,
    `/v1/cases/${other}/state`,
    '/v1/timeline',
    '/v1/entries',
    '/v1/verification',
  ];
  expect(await Promise.all(paths.map(statusOf))).toEqual([200, 200, 403, 403, 403, 403]);
  const { items } = AuditCases.parse(await scene.json('/v1/cases'));
  expect(items.map(({ id }) => id)).toEqual([out]);
  await endLetter(scene.stage, letter);
  expect(await statusOf(`/v1/cases/${out}/state`)).toBe(403);
  const longAgo = { from: '2020-01-01', to: '2020-01-31' };
  const narrow = await grantLetter(scene.stage, { cases: [out], period: longAgo });
  expect((await timeline(`case=${out}`)).items).toEqual([]);
  expect(await statusOf(`/v1/cases/${out}/state`)).toBe(404);
  await endLetter(scene.stage, narrow);
  const ended = AuditLetters.parse(await scene.json('/v1/letters')).items.map(({ status }) => status);
  expect(ended).toEqual(['ended', 'ended', 'ended']);
});

describe('under a letter for the whole institution', () => {
  beforeAll(async () => {
    await grantLetter(scene.stage);
  });

  test('the timeline says the same in both orders, page by page, and its filters leave out the rest', async () => {
    const forth = await all('limit=50');
    const back = await all('limit=70&order=desc');
    // The worker may have added to the end while the pages were read.
    expect(back.toReversed().slice(0, forth.length)).toEqual(forth);
    expect(forth.map(({ idx }) => idx)).toEqual(forth.map((_, i) => i));
    const signed = forth.filter(({ type }) => type === 'IssueSigned');
    expect(await all('type=IssueSigned')).toEqual(signed);
    const { person } = scene.stage.company.players.secretary;
    expect(await all(`person=${person}`)).toEqual(forth.filter(({ actor }) => actor.person === person));
    expect(await all('how=record')).toEqual(forth.filter(({ how }) => how === 'record'));
    const ofCase = await all(`case=${out}`);
    expect(ofCase.length).toBeGreaterThan(20);
    expect(ofCase).toEqual(forth.filter((entry) => entry.case === out));
    expect(await statusOf('/v1/timeline?stage=issue')).toBe(400);
    const inStage = await all(`case=${out}&stage=issue`);
    expect(new Set(inStage.map(({ stage }) => stage))).toEqual(new Set(['issue']));
  });

  test('the state of now is the one that the office sees, folded again from the facts', async () => {
    const now = await state();
    const ledger = openLedger({ url: scene.database.appUrl, applicationName: 'spec-audit', max: 1 });
    const items = await ledger.itemsOfCase(scene.stage.company.houses.hospital, out);
    await ledger.close();
    const shown = items.map(({ stream, status }) => [stream, status]);
    const folded = new Map(now.items.map(({ stream, status }) => [stream, status]));
    expect(shown.map(([stream = '']) => [stream, folded.get(stream)])).toEqual(shown);
    expect(now.stages).toEqual([]);
  });

  test('who could see what is asked of the posts and the letters of then', async () => {
    const path = `/v1/cases/${out}/access`;
    const now = AccessThen.parse(await scene.json(path));
    const asOne = (kind: string) => now.items.find(({ as }) => as === kind);
    expect([now.letters.length, asOne('office')?.how, asOne('office')?.things]).toEqual([
      1,
      'holder',
      now.things,
    ]);
    expect(asOne('department-head')?.things).toBeLessThan(now.things);
    const [opened] = await all(`case=${out}&type=CaseOpened`);
    const then = AccessThen.parse(await scene.json(`${path}?at=${opened?.idx}`));
    expect([then.letters, then.things]).toEqual([[], 1]);
    expect(new Set(then.items.map(({ things }) => things))).toEqual(new Set([1]));
    expect(await statusOf(`${path}?at=0`)).toBe(404);
  });

  test('at an earlier entry it is what it was, and the difference says what happened since', async () => {
    const [opened] = await all(`case=${out}&type=CaseOpened`);
    const [closed] = await all(`case=${out}&type=StageClosed`);
    const first = await state(`?at=${opened?.idx}`);
    expect(first.facts).toBe(1);
    const then = await state(`?at=${(closed?.idx ?? 0) - 1}`);
    expect(then.stages.map(({ stage }) => stage)).toEqual(['gate']);
    expect(then.items.some(({ kind }) => kind === 'issue')).toBe(false);
    const difference = StateDifference.parse(
      await scene.json(`/v1/cases/${out}/difference?from=${then.asOf.index}`),
    );
    const now = await state();
    expect([difference.facts, difference.stages.left.length]).toEqual([now.facts - then.facts, 1]);
    const appeared = difference.changed.flatMap(({ what, after }) =>
      what === 'appeared' ? [after?.kind] : [],
    );
    expect(appeared).toContain('issue');
    expect(await statusOf(`/v1/cases/${out}/state?at=0`)).toBe(404);
  });

  test('what was read before deciding is told, with what the absence of a record does not mean', async () => {
    const { items, caution } = DecisionReadings.parse(await scene.json(`/v1/cases/${out}/decisions`));
    expect(caution.zh).toContain('不能据此认定未阅看');
    const byType = new Map(items.map((each) => [each.type, each]));
    expect(byType.get('IssueSigned')?.read).toBe('paper');
    expect(byType.get('IssueCountersigned')?.read).toBe('unknown');
  });

  test('every canned question answers, and its rows cite entries of the log', async () => {
    const { items } = AuditQuestions.parse(await scene.json('/v1/questions'));
    expect(items.length).toBeGreaterThanOrEqual(12);
    const answers = new Map<string, AuditAnswer>();
    for (const { id } of items)
      answers.set(id, AuditAnswer.parse(await scene.json(`/v1/questions/${id}?case=${out}`)));
    const forth = await all(`case=${out}`);
    const known = new Map(forth.map(({ idx, leafHash }) => [idx, leafHash]));
    for (const { rows } of answers.values())
      for (const { idx, leafHash } of rows.flatMap(({ evidence }) => evidence))
        expect([idx, known.get(idx)]).toEqual([idx, leafHash]);
    expect(answers.get('one-device')?.known).toBe(false);
    expect(answers.get('recorded-share')?.rows.length).toBeGreaterThan(0);
    expect(answers.get('corrections')?.rows.map(({ evidence }) => evidence[0]?.type)).toEqual(
      expect.arrayContaining(['CorrectionProposed', 'CorrectionConfirmed', 'IssueNumberVoided']),
    );
    expect(await statusOf(`/v1/questions/nothing?case=${out}`)).toBe(404);
  });

  test('every list is to be had as a file, and a sheet of evidence cites only what the letter opens', async () => {
    const exported = await scene.ask(`/v1/timeline/export?case=${out}&format=jsonl`);
    const lines = exported.text.trim().split('\n');
    expect(lines).toHaveLength((await all(`case=${out}`)).length);
    const begins = async (path: string): Promise<string> => (await scene.ask(path)).text.slice(0, 2);
    expect(await begins(`/v1/questions/notices/export?case=${out}&format=xlsx`)).toBe('PK');
    expect(await begins(`/v1/cases/${out}/decisions/export?format=docx`)).toBe('PK');
    expect(await begins(`/v1/cases/${out}/state/export?format=pdf`)).toBe('%P');
    expect(await begins(`/v1/cases/${out}/access/export?format=xlsx`)).toBe('PK');
    expect(await begins(`/v1/timeline/export?case=${out}&format=csv`)).toBe('记录');
    const [opened] = await all(`case=${out}&type=CaseOpened`);
    const [stranger] = await all(`case=${other}&type=CaseOpened`);
    const wish = { case: out, title: '签发程序', said: '签发系补录。', format: 'docx' };
    const sheet = await scene.post('/v1/evidence-sheets', { ...wish, evidence: [opened?.idx] });
    expect([sheet.status, sheet.text.slice(0, 2)]).toEqual([200, 'PK']);
    const foreign = await scene.post('/v1/evidence-sheets', { ...wish, evidence: [stranger?.idx] });
    expect([foreign.status, Problem.parse(JSON.parse(foreign.text)).rule]).toEqual([409, 'audit.entry']);
  });

  test('a verification tells how far it is, and its verdict in words', async () => {
    const { text } = await scene.ask('/v1/verification');
    const told = text
      .trim()
      .split('\n')
      .map((line) => VerificationLine.parse(JSON.parse(line)));
    const steps = told.flatMap((line) => (line.kind === 'progress' ? [line.step] : []));
    expect(new Set(steps)).toEqual(new Set(['entries', 'states', 'tree']));
    expect(told.at(-1)).toMatchObject({ kind: 'end', whole: true, faults: 0 });
  });

  test('a verification that nobody waits for any more ends without a verdict', async () => {
    const { database, stage } = scene;
    const ledger = openLedger({ url: database.auditUrl, applicationName: 'spec-audit', max: 1 });
    const gone = new AbortController();
    const told: VerificationLine[] = [];
    const work = verification({
      ledger,
      url: database.auditUrl,
      institution: stage.company.houses.hospital,
      publicKey: null,
      held: null,
      signal: gone.signal,
      send(line) {
        told.push(line);
        gone.abort();
      },
    });
    await expect(work).rejects.toThrow('aborted');
    expect(told.map(({ kind }) => kind)).toEqual(['progress']);
    await ledger.close();
  });

  test('every question stands in the log of readings, under its letter, and the institution sees it', async () => {
    const { items } = AuditReadings.parse(
      await read(scene.stage, 'leader', '/v1/org/audit-readings?limit=200'),
    );
    const told = items.map(({ action, detail }) => `${action} ${detail}`);
    for (const wanted of [
      'verify GET /v1/verification',
      'paper POST /v1/evidence-sheets',
      `export GET /v1/cases/${out}/state/export?format=pdf`,
      `read GET /v1/questions/unread?case=${out}`,
    ])
      expect(told).toContain(wanted);
    const { number, name } = items.find(({ action }) => action === 'verify') ?? {};
    expect([number, name]).toEqual(['审函〔2026〕1号', '某auditor']);
  });

  test('a session outlives its process, and ends with the sign-out', async () => {
    const { audit, auditUrl } = await programsFor(scene.database);
    const next = await startProgram(audit);
    const { cookie } = scene;
    const ask = (method: 'GET' | 'DELETE') => send(auditUrl, { method, path: '/v1/session', cookie });
    expect((await ask('GET')).status).toBe(200);
    expect((await ask('DELETE')).status).toBe(204);
    await next.stop();
    expect(await statusOf('/v1/session')).toBe(401);
    const { items } = AuditReadings.parse(await read(scene.stage, 'leader', '/v1/org/audit-readings'));
    expect(items[0]?.action).toBe('sign-out');
  });
});
