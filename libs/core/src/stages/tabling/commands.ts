import { by, type Registered } from '../../registered.ts';
import * as tabling from './ask.ts';
import * as tablingJudged from './judge.ts';
import * as tablingPrepared from './prepare.ts';
import { RecordTabling, recordTabling } from './record.ts';

/** Everything that is asked of an application to put an item before a body. */
export const TABLING_COMMANDS: readonly Registered[] = [
  by(tabling.askTabling, tabling.AskTabling),
  by(tabling.reviseTabling, tabling.ReviseTabling),
  by(tabling.withdrawTabling, tabling.WithdrawTabling),
  by(tablingJudged.backTabling, tablingJudged.BackTabling),
  by(tablingJudged.approveTabling, tablingJudged.ApproveTabling),
  by(tablingJudged.declineTabling, tablingJudged.DeclineTabling),
  by(tablingPrepared.noteConsensus, tablingPrepared.NoteConsensus),
  by(tablingPrepared.circulatePapers, tablingPrepared.CirculatePapers),
  by(tablingPrepared.readPapers, tablingPrepared.ReadPapers),
  by(recordTabling, RecordTabling),
];
