import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Decision, type Given } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName, type Fact } from '../../stream.ts';
import { ownNeeds, type OpinionState } from './opinion.ts';

const wording = z.string().trim().min(1).max(2000);

const answeredAlready = (state: OpinionState | undefined): Refusal =>
  notNow(
    'opinion.answered',
    '该意见的采纳情况尚未确定，或已知悉、已提出过异议',
    'Not settled yet, or noted already',
    {
      status: state?.value ?? 'absent',
    },
  );

/** What the giver’s department says of the disposition: once, and of its own opinion only. */
function ofOwn(
  given: Given,
  id: string,
  type: 'DispositionNoted' | 'DispositionObjected',
  said?: string,
): Decision {
  const state = given.state('opinion', id);
  const { department } = state?.context ?? { department: null };
  if (!state?.matches('fixed') || department === null) return refuse(answeredAlready(state));
  const fact: Fact = { type, data: { department } };
  const sealed = sealedBy(given.actor, { objection: said });
  return { facts: [record(streamName('opinion', id), fact, sealed)] };
}

export const NoteDisposition = z
  .strictObject({})
  .meta({ id: 'NoteDisposition', description: '知悉采纳情况 · takes note of what became of one’s opinion' });

/** 知悉: ends it. Whoever takes note cannot object any more. */
export const noteDisposition: Command<'opinion', z.infer<typeof NoteDisposition>> = {
  verb: 'opinion.note',
  on: 'opinion',
  needs: ownNeeds,
  during: ['fixed'],
  decide: (given, id) => ofOwn(given, id, 'DispositionNoted'),
};

export const ObjectToDisposition = z
  .strictObject({ objection: wording.meta({ description: '异议内容 · what stands against it' }) })
  .meta({ id: 'ObjectToDisposition', description: '对采纳情况提出异议，限一次 · objects, once' });

/** 异议: once; it opens nothing again, and the office owes an answer in words. */
export const objectToDisposition: Command<'opinion', z.infer<typeof ObjectToDisposition>> = {
  verb: 'opinion.object',
  on: 'opinion',
  needs: ownNeeds,
  during: ['fixed'],
  decide: (given, id, { objection }) => ofOwn(given, id, 'DispositionObjected', objection),
};

export const ExplainDisposition = z
  .strictObject({ answer: wording.meta({ description: '答复内容 · the answer' }) })
  .meta({ id: 'ExplainDisposition', description: '答复异议 · answers an objection' });

/** 答复异议: in the words of the office. What the meeting settled stands: only a meeting may settle it otherwise. */
export const explainDisposition: Command<'opinion', z.infer<typeof ExplainDisposition>> = {
  verb: 'opinion.explain',
  on: 'opinion',
  needs: ownNeeds,
  during: ['objected'],
  decide(given, id, { answer }) {
    const state = given.state('opinion', id);
    const { department } = state?.context ?? { department: null };
    if (!state?.matches('objected') || department === null)
      return refuse(
        notNow(
          'opinion.objected',
          '该意见没有待答复的异议',
          'No objection waits for an answer',
          {
            status: state?.value ?? 'absent',
          },
          { zh: '提出人对采纳情况有异议的，才须答复', en: 'An answer is owed where the giver has objected' },
        ),
      );
    const fact: Fact = { type: 'DispositionExplained', data: { department } };
    return { facts: [record(streamName('opinion', id), fact, sealedBy(given.actor, { answer }))] };
  },
};
