import { z } from 'zod';
import { doneBy, Elsewhere, elsewhereNeeds } from '../../elsewhere.ts';
import {
  record,
  refuse,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
} from '../../decider.ts';
import { asRecorded } from '../../record/as-recorded.ts';
import { streamName } from '../../stream.ts';
import { TextRef } from '../../text-ref.ts';
import type { ContributionContext } from '../collect/contribution.ts';
import type { ContributionState } from '../collect/machine.ts';
import { peopleOf } from '../collect/record.ts';
import { contributionNeeds } from '../collect/submit.ts';
import { headOf, unheld } from '../head-of.ts';
import { chapterNeeds } from '../write/chapter.ts';
import { entered, recordNeeds } from '../write/record.ts';
import { notOfReading } from './check-import.ts';
import type { TextReading } from './text-reading.ts';

const text = TextRef.meta({ description: '所确认的文稿，须为现在的 · the text that is confirmed' });

export const ConfirmText = z.strictObject({ text }).meta({
  id: 'ConfirmText',
  description: '确认读入的文稿 · confirms the text that was read from the original',
});
type Confirming = z.infer<typeof ConfirmText>;

export const RecordConfirmation = z.strictObject({ text, elsewhere: Elsewhere }).meta({
  id: 'RecordConfirmation',
  description: '代录对读入文稿的确认（纸质、电话等） · enters a confirmation that was given elsewhere',
});
type Recording = z.infer<typeof RecordConfirmation>;

const confirmed = (ref: TextRef) => ({ type: 'TextConfirmed', data: { text: ref } });

/** What came of an original, while it is with the office. */
const readingHere = (state: ContributionState | undefined): TextReading | null =>
  state?.matches('received') || state?.matches('accepted') ? state.context.reading : null;

/** 确认读入的文稿: by the head of the department that sent the original, on the text that stands now. */
export const confirmContributionText: Command<'contribution', Confirming> = {
  verb: 'contribution.confirm-text',
  on: 'contribution',
  needs: contributionNeeds,
  during: ['received', 'accepted'],
  decide(given, id, body) {
    const state = given.state('contribution', id);
    const refusal = notOfReading(readingHere(state), state?.context.text, body.text);
    if (refusal) return refuse(refusal);
    return { facts: [record(streamName('contribution', id), confirmed(body.text))] };
  },
};

/** The same of a chapter, by the department that has it in hand. */
export const confirmChapterText: Command<'chapter', Confirming> = {
  verb: 'chapter.confirm-text',
  on: 'chapter',
  needs: chapterNeeds,
  during: ['submitted'],
  decide(given, id, body) {
    const state = given.state('chapter', id);
    const reading = state?.matches('submitted') ? state.context.reading : null;
    const refusal = notOfReading(reading, state?.context.text, body.text);
    if (refusal) return refuse(refusal);
    return { facts: [record(streamName('chapter', id), confirmed(body.text))] };
  },
};

const recordingNeeds = (known: Known, id: string, { elsewhere }: Recording): readonly Need[] => {
  const caseId = known.state('contribution', id)?.context.case;
  return [
    ...contributionNeeds(known, id),
    ...(caseId === undefined ? [] : [{ write: streamName('case', caseId) }]),
    ...elsewhereNeeds(elsewhere),
  ];
};

/** 代录确认: the head signed a printed copy, or said so by telephone; the head is told and may object. */
export const recordContributionConfirmation: Command<'contribution', Recording> = {
  verb: 'contribution.record-confirmation',
  on: 'contribution',
  needs: recordingNeeds,
  during: ['received', 'accepted'],
  decide(given, id, { text: ref, elsewhere }) {
    const state = given.state('contribution', id);
    const refusal = notOfReading(readingHere(state), state?.context.text, ref);
    if (!state || refusal) return refusal ? refuse(refusal) : { facts: [] };
    return entry(given, id, state.context, { text: ref, elsewhere });
  },
};

function entry(
  given: Given,
  id: string,
  { case: caseId, stage, label, department }: ContributionContext,
  { text: ref, elsewhere }: Recording,
): Decision {
  const head = headOf(given.org, department, elsewhere);
  const stream = streamName('contribution', id);
  const slip = {
    case: caseId,
    stage,
    about: stream,
    verb: 'contribution.record-confirmation',
    title: `代录确认文稿：${label}`,
    elsewhere,
    people: peopleOf(head),
    breaches: unheld(head),
  };
  const facts = [record(stream, confirmed(ref))];
  return asRecorded(given, slip, head ? doneBy(head, facts) : facts);
}

/** The same of a chapter. */
export const recordChapterConfirmation: Command<'chapter', Recording> = {
  verb: 'chapter.record-confirmation',
  on: 'chapter',
  needs: (known, id, { elsewhere }) => recordNeeds(known, id, elsewhere),
  during: ['submitted'],
  decide(given, id, { text: ref, elsewhere }) {
    const state = given.state('chapter', id);
    const reading = state?.matches('submitted') ? state.context.reading : null;
    const refusal = notOfReading(reading, state?.context.text, ref);
    if (!state || refusal) return refusal ? refuse(refusal) : { facts: [] };
    return entered(given, id, state, {
      verb: 'chapter.record-confirmation',
      title: '代录确认文稿',
      elsewhere,
      fact: confirmed(ref),
      by: headOf(given.org, state.context.desk, elsewhere),
    });
  },
};
