import type { May } from '../../../api/generated/types.gen.ts';

const STEP: readonly string[] = ['issue.record-step'];

/** 补录 and 例外 that are not called `record-` and the name of the verb. */
const WAYS: { readonly [verb: string]: readonly string[] } = {
  'case.advance': ['case.exempt'],
  'record.correct': ['record.exempt'],
  'contribution.submit': ['contribution.record'],
  'contribution.confirm-text': ['contribution.record-confirmation'],
  'chapter.submit': ['chapter.record'],
  'chapter.give-input': ['chapter.record-input'],
  'chapter.confirm-text': ['chapter.record-confirmation'],
  'review.give-opinion': ['review.record-opinion'],
  'consultation.reply': ['consultation.record-opinion'],
  'consultation.reply-none': ['consultation.record-none'],
  'tabling.approve': ['tabling.record'],
  'meeting.sign-in': ['meeting.record-attendance'],
  'meeting.decide': ['meeting.record-decision'],
  'meeting.recuse': ['meeting.record-recusal'],
  'sitting.arrive': ['sitting.record-attendance'],
  'mandate.approve': ['mandate.record-approval'],
  'duty.report': ['duty.record'],
  'indicator.fill': ['indicator.record'],
  'filing.send': ['filing.record-sent'],
  'issue.review': STEP,
  'issue.sign': STEP,
  'issue.check': STEP,
  'issue.number': STEP,
  'issue.seal': STEP,
  'issue.acknowledge': ['issue.record-receipt'],
};

/**
 * What I may ask in place of a verb that is refused: to enter it as it was done on paper (补录), or to go on without it by
 * approval (例外). Pure.
 */
export function waysOut(verb: string, may: readonly Pick<May, 'command' | 'allowed'>[]): readonly string[] {
  const [kind = '', name = ''] = verb.split('.');
  const ways = new Set([...(WAYS[verb] ?? []), `${kind}.record-${name}`]);
  return may.flatMap(({ command, allowed }) => (allowed && ways.has(command) ? [command] : []));
}
