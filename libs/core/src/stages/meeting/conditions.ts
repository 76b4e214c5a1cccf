import type { Given, Known, Need } from '../../decider.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { sameText } from '../../text-ref.ts';
import { outcome, quorum, type Attendance, type Quorum } from '../../votes.ts';
import type { Imposing } from '../condition/imposing.ts';
import type { MeetingContext, MeetingState } from './meeting.ts';
import { presider, votingSeats } from './roll.ts';

/** The meeting itself and, once it is known, its case. */
export const itsCase = (known: Known, id: string): readonly Need[] => {
  const state = known.state('meeting', id);
  const name = streamName('meeting', id);
  return state ? [{ write: name }, { read: streamName('case', state.context.case) }] : [{ write: name }];
};

/** 应到 are the seats with a vote, 实到 who signed in. Nobody is recused: a meeting has one item, and no entry for it. */
export const attendance = ({ roll, present }: MeetingContext): Attendance => ({
  all: votingSeats(roll).length,
  recused: 0,
  present: present.length,
});

/** Whether the body may decide with who is here, as the numbers that a fact keeps. */
export function attended(context: MeetingContext): { people: Attendance; reached: Quorum } {
  const people = attendance(context);
  return { people, reached: quorum(context.rule, people) };
}

export const standing = (state: MeetingState | undefined) => ({ status: state?.value ?? 'absent' });

/** 法定人数. */
export function noQuorum(context: MeetingContext): Refusal | null {
  const { people, reached } = attended(context);
  if (reached.quorate) return null;
  const { all, present } = people;
  const missing = reached.need - present;
  return {
    ...against(
      'meeting.quorum',
      `未达到法定人数：全体${all}，实到${present}，须${reached.need}`,
      `No quorum: ${present} of ${all} are present, ${reached.need} are needed`,
      { all, present, need: reached.need },
      { zh: `还需${missing}人到会`, en: `${missing} more must be present` },
    ),
    ...(context.rule.basis ? { basis: context.rule.basis } : {}),
  };
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
