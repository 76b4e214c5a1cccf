import { record, type Given, type Known, type Need, type Recorded } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import { sameText } from '../../text-ref.ts';
import { isLive } from '../tabling/prepare.ts';
import type { TablingState } from '../tabling/tabling.ts';
import type { Basis } from './basis.ts';
import type { MeetingContext } from './meeting.ts';
import { votingSeats } from './roll.ts';
import { isRecused } from './seating.ts';

type Of = Pick<MeetingContext, 'tabling' | 'roll' | 'here' | 'recusals'>;

/** 议题申报 by which the item of a meeting came before the body, to be written. The meeting must be needed besides. */
export function tablingNeeds(known: Known, id: string): readonly Need[] {
  const write = known.state('meeting', id)?.context.tabling;
  return write ? [{ write }] : [];
}

const sheetOf = (given: Given, tabling: StreamName<'tabling'> | null): TablingState | undefined =>
  tabling === null ? undefined : given.state('tabling', parseStream(tabling).id);

/** 列入会议: what the sheet learns of the meeting that was called for it. */
export const tabledBy = (tabling: string | undefined, meeting: StreamName<'meeting'>): readonly Recorded[] =>
  tabling === undefined
    ? []
    : [record(streamName('tabling', tabling), { type: 'ItemTabled', data: { meeting } })];

/** A sheet that is not there, is over, or is about another stage: no weight of any rule makes sense of it. */
export function strayTabling(
  given: Given,
  of: { case: string; stage: string; tabling?: string | undefined },
) {
  if (of.tabling === undefined) return null;
  const state = given.state('tabling', of.tabling);
  const status = state?.value ?? 'absent';
  if (!isLive(state))
    return notNow(
      'tabling.standing',
      '未找到该议题申报，或者已撤回、不予安排',
      'The item was never asked for, was taken back or declined',
      { status },
    );
  const { case: caseId, stage } = state.context;
  return caseId === of.case && stage === of.stage
    ? null
    : against('tabling.stage', '该议题申报的不是本环节', 'It was asked for another stage', { stage });
}

/**
 * What the body asks of an item before it meets: 申报并经审定 (intake), 书记院长沟通 (consensus), 会前酝酿 (circulated).
 * Each is weighed by the body.
 */
export function beforehand(
  given: Given,
  { text }: Basis,
  tabling: string | undefined,
): readonly (Refusal | null)[] {
  const sheet = tabling === undefined ? undefined : given.state('tabling', tabling);
  return [notTaken(sheet, text), notAgreed(sheet), notCirculated(sheet)];
}

function notTaken(sheet: TablingState | undefined, text: Basis['text']): Refusal | null {
  const needs = {
    zh: '请申报议题，经分管领导签署意见、主持人审定',
    en: 'Ask for the item, and have it approved',
  };
  if (!sheet)
    return against(
      'meeting.intake',
      '本议题未经申报、审定',
      'The item was not asked for',
      { sheet: false },
      needs,
    );
  const { backed, approved } = sheet.context;
  if (!approved)
    return against(
      'meeting.intake',
      '本议题已申报，尚未审定',
      'The item was asked for and is not approved',
      { sheet: true, backed, approved },
      needs,
    );
  return sameText(sheet.context.text, text)
    ? null
    : against(
        'meeting.intake',
        '申报、审定的文稿不是现行文稿',
        'The text that was approved for the meeting is not the current one',
        { asked: sheet.context.text.hash, current: text.hash },
        needs,
      );
}

/** @source 公立医院党委会、院长办公会议事规则 书记、院长会前充分沟通 */
function notAgreed(sheet: TablingState | undefined): Refusal | null {
  const agreed = sheet?.context.agreed ?? null;
  if (agreed === true) return null;
  const needs = { zh: '请书记、院长沟通一致后登记', en: 'Let the two chiefs agree, and note it' };
  return agreed === null
    ? against(
        'meeting.consensus',
        '未登记书记、院长会前沟通情况',
        'It is not noted that the chiefs agreed',
        {},
        needs,
      )
    : against(
        'meeting.consensus',
        '书记、院长会前意见不一致',
        'The two chiefs do not agree',
        { agreed },
        needs,
      );
}

const notCirculated = (sheet: TablingState | undefined): Refusal | null =>
  (sheet?.context.to.length ?? 0) > 0
    ? null
    : against(
        'meeting.circulated',
        '会前未将材料送全体成员阅看',
        'The papers were not sent to the members beforehand',
        { sent: 0 },
        { zh: '请先送阅材料', en: 'Send them first' },
      );

/**
 * 分管领导未到会, as the roll of this moment tells; null where the leader in charge left for the item (回避), or has no seat
 * with a vote, and nobody keeps whether he sits in. What {@link tablingNeeds} names must be known.
 */
export function sponsorAbsent(given: Given, { tabling, roll, here, recusals }: Of): Refusal | null {
  const sponsor = sheetOf(given, tabling)?.context.sponsor ?? null;
  if (sponsor === null) return null;
  const person = given.org.context.posts.find(({ id }) => id === sponsor)?.holder?.person;
  const seats = votingSeats(roll).filter((seat) => seat.person === person || seat.post === sponsor);
  if (seats.every((seat) => isRecused({ recusals }, seat.person))) return null;
  if (seats.some(({ post }) => here.includes(post))) return null;
  return against(
    'meeting.sponsor',
    '分管领导未到会，议题宜缓议',
    'The leader in charge of the item is not present',
    { sponsor },
    { zh: '请待分管领导到会，或者缓议', en: 'Wait for the leader in charge, or put the item off' },
  );
}

/** 未阅会议材料: members who are here, were sent the papers, and have not opened them. As {@link sponsorAbsent} asks. */
export function unread(given: Given, { tabling, here }: Pick<Of, 'tabling' | 'here'>): Refusal | null {
  const sheet = sheetOf(given, tabling)?.context;
  const posts = (sheet?.to ?? []).filter((post) => here.includes(post) && !sheet?.read.includes(post));
  if (posts.length === 0) return null;
  return against(
    'meeting.read',
    `到会成员中有${posts.length}人未阅会议材料`,
    `${posts.length} of those present have not opened the papers`,
    { posts },
    { zh: '请先阅看材料', en: 'Let them read first' },
  );
}
