import { z } from 'zod';
import { isOpen, procedureOf } from '../../case/advance.ts';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import type { Body } from '../../org/org.ts';
import { against, notNow, type Notice, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import type { TextRef } from '../../text-ref.ts';
import { titleOf } from '../subject-title.ts';
import { rollOf, serves, votingSeats, type Seat } from './roll.ts';
import { calledInTime } from './lead-time.ts';
import type { Rule } from './meeting.ts';
import { meetingParams, type MeetingParams } from './params.ts';

export const CallMeeting = z
  .strictObject({
    case: z.uuid().meta({ description: '规划编制工作 · the case' }),
    stage: z.string().min(1).max(40).meta({ description: '审议环节标识 · id of the stage' }),
    at: z.iso.datetime({ precision: 3 }).meta({ description: '会议时间（UTC） · when it is held' }),
    place: z.string().trim().min(1).max(100).meta({ description: '会议地点 · where it is held' }),
  })
  .meta({ id: 'CallMeeting', description: '召集会议 · calls a meeting on one item' });

/** What a call rests on: the stage's parameters, the body's rule and its seats, the text that is current now. */
interface Basis {
  readonly title: string;
  readonly kind: string;
  readonly params: MeetingParams;
  readonly rule: Rule;
  readonly body: Body;
  readonly roll: readonly Seat[];
  readonly text: TextRef;
  /** The round in which the stage stands. */
  readonly round: number;
}

/**
 * 召集会议（一事一议）. Freezes the roll, the body's rule and the text of the item: what is decided is decided by
 * these people, by this rule, on this text.
 *
 * @source 重大行政决策程序暂行条例 §30 集体讨论
 */
export const callMeeting: Command<'meeting', z.infer<typeof CallMeeting>> = {
  verb: 'meeting.call',
  on: 'meeting',
  during: ['absent'],
  needs: (_, id, body) => [{ write: streamName('meeting', id) }, { read: streamName('case', body.case) }],
  decide(given, id, { case: caseId, stage, at, place }) {
    if (given.state('meeting', id))
      return refuse(notNow('meeting.new', '该会议已经召集', 'This meeting has been called already'));
    const basis = basisOf(given, caseId, stage);
    if ('refusal' in basis) return basis;
    if (given.actor.as !== 'office' && !serves(given, basis.body.key, 'secretary'))
      return refuse(
        against(
          'meeting.calls',
          `须由规划办或${basis.rule.title}的会议秘书召集`,
          'The office or the secretary of this body calls it',
          { post: given.actor.post, body: basis.body.key },
        ),
      );
    const { rule, body, roll, params, text, title, round } = basis;
    const inTime = calledInTime(rule, given.now, at);
    if ('refusal' in inTime) return inTime;
    const notices = [...inTime.notices, ...openBallot(basis)];
    const data = {
      case: caseId,
      stage,
      round,
      body: body.id,
      bodyKey: body.key,
      at,
      place,
      rule,
      roll,
      item: { subject: params.subject, text, title },
      notices,
    };
    const stream = streamName('meeting', id);
    return { facts: [record(stream, { type: 'MeetingCalled', data })], notices, made: stream };
  },
};

type Refused = { readonly refusal: Refusal };

function basisOf(given: Given, caseId: string, stageId: string): Basis | Refused {
  const state = given.state('case', caseId);
  if (!state || !isOpen(state, stageId))
    return {
      refusal: notNow('case.stage-open', '该审议环节未在办理中，不能召集会议', 'This stage is not open', {
        stage: stageId,
      }),
    };
  const found = meetingStage(given, caseId, stageId);
  if ('refusal' in found) return found;
  const { params, rule, name } = found;
  const text = state.context.texts[params.subject];
  if (!text)
    return { refusal: notNow('meeting.text', '尚无可提交审议的文稿', 'There is no text to decide on yet') };
  const seated = seatsOf(given, params.body, rule.title);
  if ('refusal' in seated) return seated;
  const round = state.context.entered[stageId]?.round ?? 1;
  return { ...found, ...seated, text, round, title: `${titleOf(state, params.subject)}（${name}）` };
}

type Found = Pick<Basis, 'kind' | 'params' | 'rule'> & { readonly name: string };

function meetingStage(given: Given, caseId: string, stageId: string): Found | Refused {
  const { definition, stage: stageOf } = procedureOf(given, caseId);
  const { kind, stage, params: written } = stageOf(stageId);
  const params = meetingParams.safeParse(written).data;
  const rule = params && definition.bodies[params.body];
  if (params && rule) return { kind: kind.kind, name: stage.title, params, rule };
  return {
    refusal: notNow('meeting.stage', '该环节不是会议审议环节', 'This stage is not decided by a meeting', {
      stage: stageId,
    }),
  };
}

function seatsOf(given: Given, key: string, title: string): Pick<Basis, 'body' | 'roll'> | Refused {
  const { bodies, posts } = given.org.context;
  const body = bodies.find((formed) => formed.key === key);
  const roll = body ? rollOf(body, posts) : [];
  if (!body || votingSeats(roll).length === 0)
    return {
      refusal: against(
        'meeting.roll',
        `${title}尚未组成，或席位无人在任`,
        'The body has not been formed, or nobody holds a seat in it',
        { body: key },
        { zh: '请先组成机构并任职', en: 'Form the body and fill its posts first' },
      ),
    };
  return { body, roll };
}

/** @source 企业民主管理规定 §22 重要事项无记名、分项表决 */
const openBallot = ({ kind, rule }: Basis): readonly Notice[] =>
  kind !== 'congress@1' || rule.ballot === 'secret'
    ? []
    : [
        {
          rule: 'congress.secret-ballot',
          said: {
            zh: '职工代表大会重要事项应当采取无记名投票方式表决',
            en: 'A congress should vote on important matters by secret ballot',
          },
          facts: { ballot: rule.ballot },
        },
      ];
