import { by, type Registered } from '../../registered.ts';
import * as use from './confirm-use.ts';
import * as answer from './opinion-answer.ts';
import { FixDisposition, fixDisposition } from './opinion-fix.ts';
import { MergeOpinion, mergeOpinion, WithdrawOpinion, withdrawOpinion } from './opinion-withdraw.ts';

/** Everything that is asked of an opinion, and of the use that was made of what was handed in. */
export const OPINION_COMMANDS: readonly Registered[] = [
  by(use.confirmContributionUse, use.ConfirmUse),
  by(use.confirmChapterUse, use.ConfirmUse),
  by(fixDisposition, FixDisposition),
  by(mergeOpinion, MergeOpinion),
  by(withdrawOpinion, WithdrawOpinion),
  by(answer.noteDisposition, answer.NoteDisposition),
  by(answer.objectToDisposition, answer.ObjectToDisposition),
  by(answer.explainDisposition, answer.ExplainDisposition),
];
