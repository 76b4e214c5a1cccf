import type { z } from 'zod';
import { AdvanceCase, advanceCase } from './case/advance.ts';
import { OpenCase, openCase } from './case/open.ts';
import type { Command } from './decider.ts';
import * as org from './org/commands.ts';
import { RegisterPerson, registerPerson } from './org/person.ts';
import { PublishProcedure, publishProcedure } from './procedure/publish.ts';
import {
  AcceptContribution,
  acceptContribution,
  contributionFallDue,
  ReturnContribution,
  returnContribution,
  SubmitContribution,
  submitContribution,
} from './stages/collect.ts';
import { CompileManuscript, compileManuscript } from './stages/compile.ts';
import { CloseConsultation, closeConsultation } from './stages/consult.ts';
import { AnswerDossier, answerDossier, ReceiveDossier, receiveDossier } from './stages/dossier.ts';
import { EnterAnswer, enterAnswer, TakeAnswer, takeAnswer } from './stages/file/answer.ts';
import { SendFiling, sendFiling } from './stages/file/send.ts';
import { AcknowledgeIssue, acknowledgeIssue, PublishIssue, publishIssue } from './stages/issue/publish.ts';
import { NumberIssue, numberIssue, SignIssue, signIssue } from './stages/issue/sign.ts';
import * as attend from './stages/meeting/attend.ts';
import { CallMeeting, callMeeting } from './stages/meeting/call.ts';
import { DecideItem, decideItem } from './stages/meeting/decide.ts';
import { DeclareItem, declareItem } from './stages/meeting/declare.ts';
import { PutItem, putItem } from './stages/meeting/put.ts';
import { CastVote, castVote, CountHands, countHands } from './stages/meeting/vote.ts';
import { ProposeDisposition, proposeDisposition } from './stages/opinion.ts';
import { GiveOpinion, giveOpinion, ReplyNone, replyNone } from './stages/reply.ts';
import { RecordFinding, recordFinding } from './stages/research.ts';
import { ReviseManuscript, reviseManuscript } from './stages/revise.ts';
import { ReturnChapter, returnChapter, SignOffChapter, signOffChapter } from './stages/sign-off.ts';
import { ConfirmTally, confirmTally, EnterTally, enterTally } from './stages/two-keys.ts';
import { chapterFallDue, GiveInput, giveInput, SubmitChapter, submitChapter } from './stages/write.ts';
import type { Kind } from './stream.ts';

/** A command with the schema of its body; what only the clock gives has none for a person to fill in. */
interface Registered {
  readonly command: Command<Kind, unknown>;
  readonly body: z.ZodType | null;
}

const by = <B>(command: Command<Kind, B>, body: z.ZodType<B>): Registered => ({ command, body });
const byClock = <B>(command: Command<Kind, B>): Registered => ({ command, body: null });

const REGISTERED: readonly Registered[] = [
  by(org.createDepartment, org.CreateDepartment),
  by(org.createPost, org.CreatePost),
  by(org.fillPost, org.FillPost),
  by(org.vacatePost, org.VacatePost),
  by(org.formBody, org.FormBody),
  by(org.moveClock, org.MoveClock),
  by(registerPerson, RegisterPerson),
  by(publishProcedure, PublishProcedure),
  by(openCase, OpenCase),
  by(advanceCase, AdvanceCase),
  by(recordFinding, RecordFinding),
  by(submitContribution, SubmitContribution),
  by(acceptContribution, AcceptContribution),
  by(returnContribution, ReturnContribution),
  byClock(contributionFallDue),
  by(giveInput, GiveInput),
  by(submitChapter, SubmitChapter),
  by(signOffChapter, SignOffChapter),
  by(returnChapter, ReturnChapter),
  byClock(chapterFallDue),
  by(compileManuscript, CompileManuscript),
  by(reviseManuscript, ReviseManuscript),
  by(replyNone, ReplyNone),
  by(giveOpinion, GiveOpinion),
  by(closeConsultation, CloseConsultation),
  by(proposeDisposition, ProposeDisposition),
  by(callMeeting, CallMeeting),
  by(attend.signIn, attend.SignIn),
  by(attend.signOut, attend.SignOut),
  by(attend.openMeeting, attend.OpenMeeting),
  by(attend.adjournMeeting, attend.AdjournMeeting),
  by(putItem, PutItem),
  by(castVote, CastVote),
  by(countHands, CountHands),
  by(decideItem, DecideItem),
  by(declareItem, DeclareItem),
  by(enterTally, EnterTally),
  by(confirmTally, ConfirmTally),
  by(sendFiling, SendFiling),
  by(enterAnswer, EnterAnswer),
  by(takeAnswer, TakeAnswer),
  by(receiveDossier, ReceiveDossier),
  by(answerDossier, AnswerDossier),
  by(signIssue, SignIssue),
  by(numberIssue, NumberIssue),
  by(publishIssue, PublishIssue),
  by(acknowledgeIssue, AcknowledgeIssue),
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
