import type { z } from 'zod';
import { PublishProcedure, publishProcedure } from './procedure/publish.ts';
import { makePrecheck, SeePrecheck, seePrecheck } from './precheck/make.ts';
import * as correction from './repair/confirm.ts';
import { ProposeRepair, proposeRepair } from './repair/propose.ts';
import { AmendManuscript, amendManuscript } from './stages/amend/amend.ts';
import { ClassChange, classChange } from './stages/amend/class-change.ts';
import { ReceiveDossier, receiveDossier } from './stages/dossier/dossier.ts';
import { AnswerDossier, answerDossier } from './stages/dossier/dossier-answer.ts';
import { MEETING_COMMANDS } from './stages/meeting/commands.ts';
import { FILING_COMMANDS } from './stages/file/commands.ts';
import { INDICATOR_COMMANDS } from './stages/indicator/commands.ts';
import { ISSUE_COMMANDS } from './stages/issue/commands.ts';
import { RecordFinding, recordFinding } from './stages/research.ts';
import * as finding from './stages/finding/waive.ts';
import { CloseReview, closeReview } from './stages/review/close.ts';
import * as reviewOpinion from './stages/review/opinion.ts';
import { ConfirmTally, confirmTally, EnterTally, enterTally } from './stages/two-keys.ts';
import { ORG_COMMANDS } from './org/commands.ts';
import { COLLECT_COMMANDS } from './stages/collect/commands.ts';
import { DEPOSIT_COMMANDS } from './stages/deposit/commands.ts';
import { CHAPTER_COMMANDS } from './stages/write/commands.ts';
import { MANUSCRIPT_COMMANDS } from './stages/manuscript/commands.ts';
import { CONSULT_COMMANDS } from './stages/consult/commands.ts';
import { OPINION_COMMANDS } from './stages/opinion/commands.ts';
import { TABLING_COMMANDS } from './stages/tabling/commands.ts';
import { READING_COMMANDS } from './stages/reading/commands.ts';
import { CASE_COMMANDS } from './case/commands.ts';
import { DUTY_COMMANDS } from './stages/duty/commands.ts';
import { CONDITION_COMMANDS } from './stages/condition/commands.ts';
import { MANDATE_COMMANDS } from './stages/mandate/commands.ts';
import { RECORD_COMMANDS } from './record/commands.ts';
import type { Command } from './decider.ts';
import { by, byClock, type Registered } from './registered.ts';
import type { Kind } from './stream.ts';

const REGISTERED: readonly Registered[] = [
  ...ORG_COMMANDS,
  by(publishProcedure, PublishProcedure),
  ...CASE_COMMANDS,
  by(recordFinding, RecordFinding),
  ...DEPOSIT_COMMANDS,
  ...COLLECT_COMMANDS,
  ...OPINION_COMMANDS,
  ...READING_COMMANDS,
  ...CHAPTER_COMMANDS,
  by(reviewOpinion.giveReviewOpinion, reviewOpinion.GiveReviewOpinion),
  by(reviewOpinion.recordReviewOpinion, reviewOpinion.RecordReviewOpinion),
  by(closeReview, CloseReview),
  ...MANUSCRIPT_COMMANDS,
  by(finding.waiveFinding, finding.WaiveFinding),
  by(finding.withdrawWaiver, finding.WithdrawWaiver),
  by(amendManuscript, AmendManuscript),
  by(classChange, ClassChange),
  ...CONSULT_COMMANDS,
  ...TABLING_COMMANDS,
  ...MEETING_COMMANDS,
  ...CONDITION_COMMANDS,
  ...MANDATE_COMMANDS,
  ...DUTY_COMMANDS,
  ...INDICATOR_COMMANDS,
  by(enterTally, EnterTally),
  by(confirmTally, ConfirmTally),
  ...FILING_COMMANDS,
  by(receiveDossier, ReceiveDossier),
  by(answerDossier, AnswerDossier),
  ...ISSUE_COMMANDS,
  ...RECORD_COMMANDS,
  by(proposeRepair, ProposeRepair),
  by(correction.confirmCorrection, correction.ConfirmCorrection),
  byClock(correction.lapseRepair),
  byClock(makePrecheck),
  by(seePrecheck, SeePrecheck),
];

/** Every command there is. */
export const COMMANDS: readonly Command<Kind, unknown>[] = REGISTERED.map(({ command }) => command);

const BY_VERB = new Map<string, Registered>(
  REGISTERED.map((registered) => [registered.command.verb, registered]),
);

/** The command behind a verb. */
export const commandOf = (verb: string): Command<Kind, unknown> | undefined => BY_VERB.get(verb)?.command;

/** The schema of a verb's body; `null` for commands that only the clock gives. */
export const bodyOf = (verb: string): z.ZodType | null => BY_VERB.get(verb)?.body ?? null;
