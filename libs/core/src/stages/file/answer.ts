import { z } from 'zod';
import { Day, dayOf } from '../../calendar.ts';
import { refuse, sealedBy, type Command, type Decision, type Given } from '../../decider.ts';
import { earliest, Elsewhere, elsewhereNeeds, yetToCome, type Breach } from '../../elsewhere.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { notNow, type Notice } from '../../refusal.ts';
import type { FilingMode, FilingOutcome } from './facts.ts';
import { awaits, AWAITING, itsCase, standing, type FilingState } from './filing.ts';
import { slipOf } from './sent-elsewhere.ts';
import { answering, LetterText, Outcome } from './take-answer.ts';

/** 补正意见, one by one. */
export const Points = z
  .array(z.string().trim().min(1).max(2000))
  .max(60)
  .default([])
  .meta({ description: '补正意见（修改要求），逐条 · the points to be put right' });

export const EnterAnswer = z
  .strictObject({
    outcome: Outcome,
    number: z.string().trim().max(60).meta({ description: '来文字号（无字号留空） · number of the letter' }),
    on: Day.meta({ description: '来文日期 · day of the letter' }),
    register: z
      .string()
      .trim()
      .max(60)
      .nullable()
      .default(null)
      .meta({ description: '收文号 · number in the register of incoming letters' }),
    letter: LetterText,
    points: Points,
    elsewhere: Elsewhere,
  })
  .meta({
    id: 'EnterAnswer',
    description: '登记主管部门答复（补录） · records an answer that came on paper',
  });

type Body = z.infer<typeof EnterAnswer>;

/**
 * 登记答复（补录）: a record of a letter (收文) or of a call (电话记录单), also from an authority that could answer here: it
 * stands, and an answer that arrives here later changes nothing. What does not fit is shown and kept with the record,
 * never refused.
 */
export const enterAnswer: Command<'filing', Body> = {
  verb: 'filing.enter-answer',
  on: 'filing',
  during: AWAITING,
  needs: (known, id, { letter, elsewhere }) => [
    ...itsCase(known, id),
    ...(letter ? [{ text: letter }] : []),
    ...elsewhereNeeds(elsewhere),
  ],
  decide(given, id, body) {
    const state = given.state('filing', id);
    if (!awaits(state))
      return refuse(
        notNow('filing.sent', '尚未报送，或已登记答复', 'Nothing awaits an answer', standing(state)),
      );
    const { letter } = body;
    if (letter && !given.has(letter))
      return refuse(
        notNow('text.known', '未找到来文文本，请重新上传', 'The letter is not known here; upload it first', {
          hash: letter.hash,
        }),
      );
    const refusal = yetToCome(given, body.on);
    if (refusal) return refuse(refusal);
    return entered(given, id, state, body);
  },
};

function entered(given: Given, id: string, state: FilingState, body: Body): Decision {
  const { outcome, number, on, register, letter, points, elsewhere } = body;
  const { mode, authority, party } = state.context;
  const notices = [
    ...onPaper(party === 'system' ? authority : null),
    ...unasked(mode, outcome),
    ...pointless(outcome, points.length),
  ];
  const papers = { letter, party: 'paper' as const, dossier: null, receipt: null };
  const said = { outcome, number, on, register, points: points.length, ...papers };
  const sealed = points.length > 0 ? sealedBy(given.actor, { points }) : [];
  const facts = answering(given, id, state, { said, day: dayOf(earliest(elsewhere)), notices, sealed });
  const slip = { ...slipOf(id, state, '主管部门答复'), verb: 'filing.enter-answer' };
  return asRecorded(given, { ...slip, elsewhere, people: [], breaches: notices.map(shown) }, facts);
}

const shown = (notice: Notice): Breach => ({ effect: 'warn', notice });

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

/** Which answers each kind of letter asks for; sending it back is always one. */
export const fits = (mode: FilingMode, outcome: FilingOutcome): boolean =>
  outcome === 'returned' || outcome === 'incomplete' || (mode === 'record') === (outcome === 'recorded');

const unasked = (mode: FilingMode, outcome: FilingOutcome): readonly Notice[] =>
  fits(mode, outcome)
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

/** An answer that wants something put right says what. */
const pointless = (outcome: FilingOutcome, points: number): readonly Notice[] =>
  points > 0 || outcome === 'approved' || outcome === 'recorded'
    ? []
    : [
        {
          rule: 'filing.points',
          said: { zh: '未逐条登记补正意见', en: 'The points to be put right are not given' },
          facts: { outcome },
        },
      ];
