import { z } from 'zod';
import { Day } from '../../calendar.ts';
import { record, refuse, type Command } from '../../decider.ts';
import { against, notNow, type Notice } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { TextRef } from '../../text-ref.ts';
import { itsCase, type FilingMode, type FilingOutcome } from './filing.ts';
import { standing } from './send.ts';

const Outcome = z
  .enum(['approved', 'recorded', 'returned'])
  .meta({ description: '审议同意、予以备案、退回补正 · the answer' });
const LetterText = TextRef.nullable().meta({ description: '批复（复函）文本或扫描件 · the letter' });

export const TakeAnswer = z
  .strictObject({
    dossier: z.uuid(),
    outcome: Outcome,
    number: z.string().max(60),
    letter: LetterText,
    receipt: z.string().min(1).max(200),
  })
  .meta({
    id: 'TakeAnswer',
    description: '收到主管部门答复 · takes the answer of an authority that is here',
  });

/** The authority's answer as it arrives; arriving twice changes nothing. */
export const takeAnswer: Command<'filing', z.infer<typeof TakeAnswer>> = {
  verb: 'filing.take-answer',
  on: 'filing',
  during: ['sent'],
  needs: itsCase,
  decide(given, id, { dossier, outcome, number, letter, receipt }) {
    const state = given.state('filing', id);
    if (!state?.matches('sent') || !state.context.text) return { facts: [] };
    const { text } = state.context;
    const data = { outcome, number, on: null, letter, text, party: 'system' as const, dossier, receipt };
    return { facts: [record(streamName('filing', id), { type: 'AnswerReceived', data })] };
  },
};

export const EnterAnswer = z
  .strictObject({
    outcome: Outcome,
    number: z.string().trim().max(60).meta({ description: '来文字号（无字号留空） · number of the letter' }),
    on: Day.meta({ description: '来文日期 · day of the letter' }),
    letter: LetterText,
  })
  .meta({
    id: 'EnterAnswer',
    description: '登记主管部门答复（补录） · records an answer that came on paper',
  });

/**
 * 登记答复（补录）: a record of what came on paper. What does not fit is shown, not refused; where the authority
 * answers here, there is nothing to record for it.
 */
export const enterAnswer: Command<'filing', z.infer<typeof EnterAnswer>> = {
  verb: 'filing.enter-answer',
  on: 'filing',
  during: ['sent'],
  needs: (known, id, { letter }) => [...itsCase(known, id), ...(letter ? [{ text: letter }] : [])],
  decide(given, id, { outcome, number, on, letter }) {
    const state = given.state('filing', id);
    if (!state?.matches('sent') || !state.context.text)
      return refuse(
        notNow('filing.sent', '尚未报送，或已登记答复', 'Nothing awaits an answer', standing(state)),
      );
    if (state.context.authority !== null)
      return refuse(
        against(
          'filing.by-authority',
          '主管部门在系统内答复，不能代为登记',
          'The authority answers here itself; nobody records it for them',
          {
            authority: state.context.authority,
          },
        ),
      );
    if (letter && !given.has(letter))
      return refuse(
        notNow('text.known', '未找到来文文本，请重新上传', 'The letter is not known here; upload it first', {
          hash: letter.hash,
        }),
      );
    const { text, mode } = state.context;
    const data = { outcome, number, on, letter, text, party: 'paper' as const, dossier: null, receipt: null };
    return {
      facts: [record(streamName('filing', id), { type: 'AnswerReceived', data })],
      notices: [...unasked(mode, outcome), ...withoutLetter(letter)],
    };
  },
};

const unasked = (mode: FilingMode, outcome: FilingOutcome): readonly Notice[] =>
  outcome === 'returned' || (mode === 'approve') === (outcome === 'approved')
    ? []
    : [
        {
          rule: 'filing.outcome',
          said: {
            zh: `答复与报送事项不一致：${mode === 'approve' ? '报请审批' : '报送备案'}`,
            en: `The answer is not what was asked for (${mode})`,
          },
          facts: { mode, outcome },
        },
      ];

const withoutLetter = (letter: TextRef | null): readonly Notice[] =>
  letter
    ? []
    : [
        {
          rule: 'filing.letter-kept',
          said: { zh: '未附来文文本或扫描件', en: 'The letter is not attached' },
          facts: {},
        },
      ];
