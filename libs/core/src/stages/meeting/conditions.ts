import type { Given, Known, Need } from '../../decider.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText } from '../../text-ref.ts';
import { outcome, quorum, type Attendance, type Quorum } from '../../votes.ts';
import type { Imposing } from '../condition/imposing.ts';
import type { Giving } from '../mandate/giving.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { counted } from './remote.ts';
import { presider, votingSeats } from './roll.ts';
import { isRecused, recusedSeats } from './seating.ts';

/** The meeting itself and, once it is known, its case and the sitting that it is an item of. */
export const itsCase = (known: Known, id: string): readonly Need[] => {
  const state = known.state('meeting', id);
  const name = streamName('meeting', id);
  if (!state) return [{ write: name }];
  const { case: caseId, sitting } = state.context;
  return [
    { write: name },
    { read: streamName('case', caseId) },
    ...(sitting === null ? [] : [{ read: sitting }]),
  ];
};

/** 应到 are the seats with a vote, 回避 those of them who left for this item, 实到 who is there. */
export const attendance = (context: MeetingContext): Attendance => ({
  all: votingSeats(context.roll).length,
  recused: recusedSeats(context).length,
  present: counted(context).length,
});

/** Whether the body may decide with who is here, as the numbers that a fact keeps. */
export function attended(context: MeetingContext): { people: Attendance; reached: Quorum } {
  const people = attendance(context);
  return { people, reached: quorum(context.rule, people) };
}

export const standing = (state: MeetingState | undefined) => ({ status: state?.value ?? 'absent' });

/** What is voted on has not been put, or no longer stands to the vote. */
export const notPut = (state: MeetingState | undefined): Refusal =>
  notNow('meeting.put', '议题未付表决', 'The item is not open to the vote', standing(state));

/** 法定人数. Where recusal alone makes it impossible, more coming does not help: then the item is referred upward. */
export function noQuorum(context: MeetingContext): Refusal | null {
  const { people, reached } = attended(context);
  if (reached.quorate) return null;
  const { all, recused, present } = people;
  const missing = reached.need - present;
  const refusal = unreachable(context)
    ? tooFewLeft(context)
    : against(
        'meeting.quorum',
        `未达到法定人数：全体${all}${recused > 0 ? `，回避${recused}` : ''}，实到${present}<${reached.need}`,
        `No quorum: ${present} of ${all} are present, ${reached.need} are needed`,
        { all, recused, present, need: reached.need },
        { zh: `还需${missing}人到会`, en: `${missing} more must be present` },
      );
  return { ...refusal, ...(context.rule.basis ? { basis: context.rule.basis } : {}) };
}

/** Whether recusal leaves so few that the body could not decide even if everybody who is left came and said yes. */
export function unreachable(context: MeetingContext): boolean {
  const { rule } = context;
  const { all, recused } = attendance(context);
  if (recused === 0) return false;
  const left = { all, recused, present: all - recused };
  if (!quorum(rule, left).quorate || !somebodyLeads(context)) return true;
  const answer = outcome(rule, { ...left, yes: left.present, no: 0, abstain: 0, invalid: 0 });
  return rule.decides === 'vote' && !('refusal' in answer) && !answer.possible;
}

/** Where the chief decides, there must be somebody left to decide. */
function somebodyLeads(context: MeetingContext): boolean {
  if (context.rule.decides === 'vote') return true;
  const left = votingSeats(context.roll).filter((seat) => !isRecused(context, seat.person));
  return (
    presider(
      context.roll,
      left.map(({ post }) => post),
    ) !== undefined
  );
}

/** 回避后人数不足: the body cannot decide on this item at all. */
function tooFewLeft(context: MeetingContext): Refusal {
  const { all, recused } = attendance(context);
  const left = all - recused;
  return against(
    'meeting.recusal-floor',
    `全体${all}，回避${recused}，余${left}人，本机构不能就该议题作出决定`,
    `Of ${all} members ${recused} are recused; the ${left} who are left cannot decide on this item`,
    { all, recused, left },
    { zh: '请提请上级决定', en: 'Refer the item to the body above' },
  );
}

/** 本轮、本稿: the stage must be in the round of the call, and the text of the item still the case's current one. */
export const outdated = (given: Given, context: MeetingContext): Refusal | null =>
  otherRound(given, context) ?? otherText(given, context);

export function otherRound(given: Given, { case: caseId, stage, round }: MeetingContext): Refusal | null {
  const current = given.state('case', caseId)?.context.entered[stage]?.round ?? round;
  if (current === round) return null;
  return notNow(
    'meeting.round',
    `本次会议为第${round}轮审议召集，该环节已进入第${current}轮`,
    `This meeting was called for round ${round}; the stage is in round ${current}`,
    { called: round, current },
    { zh: '请重新召集会议', en: 'Call another meeting' },
  );
}

function otherText(given: Given, { case: caseId, item }: MeetingContext): Refusal | null {
  const current = given.state('case', caseId)?.context.texts[item.subject] ?? null;
  if (sameText(current, item.text)) return null;
  return against(
    'meeting.current-text',
    '会议通知后文稿已变更，不能就原文稿作出决定',
    'The text has changed since the meeting was called; the old one cannot be decided on',
    { called: item.text.hash, current: current?.hash ?? null },
    { zh: '请就现行文稿重新召集会议', en: 'Call a meeting on the current text' },
  );
}

/** What conditions of this meeting belong to. */
export const imposingOf = (id: string, context: MeetingContext): Imposing => ({
  case: context.case,
  stage: context.stage,
  meeting: streamName('meeting', id),
  bodyKey: context.bodyKey,
  subject: context.item.subject,
  presider: presider(context.roll, context.present)?.post ?? null,
});

/** The same for what a body asks for in principle: a mandate names passages of the text that was decided on. */
export const givingOf = (id: string, context: MeetingContext): Giving => ({
  ...imposingOf(id, context),
  text: context.item.text,
});

export const itsBallot = (known: Known, id: string): readonly Need[] => {
  const ballot = known.state('meeting', id)?.context.ballot;
  return ballot ? [{ read: ballot }] : [];
};

export const noSeat = (given: Given): Refusal =>
  against(
    'meeting.seat',
    '您不在本次会议有表决权的名册内',
    'You hold no seat with a vote on the roll of this meeting',
    {
      post: given.actor.post,
    },
  );

/** 已回避: nobody leaves twice. */
export const recusedAlready = (): Refusal =>
  notNow('meeting.recused', '该成员已就本议题回避', 'This member is recused from the item already');

/** 本人撤回本人的，会议秘书撤回代录的. */
export const notYourRecusal = (post: string | undefined): Refusal =>
  against(
    'meeting.recused-oneself',
    '没有可由您撤回的回避：本人撤回本人的，会议秘书撤回代录的',
    'There is no recusal that is yours to take back: one’s own, or one that the secretary recorded',
    { post: post ?? null },
  );

/** 可开会，不可能通过: enough to meet, too few to pass anything. */
export function hopeless(context: MeetingContext): readonly Notice[] {
  const people = attendance(context);
  const answer = outcome(context.rule, { ...people, yes: 0, no: 0, abstain: 0, invalid: 0 });
  if ('refusal' in answer || answer.possible || context.rule.decides === 'chair') return [];
  return [
    {
      rule: 'meeting.can-pass',
      said: {
        zh: '可开会，不可能通过：实到人数全部赞成也达不到通过票数',
        en: 'May meet, cannot pass: even if everybody present votes yes it is not enough',
      },
      facts: { all: people.all, present: people.present },
    },
  ];
}
