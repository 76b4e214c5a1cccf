import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Decision, type Given } from '../../decider.ts';
import { calendarOf } from '../../org/holidays.ts';
import { weighAll } from '../../procedure/effects.ts';
import { against, notNow, unknownText, type Notice, type Refusal } from '../../refusal.ts';
import { streamName, type StreamName } from '../../stream.ts';
import { TextRef } from '../../text-ref.ts';
import { basisOf, notConvening, openBallot, unseated, type Basis } from './basis.ts';
import { calledAlready, earlierNeeds, lastOf } from './called-before.ts';
import { InSitting, listing, misattached, sittingNeeds } from '../sitting/attach.ts';
import { calledInTime } from './lead-time.ts';
import { calledAgain, notReconsidering, reconsideredNeeds } from './reconsider.ts';
import { readingNeeds, tooSoonAgain } from './second-reading.ts';
import { beforehand, strayTabling, tabledBy } from './tabled.ts';
import { readyNeeds, weighText } from '../manuscript/text-ready.ts';

const Title = z.string().trim().min(1).max(200);

export const CallMeeting = z
  .strictObject({
    case: z.uuid().meta({ description: '规划编制工作 · the case' }),
    stage: z.string().min(1).max(40).meta({ description: '审议环节标识 · id of the stage' }),
    at: z.iso.datetime({ precision: 3 }).meta({ description: '会议时间（UTC） · when it is held' }),
    place: z.string().trim().min(1).max(100).meta({ description: '会议地点 · where it is held' }),
    agenda: z
      .strictObject({
        titles: z
          .array(Title)
          .min(1)
          .max(60)
          .meta({ description: '全部议题，按议程顺序 · every item, in order' }),
        ours: z.int().min(1).max(60).meta({ description: '本议题为第几项 · which of them is this one' }),
      })
      .optional()
      .meta({ description: '会议议程；缺省只有本议题 · the agenda; by default this item alone' }),
    papers: z
      .array(TextRef)
      .max(20)
      .optional()
      .meta({ description: '随通知送达的会议材料 · what is sent with the notice' }),
    reconsiders: z
      .uuid()
      .optional()
      .meta({ description: '复议：原作出决议的会议 · the meeting whose decision is decided on again' }),
    upon: z.uuid().optional().meta({
      description: '再次提交审议所依据的决议（会议） · the meeting on whose resolution it comes again',
    }),
    tabling: z
      .uuid()
      .optional()
      .meta({ description: '议题申报 · the sheet by which the item was asked for' }),
    sitting: InSitting.optional(),
  })
  .meta({ id: 'CallMeeting', description: '召集会议 · calls a meeting on one item' });

type CallMeeting = z.infer<typeof CallMeeting>;

/**
 * 召集会议（一事一议）. Freezes the roll, the body's rule and the text of the item: what is decided is decided by
 * these people, by this rule, on this text. The agenda is closed then.
 *
 * @source 重大行政决策程序暂行条例 §30 集体讨论
 */
export const callMeeting: Command<'meeting', CallMeeting> = {
  verb: 'meeting.call',
  on: 'meeting',
  during: ['absent'],
  needs: (known, id, body) => [
    { write: streamName('meeting', id) },
    { write: streamName('case', body.case) },
    ...earlierNeeds(known, body),
    ...readingNeeds(known, body),
    ...reconsideredNeeds(known, body),
    ...(body.papers ?? []).map((text) => ({ text })),
    ...(body.tabling === undefined ? [] : [{ write: streamName('tabling', body.tabling) }]),
    ...sittingNeeds(body.sitting),
    ...readyNeeds(known, body.case),
  ],
  decide(given, id, body) {
    if (given.state('meeting', id))
      return refuse(notNow('meeting.new', '该会议已经召集', 'This meeting has been called already'));
    const again = body.reconsiders !== undefined;
    const basis = basisOf(given, body.case, body.stage, again);
    if ('refusal' in basis) return basis;
    const refusal = hindered(given, basis, body);
    if (refusal) return refuse(refusal);
    const inTime = calledInTime(basis.rule, given.now, body.at, calendarOf(given));
    if ('refusal' in inTime) return inTime;
    const weighed = weighAll(basis.rule, [
      openBallot(basis),
      tooSoonAgain(given, body),
      ...beforehand(given, basis, body.tabling),
    ]);
    if ('refusal' in weighed) return weighed;
    const { subject } = basis.params;
    const ready = weighText(given, body, { subject, text: basis.text });
    if ('refusal' in ready) return ready;
    const notices = [...inTime.notices, ...weighed.notices, ...ready.notices, ...calledAlready(given, body)];
    return called(given, streamName('meeting', id), { basis, body, notices });
  },
};

const hindered = (given: Given, basis: Basis, body: CallMeeting): Refusal | null =>
  notReconsidering(given, body) ??
  unseated(basis) ??
  notConvening(given, basis) ??
  strayAgenda(body.agenda) ??
  unknownPaper(given, body.papers ?? []) ??
  strayTabling(given, body) ??
  misattached(given, { bodyKey: basis.body.key, at: body.at }, body.sitting);

interface Calling {
  readonly basis: Basis;
  readonly body: CallMeeting;
  readonly notices: readonly Notice[];
}

function called(given: Given, stream: StreamName<'meeting'>, { basis, body, notices }: Calling): Decision {
  const { case: caseId, stage, at, place, agenda, papers = [], tabling, sitting } = body;
  const { rule, body: formed, roll, params, text, title, round } = basis;
  const data = {
    case: caseId,
    stage,
    round,
    body: formed.id,
    bodyKey: formed.key,
    at,
    place,
    rule,
    roll,
    item: { subject: params.subject, text, title },
    agenda: agenda ? { items: agenda.titles.length, ours: agenda.ours } : { items: 1, ours: 1 },
    papers,
    earlier: lastOf(given, body),
    ...calledAgain(given, body),
    ...(tabling === undefined ? {} : { tabling: streamName('tabling', tabling) }),
    ...(sitting === undefined ? {} : { sitting: streamName('sitting', sitting.id) }),
    notices,
  };
  const sealed = agenda ? sealedBy(given.actor, { agenda: agenda.titles }) : [];
  const scheduled = { type: 'ItemScheduled', data: { stage, round, meeting: stream } };
  return {
    facts: [
      record(stream, { type: 'MeetingCalled', data }, sealed),
      record(streamName('case', caseId), scheduled),
      ...tabledBy(tabling, stream),
      ...(sitting === undefined ? [] : [listing(given, sitting, stream, rule).fact]),
    ],
    notices,
    made: stream,
  };
}

const strayAgenda = (agenda: CallMeeting['agenda']): Refusal | null =>
  !agenda || agenda.ours <= agenda.titles.length
    ? null
    : against(
        'meeting.agenda',
        `议程共${agenda.titles.length}项，没有第${agenda.ours}项`,
        `The agenda has ${agenda.titles.length} items, not ${agenda.ours}`,
        { items: agenda.titles.length, ours: agenda.ours },
      );

function unknownPaper(given: Given, papers: readonly TextRef[]): Refusal | null {
  const lacking = papers.find((paper) => !given.has(paper));
  return lacking ? unknownText(lacking) : null;
}
