import {
  AuditReadings,
  ConformanceReportView,
  StateThen,
  TimelinePage,
  VerificationLine,
} from '@mouding/contract';
import { ask } from 'mouding/postgres/ask';
import { grantLetter } from '../play/auditing.ts';
import { advance, openPlan, research, type Plan } from '../play/plan.ts';
import { read } from '../play/stage.ts';
import { openScene, type AuditScene } from './scene.ts';
import { openWithStandby, type WithStandby } from './standby.ts';

let servers: WithStandby;
let scene: AuditScene;
let plan: Plan;

/** The auditor's service reads at the standby alone; what it reads is written down at the primary. */
beforeAll(async () => {
  servers = await openWithStandby();
  const { primary, standby, caughtUp } = servers;
  const database = {
    ownerUrl: primary.owner,
    appUrl: primary.app,
    workerUrl: primary.worker,
    sequencerUrl: primary.sequencer,
    checkpointerUrl: primary.checkpointer,
    auditUrl: standby.audit,
    drop: () => Promise.resolve(),
  };
  const env = { ACCESS_LOG_DATABASE_URL: primary.audit };
  scene = await openScene({ database, env, settled: caughtUp });
  await grantLetter(scene.stage);
  plan = await openPlan(scene.stage);
  await research(plan);
});
afterAll(async () => {
  await scene?.close();
  await servers?.stop();
});

/** Asked until it is there: the worker gives an entry its place in the log, and then it has a way to go. */
async function typesOnceThere(type: string): Promise<readonly string[]> {
  for (;;) {
    const path = `/v1/timeline?case=${plan.caseId}&limit=200`;
    await servers.caughtUp();
    const types = TimelinePage.parse(await scene.json(path)).items.map((entry) => entry.type);
    if (types.includes(type)) return types;
  }
}

test('the auditor reads a server that nobody can write to', async () => {
  expect(await ask(servers.standby.owner, 'select pg_is_in_recovery() as "isStandby"')).toEqual({
    row: { isStandby: true },
  });
  expect(await ask(servers.standby.owner, 'create table forbidden ()')).toEqual({
    error: 'cannot execute CREATE TABLE in a read-only transaction',
  });
});

test('timeline, states, conformance and verification answer from it as from any other', async () => {
  expect(await typesOnceThere('CaseOpened')).toContain('CaseOpened');
  const then = StateThen.parse(await scene.json(`/v1/cases/${plan.caseId}/state`));
  expect(then.items.map(({ kind }) => kind)).toContain('case');
  const report = ConformanceReportView.parse(await scene.json(`/v1/cases/${plan.caseId}/conformance`));
  expect(report.case.id).toBe(plan.caseId);
  const { text } = await scene.ask('/v1/verification');
  const lines = text.trim().split('\n');
  const end = VerificationLine.parse(JSON.parse(lines.at(-1) ?? ''));
  expect(end).toMatchObject({ kind: 'end', whole: true, faults: 0 });
});

test('what is done in the hospital appears there, by itself', async () => {
  await advance(plan, 'research');
  expect(await typesOnceThere('StageClosed')).toContain('StageClosed');
});

test('every question is written down at the primary, before it is answered, and the institution sees it', async () => {
  const path = `/v1/cases/${plan.caseId}/decisions`;
  expect((await scene.ask(path)).status).toBe(200);
  const { items } = AuditReadings.parse(await read(scene.stage, 'leader', '/v1/org/audit-readings'));
  expect(items.map(({ action, detail }) => `${action} ${detail}`)).toContain(`read GET ${path}`);
});
