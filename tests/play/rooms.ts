import { Me, Resource } from '@mouding/contract';
import { addDays, dayOf } from '@mouding/core';
import type { Who } from './institutions.ts';
import { declare, type Plan } from './plan.ts';
import { ROOMS } from './scheme-procedures.ts';
import { keep, read, type Stage } from './stage.ts';
import { tableItem } from './tabling.ts';

/** What a test looks at afterwards. */
export interface Rooms {
  /** The meeting that was held in a room, and the condition that it gave to 护理部. */
  readonly meeting: string;
  readonly condition: string;
  /** 议题申报, by which the item was asked for that was then taken back. */
  readonly tabling: string;
}

/**
 * 院长办公会: its item is taken back; a meeting in a room agrees in principle, with three conditions that are met and
 * verified, or waived; the second reading, of which the secretary records who came and how they voted, says yes.
 */
export async function meetInRooms(stage: Stage): Promise<Rooms> {
  const plan = await opened(stage);
  const tabling = await tableItem(plan);
  await takeBack(plan, tabling);
  const meeting = await agreeInPrinciple(plan);
  const [first = '', second = '', third = ''] = await conditionsOf(stage, meeting);
  await stage.give('support', 'condition.meet', first, {
    report: `已落实${stage.words('condition/report')}`,
  });
  await stage.give('secretary', 'condition.verify', first, { agree: true });
  await stage.give('lead', 'condition.meet', second, { report: '已核对' });
  await stage.give('office', 'condition.verify', second, { agree: true });
  await stage.give('leader', 'condition.waive', third, {
    reason: `不再需要${stage.words('condition/waiver')}`,
  });
  await readAgain(plan);
  return { meeting, condition: first, tabling };
}

async function opened(stage: Stage): Promise<Plan> {
  await stage.give('office', 'procedure.publish', '', { definition: ROOMS, document: null });
  const scheme = await keep(stage, 'office', '审议方案');
  const body = { title: '方案审议', procedure: ROOMS.id, scheme, authority: null };
  const { made } = await stage.give('office', 'case.open', '', body);
  return { stage, caseId: (made ?? '').slice('case/'.length) };
}

const meOf = async (stage: Stage, who: Who): Promise<Me> => Me.parse(await read(stage, who, '/v1/me'));

/** The post and, for a head, the department that somebody holds. */
async function heldBy(
  stage: Stage,
  who: Who,
): Promise<{ readonly post: string; readonly department: string }> {
  const [held] = (await meOf(stage, who)).capacities;
  return { post: held?.post ?? '', department: held?.department?.id ?? '' };
}

async function called({ stage, caseId }: Plan, more: object = {}): Promise<string> {
  const { now: at } = await meOf(stage, 'secretary');
  const agenda = { titles: ['人事事项', '审议方案'], ours: 2 };
  const body = { case: caseId, stage: 'deans', at, place: '三楼会议室', agenda, ...more };
  return (await stage.give('secretary', 'meeting.call', '', body)).made ?? '';
}

/** An item that was tabled and read beforehand is called, and gets a further paper. Answers its 议题申报. */
export async function exchangePaper(stage: Stage): Promise<string> {
  const plan = await opened(stage);
  const tabling = await tableItem(plan);
  await calledWithPaper(plan, tabling);
  return tabling;
}

async function calledWithPaper(plan: Plan, tabling: string): Promise<string> {
  const { stage } = plan;
  const meeting = await called(plan, { tabling: tabling.slice('tabling/'.length) });
  const paper = await keep(stage, 'secretary', `补充材料${stage.words('paper')}`);
  await stage.give('secretary', 'meeting.add-paper', meeting, { paper });
  return meeting;
}

async function takeBack(plan: Plan, tabling: string): Promise<void> {
  const { stage } = plan;
  const meeting = await calledWithPaper(plan, tabling);
  await stage.give('secretary', 'meeting.add-item', meeting, { title: '临时议题', reason: '时限紧迫' });
  await stage.give('secretary', 'meeting.correct-item', meeting, {
    no: 3,
    title: `应急物资采购${stage.words('retitled')}`,
    reason: '名称登记有误',
  });
  await stage.give('office', 'meeting.withdraw-item', meeting, {
    reason: `材料待补${stage.words('withdrawal')}`,
  });
}

const elsewhereAt = (now: string) => ({ happened: dayOf(now), medium: 'meeting', book: '会议记录簿第1页' });

async function agreeInPrinciple({ stage, caseId }: Plan): Promise<string> {
  const { now: at } = await meOf(stage, 'secretary');
  const [chair, member] = [await heldBy(stage, 'leader'), await heldBy(stage, 'lead')];
  const [support, owner] = [await heldBy(stage, 'support'), await heldBy(stage, 'owner')];
  const due = addDays(dayOf(at), 10);
  const conditions = [
    { wording: `补充测算${stage.words('condition')}`, owner: { department: support.department }, due },
    { wording: '核对指标', owner: { post: member.post }, due },
    { wording: '另作论证', owner: { department: owner.department }, due },
  ];
  const body = {
    case: caseId,
    stage: 'deans',
    at,
    place: '三楼会议室',
    called: dayOf(at),
    chair: chair.post,
    text: await keep(stage, 'secretary', '审议方案'),
    present: [chair.post, member.post],
    votes: [{ post: member.post, vote: 'yes' }],
    outcome: 'in-principle',
    conditions,
    minutes: null,
    elsewhere: elsewhereAt(at),
  };
  return (await stage.give('secretary', 'meeting.record', '', body)).made ?? '';
}

async function conditionsOf(stage: Stage, meeting: string): Promise<readonly string[]> {
  const { data } = Resource.parse(await read(stage, 'secretary', `/v1/meetings/${meeting.split('/')[1]}`));
  return (data['conditions'] as readonly { readonly condition: string }[]).map(({ condition }) => condition);
}

async function readAgain(plan: Plan): Promise<void> {
  const { stage } = plan;
  const meeting = await called(plan);
  const elsewhere = elsewhereAt((await meOf(stage, 'secretary')).now);
  const [chair, member] = [await heldBy(stage, 'leader'), await heldBy(stage, 'lead')];
  for (const { post } of [chair, member])
    await stage.give('secretary', 'meeting.record-attendance', meeting, { post, what: 'coming', elsewhere });
  await stage.give('secretary', 'meeting.open', meeting);
  await stage.give('leader', 'meeting.put', meeting);
  await stage.give('secretary', 'meeting.record-vote', meeting, {
    post: member.post,
    vote: 'yes',
    elsewhere,
  });
  await stage.give('secretary', 'meeting.correct-vote', meeting, {
    post: member.post,
    vote: 'abstain',
    reason: '登记有误，按举手情况更正',
    elsewhere,
  });
  await stage.give('secretary', 'meeting.record-decision', meeting, { outcome: 'passed', elsewhere });
  await declare(plan, meeting, 'rooms');
  await stage.give('secretary', 'meeting.correct-decision', meeting, {
    stated: `资金已落实${stage.words('stated')}`,
    reason: '漏记决定的理由',
    elsewhere,
  });
  const keeper = await heldBy(stage, 'secretary');
  const book = { volume: '第1册', pages: '第3页' };
  const filed = { kind: 'record', book, keeper: keeper.post, signer: chair.post, elsewhere };
  await stage.give('secretary', 'meeting.file-minutes', meeting, filed);
}
