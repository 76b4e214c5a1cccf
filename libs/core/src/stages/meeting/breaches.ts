import { startOfDay } from '../../calendar.ts';
import type { Given } from '../../decider.ts';
import type { Breach } from '../../elsewhere.ts';
import { calendarOf } from '../../org/holidays.ts';
import type { Notice, Said } from '../../refusal.ts';
import { sameText } from '../../text-ref.ts';
import { isVoid } from '../../vote-facts.ts';
import { majority, outcome, quorum, type VoteFacts } from '../../votes.ts';
import { streamName } from '../../stream.ts';
import type { WorkCalendar } from '../../working-days.ts';
import { openConditions } from '../condition/imposing.ts';
import { asks } from './asked.ts';
import { openBallot, type Basis } from './basis.ts';
import { calledAlready, standsCalled } from './called-before.ts';
import { departsFrom, majorityOf } from './decide.ts';
import { withoutMinutes } from './declare.ts';
import type { Rule } from './facts.ts';
import { recusalsOf, type Held, type RecordMeeting } from './held.ts';
import { circulated, merged } from './instead.ts';
import { calledInTime } from './lead-time.ts';
import { isGate, shuts } from './params.ts';
import { voices, votingSeats } from './roll.ts';
import { isRecused } from './seating.ts';
import { tooSoonAgain } from './second-reading.ts';
import { beforehand, sponsorAbsent, unread } from './tabled.ts';
import { chairLast } from './vote.ts';
import { weighed } from './weighed.ts';

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
    ...as('block', [circulated(body), tookPart(given, judged)]),
    ...as('warn', [
      ...lateCall(judged, calendarOf(given)),
      openBallot(basis),
      tooSoonAgain(given, body),
      merged(basis, body),
      ...beforehand(given, basis, body.tabling),
      ...inTheRoom(given, judged),
      ...calledAlready(given, body),
      ...unpresided(judged),
      notLast(judged),
      ...uncounted(judged),
      ...absentVotes(judged),
      ...unreasoned(judged),
      ...unconditioned(body),
      ...withoutMinutes(basis.rule, body.minutes),
    ]),
  ];
}

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

function lateCall({ basis: { rule }, body }: Judged, calendar: WorkCalendar): readonly Notice[] {
  if (rule.notice.effect === 'off') return [];
  if (!body.called)
    return mark(
      'meeting.notice',
      '未登记会议通知日期',
      'The record does not say when the meeting was called',
    );
  const notice = { ...rule.notice, effect: 'warn' as const };
  const inTime = calledInTime({ notice }, startOfDay(body.called), body.at, calendar, 'elsewhere');
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

/** 分管领导未到会、未阅材料, where the record names a sheet and says who was there. */
function inTheRoom(given: Given, { basis, body, held: { stated } }: Judged): readonly (Notice | null)[] {
  if (body.tabling === undefined || !stated.listed) return [];
  const { roll } = basis;
  const there = {
    tabling: streamName('tabling', body.tabling),
    roll,
    here: stated.listed,
    recusals: recusalsOf(basis, body),
  };
  return [sponsorAbsent(given, there), unread(given, there)];
}

/** 应当回避而未回避: of whom the meeting that was called here says that they left, or are interested. */
function tookPart(given: Given, { basis: { roll }, body, held: { stated } }: Judged): Notice | null {
  const called = standsCalled(given, body)?.context;
  if (!called) return null;
  const named = new Set([...(stated.listed ?? []), ...stated.votes.map(({ post }) => post)]);
  const posts = votingSeats(roll).flatMap(({ post, person }) =>
    named.has(post) && (isRecused(called, person) || called.interested.includes(post)) ? [post] : [],
  );
  if (posts.length === 0) return null;
  const said: Said = {
    zh: `已回避或者已指明有利害关系的成员${posts.length}人，登记为到会或者表决`,
    en: `${posts.length} who were recused or named as interested are recorded as present or voting`,
  };
  return { rule: 'meeting.recusal', said, facts: { posts } };
}

/** 末位表态, as far as the order of the votes tells. */
function notLast({ body: { chair }, held: { stated } }: Judged): Notice | null {
  const place = stated.votes.findIndex(({ post }) => post === chair);
  return chairLast(place < 0 ? 0 : stated.votes.length - 1 - place);
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
const unconditioned = ({ outcome: stated, ...asking }: RecordMeeting): readonly Notice[] =>
  stated === 'in-principle' && !asks(asking)
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
