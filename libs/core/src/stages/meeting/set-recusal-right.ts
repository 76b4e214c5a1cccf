import { record, refuse, type Decision, type Given } from '../../decider.ts';
import type { Elsewhere } from '../../elsewhere.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { notYourRecusal, recusedAlready } from './conditions.ts';
import { closedToCorrection, ownVote, stillStands, wouldFall } from './correcting.ts';
import type { MeetingContext, MeetingState, Sum, Vote } from './meeting.ts';
import { memberOf, recorded } from './record-member.ts';
import { presider, type Seat } from './roll.ts';
import { afterPuttingRecusalRight, isRecused } from './seating.ts';

/** Who had left for the item after all, or had not and was there. */
interface SettingRight {
  readonly post: string;
  readonly recused: boolean;
  /** Of whoever was not recused: whether the member was there at the vote. */
  readonly present: boolean;
  readonly reason: string;
  readonly elsewhere: Elsewhere;
}

/** 已付表决: who left for the item is settled, and what was entered of it is put right. */
export const sincePut = (state: MeetingState): boolean =>
  state.matches('put') || state.matches('decided') || state.matches('declared');

/**
 * 更正回避, once the item was put and until the minutes are issued: who had left for it, as the secretary entered it. The
 * base and those who count are summed anew; what would turn the resolution is the body's to decide again.
 */
export function setRecusalRight(given: Given, id: string, state: MeetingState, body: SettingRight): Decision {
  const { context } = state;
  const { post, recused, present, elsewhere } = body;
  const seat = memberOf(given, context, post);
  if ('refusal' in seat) return seat;
  const refusal = hindered(state, seat, body);
  if (refusal) return refuse(refusal);
  const changed = { post, person: seat.person, recused, present, notices: [], ...voteOf(context, body) };
  const stands = resolutionAfter(given, state, changed);
  if ('refusal' in stands) return stands;
  const sealed = [{ subject: seat.person, plain: { reason: body.reason } }];
  const data = { ...changed, ...stands };
  const fact = record(streamName('meeting', id), { type: 'RecusalCorrected', data }, sealed);
  const verb = recused ? 'meeting.record-recusal' : 'meeting.withdraw-recusal';
  return recorded(given, { id, state, seat, elsewhere, fact, what: '回避更正', verb });
}

const hindered = (state: MeetingState, seat: Seat, { post, recused }: SettingRight): Refusal | null =>
  closedToCorrection(state.context) ??
  boxIsOut(state) ??
  (recused ? leftAlready(state.context, seat) : notEntered(state.context, post));

/** What was noted as the vote of whoever had left after all. */
function voteOf({ votes }: MeetingContext, { post, recused }: SettingRight): { readonly vote?: Vote } {
  const found = recused ? votes.find((one) => one.post === post) : undefined;
  return found ? { vote: found.vote } : {};
}

/** 无记名投票: who is handed a ballot is settled while the box is out. */
const boxIsOut = (state: MeetingState): Refusal | null =>
  state.context.rule.ballot === 'secret' && !state.matches('declared')
    ? notNow(
        'meeting.box-out',
        '无记名投票进行中，投票人员已经确定，现在不更正回避',
        'The ballots are out: who votes is settled, and no recusal is put right now',
        {},
        { zh: '宣布决议后可以更正', en: 'Put it right once the resolution is declared' },
      )
    : null;

function leftAlready(context: MeetingContext, { post, person }: Seat): Refusal | null {
  if (isRecused(context, person)) return recusedAlready();
  const own = context.votes.find((one) => one.post === post);
  return own && own.recorded !== true ? ownVote(post) : null;
}

function notEntered({ recusals }: MeetingContext, post: string): Refusal | null {
  const found = recusals.find((one) => one.post === post);
  if (!found)
    return notNow('meeting.not-recused', '该成员未登记回避', 'No recusal of this member is noted', { post });
  return found.kind === 'recorded' ? null : notYourRecusal(post);
}

type Changed = Omit<Parameters<typeof afterPuttingRecusalRight>[1], 'sum'>;

/** The sum anew, where there is a resolution that has to stand. What a chair decided falls with whoever presided. */
function resolutionAfter(
  given: Given,
  state: MeetingState,
  changed: Changed,
): { readonly sum?: Sum } | { readonly refusal: Refusal } {
  const { context } = state;
  const after = { ...context, ...afterPuttingRecusalRight(context, changed) };
  const isDeclared = state.matches('declared');
  if (decidedByAnother(context, after)) return { refusal: isDeclared ? presiderLeft(context) : decidedBy() };
  return isDeclared ? stillStands(given, after) : {};
}

function decidedByAnother(context: MeetingContext, after: MeetingContext): boolean {
  const [before, now] = [context, after].map(({ roll, present }) => presider(roll, present)?.post);
  return context.rule.decides === 'chair' && context.decision !== null && before !== now;
}

const presiderLeft = (context: MeetingContext): Refusal =>
  wouldFall(context, '作出决定的主持人有变', 'another would have presided');

const decidedBy = (): Refusal =>
  against(
    'meeting.presided',
    '主持人已作出决定，不能以更正回避改变由谁主持',
    'Whoever presided has decided; putting a recusal right does not change who that was',
    {},
    {
      zh: '请先更正登记的决定，或者宣布后由本机构复议',
      en: 'Correct the decision first, or have it reconsidered',
    },
  );
