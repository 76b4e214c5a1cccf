import { dayInChinese, dayOf } from '../../calendar.ts';
import { procedureOf } from '../../case/advance.ts';
import { lastDayAfter } from '../../deadlines/period.ts';
import type { Given, Known, Need } from '../../decider.ts';
import { calendarOf } from '../../org/holidays.ts';
import { against, type Refusal } from '../../refusal.ts';
import { parseStream, streamName, type StreamName } from '../../stream.ts';
import type { MeetingContext } from './context.ts';
import { meetingParams, type MeetingParams } from './params.ts';

/** A reading that is called or was held: of which stage, when, and on whose decision where it needs one. */
interface Reading {
  readonly case: string;
  readonly stage: string;
  readonly at: string;
  /** The meeting whose resolution puts the matter before the body once more. */
  readonly upon?: string | undefined;
}

type Again = NonNullable<MeetingParams['again']>;

/** The meeting that did not pass it last, and the one on whose decision it comes again. The case must be needed besides. */
export function readingNeeds(known: Known, { upon, ...of }: Reading): readonly Need[] {
  const last = failedBy(known, of);
  return [
    ...(last ? [{ read: last }] : []),
    ...(upon === undefined ? [] : [{ read: streamName('meeting', upon) }]),
  ];
}

/**
 * 再次审议: what was not passed comes before the body again after so many days, so many times, and then only when
 * another body has decided that it does.
 *
 * @source 上海市职工代表大会条例 §30 意见分歧较大的，协商修改后再次提交审议
 */
export function tooSoonAgain(given: Given, reading: Reading): Refusal | null {
  const again = againOf(given, reading);
  const failed = given.state('case', reading.case)?.context.decided[reading.stage]?.failed ?? 0;
  if (!again || failed === 0) return null;
  return failed < again.limit
    ? tooEarly(given, again, reading)
    : undecided(given, again, { reading, failed });
}

function againOf(given: Given, { case: caseId, stage }: Reading): Again | undefined {
  return meetingParams.safeParse(procedureOf(given, caseId).stage(stage).params).data?.again;
}

const failedBy = (
  known: Known,
  { case: caseId, stage }: Pick<Reading, 'case' | 'stage'>,
): StreamName<'meeting'> | undefined => known.state('case', caseId)?.context.decided[stage]?.failedBy;

/** The last meeting of the stage that did not pass it. */
function lastReading(given: Given, reading: Reading): MeetingContext | undefined {
  const name = failedBy(given, reading);
  return name === undefined ? undefined : given.state('meeting', parseStream(name).id)?.context;
}

function tooEarly(given: Given, { after, basis }: Again, reading: Reading): Refusal | null {
  const last = lastReading(given, reading);
  if (!last) return null;
  const earliest = lastDayAfter(dayOf(last.at), after, calendarOf(given), false).day;
  const on = dayOf(reading.at);
  if (on >= earliest) return null;
  const unit = after.unit === 'working' ? '个工作日' : '日';
  return withBasis(
    against(
      RULE,
      `距上次未通过（${dayInChinese(dayOf(last.at))}）不足${after.n}${unit}，最早${dayInChinese(earliest)}再次审议`,
      `It was not passed on ${dayOf(last.at)}; it comes again on ${earliest} at the earliest`,
      { last: dayOf(last.at), n: after.n, unit: after.unit, earliest, on },
      { zh: `请改在${dayInChinese(earliest)}或者以后召开`, en: `Meet on ${earliest} or later` },
    ),
    basis,
  );
}

interface Refused {
  readonly reading: Reading;
  readonly failed: number;
}

/** 第三次审议: on a resolution of the body that the procedure names, of this case and later than the last refusal. */
function undecided(given: Given, again: Again, { reading, failed }: Refused): Refusal | null {
  if (decidedUpon(given, again, reading)) return tooEarly(given, again, reading);
  const { then, limit, basis } = again;
  const title = procedureOf(given, reading.case).definition.bodies[then]?.title ?? then;
  return withBasis(
    against(
      RULE,
      `已${failed}次未通过（以${limit}次为限），须经${title}决定后方可再次提交审议`,
      `It was not passed ${failed} times (limit ${limit}); ${title} decides whether it comes again`,
      { failed, limit, then },
      {
        zh: `请注明${title}在上次未通过之后作出的决议，或者补录该决议`,
        en: 'Name the resolution that the body has passed since, or record it',
      },
    ),
    basis,
  );
}

/** Whether the meeting that is named is of the body that decides it, passed it, and met after the last refusal. */
function decidedUpon(given: Given, { then }: Again, reading: Reading): boolean {
  const upon = reading.upon === undefined ? undefined : given.state('meeting', reading.upon)?.context;
  if (upon?.outcome !== 'passed' || upon.case !== reading.case || upon.bodyKey !== then) return false;
  const last = lastReading(given, reading);
  return last === undefined || upon.at > last.at;
}

const RULE = 'meeting.second-reading';

const withBasis = (refusal: Refusal, basis: string | undefined): Refusal =>
  basis === undefined ? refusal : { ...refusal, basis };
