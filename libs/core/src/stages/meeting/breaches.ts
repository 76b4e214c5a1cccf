import { startOfDay } from '../../calendar.ts';
import type { Given } from '../../decider.ts';
import type { Breach } from '../../elsewhere.ts';
import type { Notice, Said } from '../../refusal.ts';
import { sameText } from '../../text-ref.ts';
import { isVoid } from '../../vote-facts.ts';
import { majority, outcome, quorum, type VoteFacts } from '../../votes.ts';
import { openConditions } from '../condition/imposing.ts';
import { openBallot, type Basis } from './basis.ts';
import { calledAlready, standsCalled } from './called-before.ts';
import { departsFrom, majorityOf } from './decide.ts';
import { withoutMinutes } from './declare.ts';
import type { Rule } from './facts.ts';
import type { Held, RecordMeeting } from './held.ts';
import { calledInTime } from './lead-time.ts';
import { isGate, shuts } from './params.ts';
import { voices, votingSeats } from './roll.ts';
import { chairLast } from './vote.ts';

/** A recorded meeting as it is judged. */
interface Judged {
  readonly basis: Basis;
  readonly body: RecordMeeting;
  readonly held: Held;
}

/**
 * Every rule that a recorded meeting broke. What is recorded stands; people who are not on the roll of a binding body, a
 * quorum or a majority that it did not have by its roll, and a text that nobody says it was shown, hold the next step
 * until it is put right (补正) or exempted (经批准例外). Another text than the current one can only be exempted: what was
 * not shown cannot be shown afterwards.
 */
export function breachesOf(given: Given, judged: Judged): readonly Breach[] {
  const { basis, body } = judged;
  const { params, rule } = basis;
  const as = weighed(rule);
  const grave: Breach['effect'] = isGate(params) ? 'block' : 'warn';
  const open = openConditions(given, body.case, params.subject);
  return [
    ...as(grave, [...noQuorum(judged), ...noMajority(judged)]),
    ...as(decides(body) ? grave : 'warn', otherRoll(judged)),
    ...as(grave, otherText(judged)).map((breach): Breach => ({ ...breach, mend: 'exempt' })),
    ...as(affirms(body) && !calledOn(given, judged) ? grave : 'warn', unshown(body)),
    ...as(shuts(params) ? 'block' : 'warn', open && affirms(body) ? [open] : []),
    ...as('warn', [
      ...lateCall(judged),
      ...openBallot(basis),
      ...calledAlready(given, body),
      ...unpresided(judged),
      ...notLast(judged),
      ...uncounted(judged),
      ...absentVotes(judged),
      ...unreasoned(judged),
      ...unconditioned(body),
      ...withoutMinutes(basis.rule, body.minutes),
    ]),
  ];
}

/** What a broken rule does: what the body wants, or what it does by default. */
const weighed =
  ({ recorded }: Rule) =>
  (effect: Breach['effect'], notices: readonly Notice[]): readonly Breach[] => {
    const own = new Map<string, Breach['effect']>(
      Object.entries(recorded).map(([rule, wanted]) => [`meeting.${rule}`, wanted]),
    );
    return notices.map((notice) => ({ notice, effect: own.get(notice.rule) ?? effect }));
  };

const mark = (rule: string, zh: string, en: string, facts: Notice['facts'] = {}): readonly Notice[] => {
  const said: Said = { zh, en };
  return [{ rule, said, facts }];
};

const affirms = ({ outcome: stated }: RecordMeeting): boolean =>
  stated === 'passed' || stated === 'in-principle';
const decides = (body: RecordMeeting): boolean => affirms(body) || body.outcome === 'not-passed';

function noQuorum({ basis: { rule }, body, held: { people } }: Judged): readonly Notice[] {
  const { need, quorate } = quorum(rule, people);
  if (quorate || !decides(body)) return [];
  const { all, present } = people;
  return mark(
    'meeting.quorum',
    `未达到法定人数：全体${all}，实到${present}，须${need}`,
    `No quorum: ${present} of ${all} were present, ${need} are needed`,
    { all, present, need },
  );
}

function noMajority({ basis: { rule }, body, held: { tally, stated } }: Judged): readonly Notice[] {
  if (rule.decides === 'chair' || !decides(body)) return [];
  if (stated.tally && isVoid(stated.tally)) return voided(stated.tally);
  return tally
    ? notBorne(rule, tally, body)
    : mark('meeting.majority', '本机构票决，未登记表决票数', 'This body votes, and no count is recorded');
}

/** The outcome is not the one that the count gives; a quorum that lacked is said by its own rule. */
function notBorne(rule: Rule, tally: VoteFacts, body: RecordMeeting): readonly Notice[] {
  const answer = outcome(rule, tally);
  if ('refusal' in answer) return [];
  const { yes, all } = tally;
  const { base, need } = majority(rule, tally);
  if ((base > 0 && yes >= need) === affirms(body)) return [];
  const en = `The count does not bear this outcome: ${answer.sumEn}`;
  return mark('meeting.majority', `表决票数不能得出该结果：${answer.sum}`, en, { yes, all });
}

const voided = ({ issued = 0, returned = 0 }: VoteFacts): readonly Notice[] =>
  mark('meeting.void', '收回票数多于发出票数，表决无效', 'More ballots came back than went out', {
    issued,
    returned,
  });

