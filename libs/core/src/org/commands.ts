import { by, byClock, type Registered } from '../registered.ts';
import * as org from './set-up.ts';
import * as account from './account.ts';
import * as erasure from './erasure.ts';
import * as acting from './appoint-acting.ts';
import * as aide from './name-aide.ts';
import * as audit from './audit-access.ts';
import * as dated from './confirm.ts';
import { Delegate, delegate } from './delegation.ts';
import { orgFallDue } from './fall-due.ts';
import * as logRestart from './log-restart.ts';
import * as logTrouble from './log-trouble.ts';
import { RegisterPerson, registerPerson } from './person.ts';
import * as posts from './posts.ts';
import * as reorganise from './reorganise.ts';
import * as delegated from './revoke.ts';
import { SetHolidays, setHolidays } from './holidays.ts';
import { SetSecurity, setSecurity } from './security.ts';

/** Everything that is asked of an institution: its people, posts, bodies, days, clock, letters and log. */
export const ORG_COMMANDS: readonly Registered[] = [
  by(reorganise.createDepartment, reorganise.CreateDepartment),
  by(org.createPost, org.CreatePost),
  by(posts.fillPost, posts.FillPost),
  by(posts.vacatePost, posts.VacatePost),
  by(posts.renewTerm, posts.RenewTerm),
  by(acting.appointActing, acting.AppointActing),
  by(acting.endActing, acting.EndActing),
  by(aide.nameAide, aide.NameAide),
  by(aide.confirmAide, aide.ConfirmAide),
  by(aide.endAide, aide.EndAide),
  by(delegate, Delegate),
  by(delegated.revokeDelegation, delegated.RevokeDelegation),
  by(delegated.seeDelegatedActs, delegated.SeeDelegatedActs),
  by(reorganise.renameDepartment, reorganise.RenameDepartment),
  by(reorganise.mergeDepartments, reorganise.MergeDepartments),
  by(reorganise.splitDepartment, reorganise.SplitDepartment),
  by(reorganise.closeDepartment, reorganise.CloseDepartment),
  by(dated.confirmDated, dated.ConfirmDated),
  by(dated.withdrawPlanned, dated.WithdrawPlanned),
  byClock(orgFallDue),
  by(org.formBody, org.FormBody),
  by(org.moveClock, org.MoveClock),
  by(setSecurity, SetSecurity),
  by(audit.proposeAuditAccess, audit.ProposeAuditAccess),
  by(audit.approveAuditAccess, audit.ApproveAuditAccess),
  by(audit.endAuditAccess, audit.EndAuditAccess),
  by(logRestart.proposeLogRestart, logRestart.ProposeLogRestart),
  by(logRestart.confirmLogRestart, logRestart.ConfirmLogRestart),
  byClock(logTrouble.noteLogTrouble),
  by(logTrouble.seeLogTrouble, logTrouble.SeeLogTrouble),
  by(setHolidays, SetHolidays),
  by(registerPerson, RegisterPerson),
  by(account.resetPassword, account.ResetPassword),
  by(account.unlockAccount, account.UnlockAccount),
  by(account.deactivateAccount, account.DeactivateAccount),
  by(account.reactivateAccount, account.ReactivateAccount),
  by(account.resetSecondFactor, account.ResetSecondFactor),
  by(erasure.proposeErasure, erasure.ProposeErasure),
  by(erasure.erasePerson, erasure.ErasePerson),
  by(erasure.withdrawErasure, erasure.WithdrawErasure),
];
