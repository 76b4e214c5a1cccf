import { Me } from '@mouding/contract';
import { dayOf } from '@mouding/core';
import { filingOf } from './filing.ts';
import type { Who } from './institutions.ts';
import { convertTaken, takeOver } from './joined.ts';
import { advance, type Plan } from './plan.ts';
import { bring, postOf, read, streamIn, type Stage } from './stage.ts';

/** What a test looks at afterwards: 补录单, each of a meeting without a quorum. */
export interface Records {
  /** The case that was taken over. */
  readonly joined: string;
  /** 党委会: 党委委员（一） took note and objected, 文秘 checked it, the director confirmed that it was put right. */
  readonly corrected: string;
  /** 领导小组: went on by a leader's approval. */
  readonly exempted: string;
}

/** A case that was taken over, and two binding bodies that met without a quorum; at last a gate is exempted. */
export async function recordMeetings(stage: Stage): Promise<Records> {
  await convertTaken(stage);
  const plan = await takeOver(stage);
  const corrected = await committee(plan);
  await hear(stage, corrected);
  await putRight(stage, corrected);
  const exempted = await group(plan);
  await exempt(stage, exempted);
  await withoutAnswer(plan);
  return { joined: `case/${plan.caseId}`, corrected, exempted };
}

/** Another case, held by a meeting that nobody has put right yet. */
export const leaveHeld = async (stage: Stage): Promise<string> => committee(await takeOver(stage));

const nowOf = async (stage: Stage): Promise<string> => Me.parse(await read(stage, 'office', '/v1/me')).now;

async function recordHeld(plan: Plan, by: Who, of: string, more: object): Promise<string> {
  const { stage, caseId } = plan;
  const at = await nowOf(stage);
  const place = '一楼会议室';
  const held = { case: caseId, stage: of, at, place, called: dayOf(at), chair: null, minutes: null };
  await stage.give(by, 'meeting.record', '', { ...held, outcome: 'passed', ...more });
  return streamIn(stage, caseId, { stage: of, kind: 'record' });
}

/** One of two was there: nothing ends until it is put right. */
async function committee(plan: Plan): Promise<string> {
  const { stage } = plan;
  const post = await postOf(stage, 'member');
  const scan = await bring(stage, 'secretary', `会议记录扫描件${stage.words('record/scan')}`, '会议记录.pdf');
  const checker = await postOf(stage, 'clerk');
  const happened = dayOf(await nowOf(stage));
  return recordHeld(plan, 'secretary', 'committee', {
    present: [post],
    votes: [{ post, vote: 'yes', statement: `同意${stage.words('record/statement')}` }],
    elsewhere: { happened, medium: 'meeting', scan, checker },
  });
}

/** 知悉、异议、答复、核对. */
async function hear(stage: Stage, record: string): Promise<void> {
  await stage.give('member', 'record.acknowledge', record);
  await stage.give('member', 'record.object', record, {
    words: `当日另有一人到会${stage.words('record/objection')}`,
  });
  const answer = { post: await postOf(stage, 'member'), outcome: 'stands' };
  await stage.give('office', 'record.answer-objection', record, {
    ...answer,
    words: `已核实${stage.words('record/answer')}`,
  });
  await stage.give('clerk', 'record.check', record);
}

/** 补正: the recorder's is sent back, the office's is confirmed. */
async function putRight(stage: Stage, record: string): Promise<void> {
  const reason = `已补签到表${stage.words('record/repair')}`;
  await stage.give('secretary', 'record.correct', record, { reason });
  await stage.give('director', 'record.confirm-repair', record, { agree: false });
  await stage.give('office', 'record.correct', record, { reason });
  await stage.give('director', 'record.confirm-repair', record, { agree: true });
}

async function group(plan: Plan): Promise<string> {
  const { stage } = plan;
  const happened = dayOf(await nowOf(stage));
  return recordHeld(plan, 'office', 'group', {
    present: [await postOf(stage, 'writer')],
    tally: { yes: 1, no: 0, abstain: 0 },
    elsewhere: { happened, medium: 'meeting', book: '会议记录簿第5页' },
  });
}

/** 经批准例外, confirmed by whoever approved it. */
async function exempt(stage: Stage, record: string): Promise<void> {
  await stage.give('office', 'record.exempt', record, {
    reason: `时限紧迫${stage.words('record/exemption')}`,
    approvedBy: await postOf(stage, 'leader'),
    paper: await bring(stage, 'office', `批示${stage.words('record/paper')}`, '批示.pdf'),
  });
  await stage.give('leader', 'record.confirm-repair', record, { agree: true });
}

/** 先行: a leader says to go on without the authority's answer, and its gate is exempted. */
async function withoutAnswer(plan: Plan): Promise<void> {
  const { stage, caseId } = plan;
  const filing = await filingOf(plan);
  const happened = dayOf(await nowOf(stage));
  const elsewhere = { happened, medium: 'paper', book: '收发文簿第2页' };
  await stage.give('office', 'filing.record-sent', filing, { letter: '请示', manifest: [], elsewhere });
  const approvedBy = await postOf(stage, 'leader');
  const instruction = { instruction: 'issue', leader: approvedBy, elsewhere };
  await stage.give('office', 'filing.record-instruction', filing, instruction);
  await stage.give('office', 'case.exempt', `case/${caseId}`, {
    gate: 'authority',
    approvedBy,
    paper: await bring(stage, 'office', `批示${stage.words('exemption/paper')}`, '批示.pdf'),
    reason: `先行印发${stage.words('exemption')}`,
  });
  await stage.give('director', 'case.grant-exemption', `case/${caseId}`, { gate: 'authority' });
  await advance(plan, 'authority');
}