/** 会上所议文稿不是现行文稿: the gate opens for a text that the body was not shown. */
const otherText = ({ basis, body }: Judged): readonly Notice[] =>
  !body.text || !affirms(body) || sameText(body.text, basis.text)
    ? []
    : mark(
        'meeting.current-text',
        '会上所议文稿不是现行文稿',
        'The text that was shown is not the current one',
        { shown: body.text.hash, current: basis.text.hash },
      );

/** The meeting was called here, on this very text: then the members had it, whatever the record leaves out. */
const calledOn = (given: Given, { basis, body }: Judged): boolean => {
  const called = standsCalled(given, body);
  return called?.context.round === basis.round && sameText(called.context.item.text, basis.text);
};

const unshown = ({ text }: RecordMeeting): readonly Notice[] =>
  text
    ? []
    : mark(
        'meeting.text-shown',
        '未注明会上所议文稿，以现行文稿为准',
        'The record does not say which text was shown; the current one is taken',
      );

function lateCall({ basis: { rule }, body }: Judged): readonly Notice[] {
  if (rule.notice.effect === 'off') return [];
  if (!body.called)
    return mark(
      'meeting.notice',
      '未登记会议通知日期',
      'The record does not say when the meeting was called',
    );
  const notice = { ...rule.notice, effect: 'warn' as const };
  const inTime = calledInTime({ notice }, startOfDay(body.called), body.at, 'elsewhere');
  return 'refusal' in inTime ? [] : inTime.notices;
}

/** Whoever the org does not know as a member today, and numbers that today's roll does not have. */
function otherRoll({ basis: { roll }, body, held: { people, stated } }: Judged): readonly Notice[] {
  const holders = voices(roll);
  const named = new Set([...(stated.listed ?? []), ...stated.votes.map(({ post }) => post)]);
  const strange = [...named].filter((post) => !holders.has(post));
  const agrees = people.all === stated.people.all && people.present === stated.people.present;
  if (agrees && strange.length === 0) return [];
  return mark('meeting.roll', '与现有名册不一致', 'It does not agree with today’s roll of the body', {
    recorded: stated.people.all,
    seats: people.all,
    strange,
    stated: body.all ?? null,
    present: stated.people.present,
    counted: people.present,
  });
}

function unpresided({ basis: { roll }, body: { chair }, held }: Judged): readonly Notice[] {
  const seat = votingSeats(roll).find(({ post }) => post === chair);
  const leads = seat?.role === 'chair' || seat?.role === 'deputy';
  return leads && wasThere(chair, held)
    ? []
    : mark('meeting.presides', '不是由到会的正职或者受托副职主持', 'Neither chair nor deputy presided', {
        chair,
      });
}

/** Where no list was kept, nobody is known to have been away. */
const wasThere = (post: string | null, { stated: { listed } }: Held): boolean =>
  post !== null && (!listed?.length || listed.includes(post));

/** 末位表态, as far as the order of the votes tells. */
function notLast({ body: { chair }, held: { stated } }: Judged): readonly Notice[] {
  const place = stated.votes.findIndex(({ post }) => post === chair);
  const after = place < 0 ? 0 : stated.votes.length - 1 - place;
  return after === 0 ? [] : [chairLast(after)];
}

/** What the body's way of voting asks for and the record does not have. */
function uncounted({ basis: { rule }, body, held: { stated } }: Judged): readonly Notice[] {
  const { tally, votes } = stated;
  if (!decides(body) || !tally) return [];
  if (rule.ballot === 'named' && votes.length === 0)
    return mark('meeting.ballot', '记名表决，未登记各人表态', 'A named vote of which no names are recorded');
  if (rule.ballot !== 'secret' || tally.issued !== undefined) return [];
  return mark('meeting.ballot', '无记名投票，未登记发出、收回票数', 'A secret ballot without its ballots');
}

/** @source 中国共产党党组工作条例 §27 未到会成员的书面意见不得计入票数 */
function absentVotes({ held: { written } }: Judged): readonly Notice[] {
  const absent = written.length;
  return absent === 0
    ? []
    : mark(
        'meeting.present',
        `未到会者${absent}人的书面意见不计入票数`,
        `Written votes of ${absent} who were not present are not counted`,
        { absent },
      );
}

/** 原则通过 without what it asks for: nobody owes anything then, and the text comes before the body again all the same. */
const unconditioned = ({ outcome: stated, conditions = [] }: RecordMeeting): readonly Notice[] =>
  stated === 'in-principle' && conditions.length === 0
    ? mark(
        'meeting.condition-given',
        '原则通过，未登记所附条件、责任人和期限',
        'An agreement in principle of which no conditions are recorded',
      )
    : [];

/** @source 重大行政决策程序暂行条例 §30 行政首长拟作出的决定与多数人的意见不一致的，应当在会上说明理由 */
function unreasoned({ basis: { rule }, body, held: { tally } }: Judged): readonly Notice[] {
  const departs = rule.decides === 'chair' && departsFrom(majorityOf(tally), body.outcome);
  return body.reason === undefined && (departs || body.outcome === 'deferred')
    ? mark(
        'meeting.reason',
        '与多数意见不一致或者缓议，未登记理由',
        'It departs from the majority, or puts off, and no reason is recorded',
        { outcome: body.outcome },
      )
    : [];
}
