import { by, byClock, type Registered } from '../../registered.ts';
import * as chapterDates from './dates.ts';
import { GiveInput, giveInput } from './input.ts';
import * as chapterRecord from './record.ts';
import * as chapterReturn from './return.ts';
import * as countersign from './countersign.ts';
import { ReassignChapter, reassignChapter } from './reassign.ts';
import * as instruct from './instruct.ts';
import * as signOff from './sign-off.ts';
import * as chapter from './submit.ts';

/** Everything that is asked of a chapter and of what other departments give to it. */
export const CHAPTER_COMMANDS: readonly Registered[] = [
  by(giveInput, GiveInput),
  by(chapterRecord.recordInput, chapterRecord.RecordInput),
  by(chapter.submitChapter, chapter.SubmitChapter),
  by(chapter.withdrawChapter, chapter.WithdrawChapter),
  by(chapterRecord.recordChapter, chapterRecord.RecordChapter),
  by(signOff.signOffChapter, signOff.SignOffChapter),
  by(instruct.instructChapter, instruct.InstructChapter),
  by(instruct.noteInstruction, instruct.NoteInstruction),
  by(chapterRecord.recordSignOff, chapterRecord.RecordSignOff),
  by(countersign.countersignChapter, countersign.CountersignChapter),
  by(countersign.recordCountersign, countersign.RecordCountersign),
  by(chapterReturn.returnChapter, chapterReturn.ReturnChapter),
  by(chapterReturn.recordReturn, chapterReturn.RecordReturn),
  by(signOff.quarantineChapter, signOff.QuarantineChapter),
  by(chapterDates.extendChapter, chapterDates.ExtendChapter),
  by(reassignChapter, ReassignChapter),
  byClock(chapterDates.chapterFallDue),
  byClock(chapterDates.escalateChapter),
  by(chapterDates.releaseChapterEscalation, chapterDates.ReleaseChapterEscalation),
  by(chapterDates.holdChapterEscalation, chapterDates.HoldChapterEscalation),
  by(chapterDates.seeChapterEscalation, chapterDates.SeeChapterEscalation),
];
