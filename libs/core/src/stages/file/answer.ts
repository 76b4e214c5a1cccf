import { z } from 'zod';
import { Day } from '../../calendar.ts';
import { record, refuse, type Command } from '../../decider.ts';
import { notNow, type Notice } from '../../refusal.ts';
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
    const origin = { party: 'system' as const, dossier, receipt };
    const data = { outcome, number, on: null, letter, text, ...origin, notices: [] };
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
 * 登记答复（补录）: a record of what came on paper, also from an authority that could answer here: it stands, and an
 * answer that arrives here later changes nothing. What does not fit is shown and kept with the record, never refused.
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
    if (letter && !given.has(letter))
      return refuse(
        notNow('text.known', '未找到来文文本，请重新上传', 'The letter is not known here; upload it first', {
          hash: letter.hash,
        }),
      );
    const { text, mode, authority } = state.context;
    const notices = [...onPaper(authority), ...unasked(mode, outcome), ...withoutLetter(letter)];
    const papers = { letter, text, party: 'paper' as const, dossier: null, receipt: null };
    const data = { outcome, number, on, ...papers, notices };
    return { facts: [record(streamName('filing', id), { type: 'AnswerReceived', data })], notices };
  },
};

const onPaper = (authority: string | null): readonly Notice[] =>
  authority === null
    ? []
    : [
        {
          rule: 'filing.by-authority',
          said: {
            zh: '主管部门可在系统内答复；本条为纸质答复的登记，此后系统内的答复不再改变结果',
            en: 'The authority could answer here; this records its letter, and an answer here changes nothing any more',
          },
          facts: { authority },
        },
      ];

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
