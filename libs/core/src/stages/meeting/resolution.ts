import type { Given } from '../../decider.ts';
import { against, notNow, type Notice, type Refusal, type Said } from '../../refusal.ts';
import {
  attendanceStep,
  majority,
  outcome,
  quorum,
  type Attendance,
  type VoteAnswer,
  type VoteFacts,
} from '../../votes.ts';
import { cast } from '../../vote-facts.ts';
import { attendance, noQuorum } from './conditions.ts';
import type { MeetingContext, MeetingOutcome, Rule, Sum } from './meeting.ts';
import { unvoted } from './rows.ts';
import { tallyOf } from './tally.ts';

/** 决议: the outcome with the sum that was done. */
export interface Resolution {
  readonly outcome: MeetingOutcome;
  readonly sum: Sum;
  readonly notices: readonly Notice[];
}

/** What the meeting has come to: the chair's decision where there is one, the count otherwise. */
export function resolve(given: Given, context: MeetingContext): Resolution | { readonly refusal: Refusal } {
  const tally = tallyOf(given, context);
  if (context.decision !== null)
    return {
      outcome: context.decision,
      sum: statedSum(context.rule, attendance(context), byChair(context.decision, tally)),
      notices: [],
    };
  if (context.rule.decides === 'chair')
    return {
      refusal: notNow('meeting.decided', '主持人尚未作出决定', 'Whoever presides has not decided yet', {
        decides: 'chair',
      }),
    };
  if (!tally)
    return {
      refusal: notNow('meeting.counted', '表决尚未计票，不能宣布', 'The vote has not been counted yet', {
        ballot: context.rule.ballot,
      }),
    };
  return byVote(context, tally);
}

function byVote(context: MeetingContext, tally: VoteFacts): Resolution | { readonly refusal: Refusal } {
  const answer = outcome(context.rule, tally);
  if ('refusal' in answer) return answer;
  const refusal = noQuorum(context) ?? voided(answer, tally) ?? undecided(context, tally);
  if (refusal) return { refusal };
  const passed = answer.outcome === 'passed';
  return {
    outcome: passed ? yes(context) : 'not-passed',
    sum: votedSum(context.rule, tally, answer),
    notices: [...silent(unvoted(context).length), ...(passed ? [] : even(tally))],
  };
}

/** What was put is what a majority has said yes to: the item, or the item on conditions or under a mandate. */
const yes = ({ conditions, mandate }: MeetingContext): MeetingOutcome =>
  conditions.length > 0 || mandate !== null ? 'in-principle' : 'passed';

/** 收回多于发出: the vote is held again. @source 选举办法 收回多于发出无效，重新表决 */
const voided = (answer: VoteAnswer, { issued = 0, returned = 0 }: VoteFacts): Refusal | null =>
  answer.outcome === 'void'
    ? against(
        'meeting.void',
        `收回${returned}张多于发出${issued}张，表决无效`,
        `${returned} ballots came back of ${issued}: the vote is void`,
        { issued, returned },
        { zh: '请重新提请审议并表决', en: 'Put the item again and vote again' },
      )
    : null;

/** Those who have not voted may still turn it: then it is too early to declare. */
function undecided({ rule, ...context }: MeetingContext, tally: VoteFacts): Refusal | null {
  const waiting = unvoted({ rule, ...context }).length;
  const ends = [tally, { ...tally, yes: tally.yes + waiting }, { ...tally, no: tally.no + waiting }].map(
    (facts) => outcome(rule, facts),
  );
  const results = new Set(ends.map((end) => ('refusal' in end ? end.refusal.rule : end.outcome)));
  if (results.size === 1) return null;
  return against(
    'meeting.all-voted',
    `尚有${waiting}人未表决，可能改变结果，不能宣布`,
    `${waiting} have not voted and could turn the result`,
    { waiting },
    { zh: `还需${waiting}人表决，或者缓议`, en: `${waiting} must vote, or the item is put off` },
  );
}

const silent = (waiting: number): readonly Notice[] =>
  waiting === 0
    ? []
    : [
        {
          rule: 'meeting.all-voted',
          said: {
            zh: `有${waiting}人未表决，不影响结果`,
            en: `${waiting} did not vote; the result is the same`,
          },
          facts: { waiting },
        },
      ];

/** 双方人数相等: there is no casting vote; it is not passed, and may be heard again or referred upward. */
const even = ({ yes, no }: VoteFacts): readonly Notice[] =>
  yes !== no || yes === 0
    ? []
    : [
        {
          rule: 'meeting.even',
          said: {
            zh: `赞成、反对各${yes}票，未通过；可以再次审议，重大问题提请上级决定`,
            en: `${yes} for and ${no} against: not passed; it may be heard again, or referred upward`,
          },
          facts: { yes, no },
        },
      ];

const share = ({ base, num, den }: { base: string; num: number; den: number }, exceed: boolean): string =>
  `${base} ${exceed ? '>' : '≥'} ${num}/${den}`;

const numbers = ({ all, recused, present, issued, returned, yes, no, abstain, invalid }: VoteFacts): Sum => ({
  all,
  ...(recused === 0 ? {} : { recused }),
  present,
  ...(issued === undefined ? {} : { issued }),
  ...(returned === undefined ? {} : { returned }),
  yes,
  no,
  abstain,
  invalid,
});

export function votedSum(rule: Rule, tally: VoteFacts, answer: VoteAnswer): Sum {
  const { base, need } = majority(rule, tally);
  return {
    decides: rule.decides,
    quorum: share(rule.quorum, !rule.quorum.inclusive),
    quorate: answer.quorate,
    rule: share(rule.pass, rule.pass.strict),
    ...numbers(tally),
    base,
    need,
    got: tally.yes,
    zh: answer.sum,
    en: answer.sumEn,
  };
}

/** An outcome that no count decided, and who says so. */
interface Stated {
  readonly outcome: MeetingOutcome;
  readonly tally: VoteFacts | null;
  readonly by: { readonly zh: string; readonly en: string };
}

const byChair = (outcome: MeetingOutcome, tally: VoteFacts | null): Stated => ({
  outcome,
  tally,
  by: { zh: '主持人决定', en: 'the chair decides' },
});

/** 缓议 needs no quorum: then the sum says truly that there was none. Votes stand in it only when some were given. */
export function statedSum(rule: Rule, people: Attendance, { outcome: stated, tally, by }: Stated): Sum {
  const { need, quorate } = quorum(rule, people);
  const step = attendanceStep(rule, people);
  const voted = tally !== null && cast(tally) > 0 ? tally : null;
  const votes = votesSaid(voted);
  return {
    decides: rule.decides,
    quorum: share(rule.quorum, !rule.quorum.inclusive),
    quorate,
    rule: rule.decides === 'chair' ? 'chair' : share(rule.pass, rule.pass.strict),
    ...(voted ? numbers(voted) : present(people)),
    need,
    got: people.present,
    zh: `${step.zh}${votes.zh}；${by.zh}：${rule.words[stated]}`,
    en: `${step.en}${votes.en}; ${by.en}: ${stated}`,
  };
}

const votesSaid = (voted: VoteFacts | null): Said =>
  voted
    ? {
        zh: `；赞成${voted.yes}，反对${voted.no}，弃权${voted.abstain}`,
        en: `; yes ${voted.yes}, no ${voted.no}, abstaining ${voted.abstain}`,
      }
    : { zh: '', en: '' };

const present = ({ all, recused, present: there }: Attendance): Sum => ({
  all,
  ...(recused === 0 ? {} : { recused }),
  present: there,
});
