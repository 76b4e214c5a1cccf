import { z } from 'zod';
import { belated } from '../deadlines/belated.ts';
import { record, refuse, sealedBy, type Command, type Given } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { withItsCase } from '../with-its-case.ts';
import { unanswered, untold, type RecordedPerson, type RecordState } from './record.ts';

/** The record and, once it is known, its case. */
export const itsCase = withItsCase('record');

const notRecorded = (given: Given): Refusal =>
  against('record.person', '该补录事项与您无关', 'You were not recorded here', { post: given.actor.post });

/** The actor as the record names them: by the person, whatever post is held today. */
const recordedAs = ({ actor }: Given, state: RecordState | undefined): RecordedPerson | null =>
  state?.context.people.find(({ person }) => person === actor.person) ?? null;

/** 录入人 neither answers for their own record nor checks it. */
const ownRecord = ({ actor }: Given, state: RecordState | undefined): Refusal | null =>
  actor.person !== null && actor.person === state?.context.recordedBy
    ? against(
        'record.own-record',
        '本人录入的事项须由他人核对、答复',
        'Another person than whoever recorded it checks it and answers for it',
      )
    : null;

export const AcknowledgeRecord = z
  .strictObject({})
  .meta({ id: 'AcknowledgeRecord', description: '知悉代录 · takes note of having been recorded' });

/** 知悉. It agrees to nothing: an objection may still follow. */
export const acknowledgeRecord: Command<'record', z.infer<typeof AcknowledgeRecord>> = {
  verb: 'record.acknowledge',
  on: 'record',
  concurrent: true,
  needs: itsCase,
  decide(given, id) {
    const state = given.state('record', id);
    const own = recordedAs(given, state);
    if (!state || !own) return refuse(notRecorded(given));
    if (state.context.seen.includes(own.post))
      return refuse(notNow('record.seen', '您已知悉', 'You have taken note already'));
    return { facts: [record(streamName('record', id), { type: 'RecordSeen', data: own })] };
  },
};

export const ObjectToRecord = z
  .strictObject({
    words: z.string().trim().min(1).max(4000).meta({ description: '异议内容（原文保留） · the objection' }),
  })
  .meta({ id: 'ObjectToRecord', description: '对代录提出异议 · objects to having been recorded so' });

/** 异议, once: what was recorded stands until it is answered, and the objection stands beside it for ever. */
export const objectToRecord: Command<'record', z.infer<typeof ObjectToRecord>> = {
  verb: 'record.object',
  on: 'record',
  concurrent: true,
  needs: itsCase,
  decide(given, id, { words }) {
    const state = given.state('record', id);
    const own = recordedAs(given, state);
    if (!state || !own) return refuse(notRecorded(given));
    if (state.context.objected.includes(own.post))
      return refuse(notNow('record.objected', '您已提出异议，请等候答复', 'You have objected already'));
    const fact = { type: 'RecordObjected', data: own };
    return { facts: [record(streamName('record', id), fact, sealedBy(given.actor, { words }))] };
  },
};

export const AnswerObjection = z
  .strictObject({
    post: z.uuid().meta({ description: '提出异议者的岗位 · the post of whoever objected' }),
    outcome: z
      .enum(['stands', 'corrected'])
      .meta({ description: '维持原记录、已更正 · the record stands, or was corrected' }),
    words: z.string().trim().min(1).max(4000).meta({ description: '答复内容 · the answer' }),
  })
  .meta({ id: 'AnswerObjection', description: '答复异议 · answers an objection to a record' });

/** 答复异议, by somebody else than whoever objected and whoever recorded. */
export const answerObjection: Command<'record', z.infer<typeof AnswerObjection>> = {
  verb: 'record.answer-objection',
  on: 'record',
  needs: itsCase,
  decide(given, id, { post, outcome, words }) {
    const state = given.state('record', id);
    if (!state || !unanswered(state.context).includes(post))
      return refuse(
        notNow('record.objected', '没有待答复的异议', 'No objection waits for an answer', { post }),
      );
    if (state.context.people.find((each) => each.post === post)?.person === given.actor.person)
      return refuse(
        against(
          'record.own-objection',
          '本人提出的异议须由他人答复',
          'Another person answers your objection',
        ),
      );
    const refusal = ownRecord(given, state);
    if (refusal) return refuse(refusal);
    const fact = { type: 'ObjectionAnswered', data: { post, outcome } };
    return { facts: [record(streamName('record', id), fact, sealedBy(given.actor, { words }))] };
  },
};

export const CheckRecord = z
  .strictObject({})
  .meta({ id: 'CheckRecord', description: '核对补录 · checks a record against its evidence' });

/** 核对, by the post that the record names, unless whoever recorded has come to hold it. */
export const checkRecord: Command<'record', z.infer<typeof CheckRecord>> = {
  verb: 'record.check',
  on: 'record',
  needs: itsCase,
  decide(given, id) {
    const state = given.state('record', id);
    const { checker, checked } = state?.context ?? {};
    const { post } = given.actor;
    if (post === null || checker !== post)
      return refuse(against('record.checker', '您不是本条补录的核对人', 'You are not its checker', { post }));
    const refusal = ownRecord(given, state);
    if (refusal) return refuse(refusal);
    if (checked) return refuse(notNow('record.checked', '已核对', 'It was checked already'));
    return { facts: [record(streamName('record', id), { type: 'RecordChecked', data: { post } })] };
  },
};

/** 视为知悉: whoever was told and said nothing within the period. */
export const recordLapses: Command<'record', { due: string }> = {
  verb: 'record.lapse',
  on: 'record',
  needs: itsCase,
  decide(given, id, { due }) {
    const state = given.state('record', id);
    if (!state || untold(state.context).length === 0) return { facts: [] };
    const data = { due, ...belated(given, due) };
    return { facts: [record(streamName('record', id), { type: 'RecordLapsed', data })] };
  },
};
