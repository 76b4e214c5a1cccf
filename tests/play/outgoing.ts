import { Me, Resource } from '@mouding/contract';
import { dayOf, type TextRef } from '@mouding/core';
import { endAide, nameAide } from './aide.ts';
import type { Who } from './institutions.ts';
import { advance, convene, declare, type Plan } from './plan.ts';
import { OUTGOING } from './scheme-procedures.ts';
import { precheckOf } from './prechecking.ts';
import { editAndRestore, proposeRepair } from './repairing.ts';
import { bring, keep, overview, postOf, read, streamIn, type Stage } from './stage.ts';

/**
 * 印发 with every step of 发文稿纸: some are done here, 签发 and 分发 on paper and recorded, the one by the leader's secretary,
 * and so is 签收. A number is reserved and becomes void before another one is drawn.
 */
export async function goOut(stage: Stage): Promise<void> {
  const { plan, issue } = await toBeCountersigned(stage);
  const { scheme: text } = (await overview(stage, plan.caseId)).texts;
  const { now } = await meOf(stage, 'office');
  const today = dayOf(now);
  const elsewhere = { happened: today, medium: 'paper', book: '发文稿纸第1页' };
  const year = Number(today.slice(0, 4));
  const recipients = await recipientsOf(stage, issue);
  const give = (who: Who, act: string, body: object) => stage.give(who, `issue.${act}`, issue, body);
  await give('office', 'draft', {
    title: '关于印发方案的通知',
    recipients,
    copiedTo: [{ to: 'authority' }],
    disclosure: 'withheld',
    copies: 20,
  });
  await give('office', 'reserve-number', { year });
  await give('office', 'review', { text });
  await give('owner', 'countersign', { text });
  await stage.give('office', 'precheck.see', await precheckOf(plan));
  await editAndRestore(plan, issue, text);
  const repair = await proposeRepair(plan, 'issue');
  await stage.give('director', 'repair.confirm', repair, { agree: true });
  await signOnPaper(stage, { issue, text, today });
  await give('office', 'check', { text });
  await give('office', 'void-number', { reason: '重新编号' });
  await give('office', 'number', { year });
  await give('office', 'seal', { text });
  const office = await postOf(stage, 'office');
  await give('office', 'record-step', { step: 'publish', post: office, text, on: today, elsewhere });
  const receipts = recipients.map((department) => ({ department, receivedOn: today }));
  await give('office', 'record-receipt', { elsewhere, receipts });
  await advance(plan, 'issue');
}

interface ToSign {
  readonly issue: string;
  readonly text: TextRef | null;
  readonly today: string;
}

/** 签发 on paper: a registered secretary photographs it, and serves the leader for as long as that takes. */
async function signOnPaper(stage: Stage, { issue, text, today: happened }: ToSign): Promise<void> {
  await nameAide(stage);
  const scan = await bring(stage, 'clerk', '签发后的发文稿纸', '发文稿纸.jpg');
  const post = await postOf(stage, 'lead');
  const elsewhere = { happened, medium: 'paper', scan };
  await stage.give('clerk', 'issue.record-step', issue, { step: 'sign', post, text, elsewhere });
  await endAide(stage);
}

/** An issue as its stage made it: 科教科 is asked to countersign. */
export async function toBeCountersigned(
  stage: Stage,
): Promise<{ readonly plan: Plan; readonly issue: string }> {
  const plan = await adopted(stage);
  return { plan, issue: await streamIn(stage, plan.caseId, { stage: 'issue', kind: 'issue' }) };
}

/** A case whose scheme the group has adopted. */
async function adopted(stage: Stage): Promise<Plan> {
  await stage.give('office', 'procedure.publish', '', { definition: OUTGOING, document: null });
  const scheme = await keep(stage, 'office', '印发方案');
  const body = { title: '方案印发', procedure: OUTGOING.id, scheme, authority: null };
  const { made } = await stage.give('office', 'case.open', '', body);
  const plan = { stage, caseId: (made ?? '').slice('case/'.length) };
  const meeting = await convene(plan, { stage: 'gate', present: ['lead', 'writer'] });
  await stage.give('secretary', 'meeting.count', meeting, { yes: 2, no: 0, abstain: 0 });
  await declare(plan, meeting, 'gate');
  return plan;
}

const meOf = async (stage: Stage, who: Who): Promise<Me> => Me.parse(await read(stage, who, '/v1/me'));

async function recipientsOf(stage: Stage, issue: string): Promise<readonly string[]> {
  const { data } = Resource.parse(await read(stage, 'office', `/v1/issues/${issue.split('/')[1]}`));
  return data['recipients'] as readonly string[];
}
