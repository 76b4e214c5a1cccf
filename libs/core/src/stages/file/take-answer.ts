import { z } from 'zod';
import { dayOf } from '../../calendar.ts';
import { resuming } from '../../case/pause.ts';
import { record, type Command, type Given, type Recorded } from '../../decider.ts';
import type { Notice } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { TextRef } from '../../text-ref.ts';
import { FILING_OUTCOMES, type FilingFact } from './facts.ts';
import { awaits, AWAITING, itsCase, type FilingState } from './filing.ts';

export const Outcome = z.enum(FILING_OUTCOMES).meta({
  description: '审议同意、修改后同意、予以备案、退回补正、材料不全要求补充 · the answer',
});
export const LetterText = TextRef.nullable().meta({
  description: '批复（复函）文本或扫描件 · the letter',
});

export const TakeAnswer = z
  .strictObject({
    dossier: z.uuid(),
    outcome: Outcome,
    number: z.string().max(60),
    letter: LetterText,
    points: z.int().min(0).max(200).default(0),
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
  during: AWAITING,
  needs: itsCase,
  decide(given, id, { dossier, outcome, number, letter, points, receipt }) {
    const state = given.state('filing', id);
    if (!awaits(state) || state.context.taken.includes(receipt)) return { facts: [] };
    const origin = { party: 'system' as const, dossier, receipt };
    const said = { outcome, number, on: null, register: null, letter, points, ...origin };
    return { facts: answering(given, id, state, { said, day: dayOf(given.now), notices: [] }) };
  },
};

type Received = Extract<FilingFact, { type: 'AnswerReceived' }>['data'];

/** An answer, as it arrived here or is recorded from paper. */
interface Answering {
  readonly said: Omit<Received, 'text' | 'no' | 'due' | 'notices'>;
  /** The day of Beijing on which it came. */
  readonly day: string;
  readonly notices: readonly Notice[];
  readonly sealed?: Recorded['sealed'];
}

/** The facts of an answer: it is here, and our date runs again, later by the days that the file was away. */
export function answering(
  given: Given,
  id: string,
  { context }: FilingState,
  { said, day, notices, sealed }: Answering,
): readonly Recorded[] {
  const { case: caseId, stage, text, no } = context;
  const ours = resuming(given.state('case', caseId), caseId, stage, day);
  const moved = ours[0]?.fact.data;
  const due = moved && 'due' in moved ? (moved.due as string | null) : context.due;
  const data = { ...said, text, no, due, notices };
  return [record(streamName('filing', id), { type: 'AnswerReceived', data }, sealed), ...ours];
}
