import { fileURLToPath } from 'node:url';
import { ACTING, stagesOf } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import { openLedger, rebuildProjections, type Institution, type Ledger } from '@mouding/ledger';
import { folding } from 'mouding/folding';
import { rehearseCase, type AuditedUrls } from 'mouding/rehearse/rehearse-case';
import { scriptOf, type Script } from 'mouding/rehearse/rehearse';
import { isVerified, type Outcome } from 'mouding/rehearse/report';
import { S1, S1_FAULTY } from 'mouding/rehearse/scenarios/expected-conformance';
import { testHome } from '../harness/cluster.ts';
import { conformingIn } from '../harness/conforming.ts';
import { freshDatabase, type FreshDatabase } from '../harness/database.ts';
import { programsFor, startProgram } from '../harness/services.ts';

const PLAN_A = fileURLToPath(new URL('../fixtures/plan-a.txt', import.meta.url));

let database: FreshDatabase;
let urls: AuditedUrls;
let ledger: Ledger;
const running: { stop(): Promise<void> }[] = [];

/** The same case twice: with an invented text, and with one that has a byte order mark, CRLF and no last line feed. */
let script: Script;
let played: Outcome;
let withText: Outcome;

beforeAll(async () => {
  database = await freshDatabase();
  const { ownerUrl, appUrl, workerUrl, sequencerUrl, checkpointerUrl, auditUrl } = database;
  const programs = await programsFor(database);
  for (const program of [programs.api, programs.worker, programs.audit])
    running.push(await startProgram(program));
  const roleUrls = {
    app: appUrl,
    worker: workerUrl,
    sequencer: sequencerUrl,
    checkpointer: checkpointerUrl,
    audit: auditUrl,
  };
  const keyFile = `${testHome()}/key`;
  urls = { apiUrl: programs.apiUrl, auditUrl: programs.auditUrl, ownerUrl, roleUrls, keyFile };
  ledger = openLedger({ url: ownerUrl, applicationName: 's1', keyFile });
  script = scriptFor({});
  played = await rehearseCase(urls, script, () => undefined);
  withText = await rehearseCase(urls, scriptFor({ text: PLAN_A }), () => undefined);
});

afterAll(async () => {
  await ledger?.close();
  for (const service of running) await service.stop();
  await database?.drop();
});

function scriptFor(more: { readonly text?: string }): Script {
  const read = scriptOf({ procedure: 'hospital-five-year-plan', seed: 11, ...more });
  if ('refused' in read) throw new Error(read.refused.en);
  return read;
}

const textAt = ({ stages }: Outcome, stage: string): string | null | undefined =>
  stages.findLast((line) => line.stage === stage)?.text;

test('the case passes every stage of its procedure, from the scheme to the last receipt', () => {
  const expected = stagesOf(script.definition).map(({ id }) => id);
  const passed = new Set(played.stages.map(({ stage }) => stage));
  expect(expected.filter((stage) => !passed.has(stage))).toEqual(['draft-revision']);
  expect(played.stages.at(-1)).toMatchObject({
    stage: 'issue',
    outcome: 'received',
    note: { zh: expect.stringContaining('签收31/31') },
  });
});

test('what was decided is what was issued: every gate names one text, and so do those who decided on its amendment', () => {
  for (const outcome of [played, withText]) {
    const textsOf = (...stages: readonly string[]) => new Set(stages.map((stage) => textAt(outcome, stage)));
    const decided = textsOf('revision', 'dean-meeting', 'party-committee', 'congress');
    const issued = textsOf('amendment', 'amendment-party', 'authority', 'issue');
    expect([decided.size, issued.size]).toEqual([1, 1]);
    expect(issued).not.toEqual(decided);
    expect(textAt(outcome, 'group-review')).toBe(textAt(outcome, 'draft'));
    expect(textAt(outcome, 'draft')).not.toBe(textAt(outcome, 'revision'));
  }
});

test('the authority sends the plan back once, and the Party committee alone decides again', () => {
  const outcomes = (stage: string) =>
    played.stages.flatMap((line) => (line.stage === stage ? [line.outcome] : []));
  expect(outcomes('authority')).toEqual(['returned', 'approved']);
  expect(outcomes('amendment')).toEqual(['indicator']);
  expect(outcomes('amendment-party')).toEqual(['passed']);
  expect([outcomes('dean-meeting'), outcomes('congress')]).toEqual([['passed'], ['passed']]);
});

