import { isOffice } from '../../capacity.ts';
import { isOpen, procedureOf } from '../../case/advance.ts';
import type { CaseState } from '../../case/case.ts';
import type { Given } from '../../decider.ts';
import type { Body } from '../../org/org.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import type { TextRef } from '../../text-ref.ts';
import { titleOf } from '../subject-title.ts';
import type { MeetingOutcome, Rule } from './facts.ts';
import { meetingParams, type MeetingParams } from './params.ts';
import { rollOf, serves, votingSeats, type Seat } from './roll.ts';

/** What a meeting rests on: the stage's parameters, the body's rule and its seats, the text that is current now. */
export interface Basis {
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

type Refused = { readonly refusal: Refusal };

/** The basis of a meeting on an open stage, or on one that is over when it is decided `again` (复议); or why there is none. */
export function basisOf(given: Given, caseId: string, stageId: string, again = false): Basis | Refused {
  const state = caseIn(given, caseId, again ? null : stageId);
  if (!state)
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
  const body = bodyOf(given, params.body, rule.title);
  if ('refusal' in body) return body;
  const round = roundOf(state, stageId);
  const roll = rollOf(body, given.org);
  return { ...found, body, roll, text, round, title: `${titleOf(state, params.subject)}（${name}）` };
}

const roundOf = ({ context }: CaseState, stage: string): number => context.entered[stage]?.round ?? 1;

/** The case while the stage stands open; `null`: in whatever stage it stands. */
function caseIn(given: Given, caseId: string, stage: string | null): CaseState | undefined {
  const state = given.state('case', caseId);
  return stage === null || isOpen(state, stage) ? state : undefined;
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

function bodyOf(given: Given, key: string, title: string): Body | Refused {
  const body = given.org.context.bodies.find((formed) => formed.key === key);
  return body ?? { refusal: nobody(key, title) };
}

/** 尚未组成，或席位无人在任: nobody could decide. */
export const unseated = ({ roll, body, rule }: Basis): Refusal | null =>
  votingSeats(roll).length === 0 ? nobody(body.key, rule.title) : null;

const nobody = (key: string, title: string): Refusal =>
  against(
    'meeting.roll',
    `${title}尚未组成，或席位无人在任`,
    'The body has not been formed, or nobody holds a seat in it',
    { body: key },
    { zh: '请先组成机构并任职', en: 'Form the body and fill its posts first' },
  );

/** Answers a refusal unless it is the office or the body's own secretary. */
export const notConvening = (given: Given, { body, rule }: Pick<Basis, 'body' | 'rule'>): Refusal | null =>
  isOffice(given.actor) || serves(given, body.key, 'secretary')
    ? null
    : against(
        'meeting.calls',
        `须由规划办或${rule.title}的会议秘书召集或者补录`,
        'The office or the secretary of this body calls or records it',
        { post: given.actor.post, body: body.key },
      );

/** An outcome that the procedure leads nowhere: the stage cannot end so. The case must be known. */
export function unrouted(
  given: Given,
  { case: caseId, stage }: { readonly case: string; readonly stage: string },
  outcome: MeetingOutcome | 'mandated',
): Refusal | null {
  if (outcome in procedureOf(given, caseId).stage(stage).stage.then) return null;
  return against(
    'meeting.outcome',
    '本程序没有规定该审议结果之后的环节，不能以此结果办结',
    'The procedure does not say what follows this outcome; the stage cannot end with it',
    { outcome, stage },
    {
      zh: '请在编制程序中写明，或者另选审议结果',
      en: 'Write it into the procedure, or choose another outcome',
    },
  );
}

/** @source 企业民主管理规定 §22 重要事项无记名、分项表决 */
export const openBallot = ({ kind, rule }: Pick<Basis, 'kind' | 'rule'>): Refusal | null =>
  kind !== 'congress@1' || rule.ballot === 'secret'
    ? null
    : against(
        'congress.secret-ballot',
        '职工代表大会重要事项应当采取无记名投票方式表决',
        'A congress should vote on important matters by secret ballot',
        { ballot: rule.ballot },
        { zh: '请在编制程序中改为无记名投票', en: 'Let the procedure say that it votes in secret' },
      );
