import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { TextRef } from '../../text-ref.ts';
import { fits, Points } from '../file/answer.ts';
import type { FilingOutcome, Letter } from '../file/facts.ts';
import { Outcome } from '../file/take-answer.ts';

export const AnswerDossier = z
  .strictObject({
    outcome: Outcome,
    number: z.string().trim().min(1).max(60).meta({ description: '发文字号 · number of the answer' }),
    letter: TextRef.nullable().meta({ description: '批复（复函）文本 · the letter' }),
    points: Points,
  })
  .meta({ id: 'AnswerDossier', description: '答复报送单位 · answers a filing' });

/**
 * 答复: 请示 is approved, approved with changes or sent back, 报告 is put on record or sent back; what is to be put right
 * stands in the letter.
 *
 * @source 党政机关公文处理工作条例 §8
 */
export const answerDossier: Command<'dossier', z.infer<typeof AnswerDossier>> = {
  verb: 'dossier.answer',
  on: 'dossier',
  during: ['received'],
  needs: (_, id, { letter }) => [{ write: streamName('dossier', id) }, ...(letter ? [{ text: letter }] : [])],
  decide(given, id, { outcome, number, letter, points }) {
    const state = given.state('dossier', id);
    if (!state?.matches('received'))
      return refuse(
        notNow('dossier.received', '尚未收文，或已答复', 'There is nothing to answer', {
          status: state?.value ?? 'absent',
        }),
      );
    const refusal = unfit(given, state.context.letter, { outcome, letter });
    if (refusal) return refuse(refusal);
    const data = { outcome, number, letter, no: state.context.no, points: points.length };
    const sealed = points.length > 0 ? sealedBy(given.actor, { points }) : [];
    return { facts: [record(streamName('dossier', id), { type: 'DossierAnswered', data }, sealed)] };
  },
};

const unfit = (
  given: Given,
  asked: Letter,
  { outcome, letter }: { readonly outcome: FilingOutcome; readonly letter: TextRef | null },
): Refusal | null => unasked(asked, outcome) ?? wordless(outcome, letter) ?? unknownLetter(given, letter);

function unasked(letter: Letter, outcome: FilingOutcome): Refusal | null {
  if (fits(letter === '报告' ? 'record' : 'approve', outcome)) return null;
  return against(
    'dossier.outcome',
    letter === '请示' ? '请示应当批复同意或者退回' : '报告予以备案或者退回，不作批复',
    letter === '请示' ? '请示 is approved or returned' : '报告 is put on record or returned',
    { letter, outcome },
  );
}

/** 退回、修改后同意: the sender must be able to read what is to be put right. */
const wordless = (outcome: FilingOutcome, letter: TextRef | null): Refusal | null =>
  letter !== null || outcome === 'approved' || outcome === 'recorded'
    ? null
    : against(
        'dossier.letter',
        '退回、要求补充或者修改后同意的，须附来文写明事项',
        'What is to be put right stands in a letter',
        { outcome },
        { zh: '请附复函文本', en: 'Attach the letter' },
      );

const unknownLetter = (given: Given, letter: TextRef | null): Refusal | null =>
  letter === null || given.has(letter)
    ? null
    : notNow('text.known', '未找到批复文本，请重新上传', 'The letter is not known here; upload it first', {
        hash: letter.hash,
      });