test('the issued bytes are the source with the recorded changes, and a changed character is found', () => {
  for (const outcome of [played, withText]) {
    expect(outcome.check).toMatchObject({ same: true });
    expect(outcome.tampering.check).toMatchObject({ same: false });
    expect(outcome.changes).toBeGreaterThan(0);
  }
});

test('bodies decide by their own rules: 9 of 9 by name, 58 of 66 in secret, 40 opinions settled', () => {
  const note = (stage: string): string => played.stages.find((line) => line.stage === stage)?.note.zh ?? '';
  expect(note('party-committee')).toBe('应到9 实到9 赞成7 反对1 弃权1');
  expect(note('congress')).toBe('应到66 实到58 赞成51 反对4 弃权2');
  expect(note('consultation')).toBe('发出31 收回31 意见40条');
  expect(note('contributions')).toBe('受理31份，逾期2份，退回1次');
});

test('what a rule stands against is refused, and recorded as refused', () => {
  expect(played.refused.map(({ rule }) => rule)).toEqual([
    'policy.capacity',
    'meeting.quorum',
    'ballot.two-keys',
    'issue.same-text',
  ]);
  expect(played.refusals).toBe(4);
});

test('everything came as Word files, a draft went through Word, and the papers were made', () => {
  const handedIn = [played, withText].map(({ word: { files, opinions, isFaithful } }) => [
    files,
    opinions,
    isFaithful,
  ]);
  expect(handedIn).toEqual([
    [44, 1, true],
    [38, 1, true],
  ]);
  for (const { word, papers } of [played, withText]) {
    expect(word.operations).toBeGreaterThan(0);
    const names = papers.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['印发通知.docx', '印发通知.pdf', '表决票.pdf', '送签单.pdf']),
    );
  }
});

test('every fact was made in a capacity that the policy names', async () => {
  for (const { id } of await ledger.institutions()) {
    const strangers = (await entriesOf(id)).filter(({ type, actor, command }) => {
      const allowed: readonly string[] = (ACTING[command.verb] ?? []).map(({ as }) => as);
      return type !== 'ActRefused' && command.verb !== 'org.found' && !allowed.includes(actor.as);
    });
    expect(strangers.map(({ type, actor }) => `${type} by ${actor.as}`)).toEqual([]);
  }
});

test('the record is whole, and the read models rebuilt from it equal the live ones', async () => {
  expect([isVerified(played), isVerified(withText)]).toEqual([true, true]);
  const reports = [];
  for (const { id } of await ledger.institutions())
    reports.push(await rebuildProjections({ url: database.ownerUrl, institution: id }, folding));
  expect(reports).toHaveLength(4);
  expect(reports.flatMap(({ differences, stuck }) => [...differences, ...stuck])).toEqual([]);
  expect(reports.every(({ streams, replaced }) => streams > 0 && replaced === streams)).toBe(true);
});

test('each rehearsal has institutions of its own', async () => {
  const institutions: readonly Institution[] = await ledger.institutions();
  expect(new Set(institutions.map(({ code }) => code)).size).toBe(4);
  expect(institutions.every(({ mode }) => mode === 'rehearsal')).toBe(true);
});

async function entriesOf(institution: string): Promise<readonly Entry[]> {
  const leaves = await ledger.feed(institution, -1, 10_000);
  const streams = [...new Set(leaves.map(({ stream }) => stream))];
  const entries = await Promise.all(streams.map((stream) => ledger.entries(institution, stream)));
  return entries.flat().map(({ entry }) => JSON.parse(entry) as Entry);
}

test('the conformance report of each case: every stage met, one notice, no anomaly, nobody beside the procedure', async () => {
  const cases: string[] = [];
  for (const { id } of await ledger.institutions())
    cases.push(...(await ledger.items(id, { kinds: ['case'] })).map(({ stream }) => stream));
  expect(cases).toHaveLength(2);
  const found = [];
  for (const plan of cases) found.push(await conformingIn({ urls }, plan));
  expect(found.toSorted((a, b) => a.notices.length - b.notices.length)).toEqual([S1, S1_FAULTY]);
});
