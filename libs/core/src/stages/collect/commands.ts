import { by, byClock, type Registered } from '../../registered.ts';
import * as overdue from './escalate.ts';
import * as judge from './judge.ts';
import { RecordContribution, recordContribution } from './record.ts';
import * as release from './release.ts';
import * as contribution from './submit.ts';

/** Everything that is asked of what a department hands in for the research stage. */
export const COLLECT_COMMANDS: readonly Registered[] = [
  by(contribution.submitContribution, contribution.SubmitContribution),
  by(contribution.reportNone, contribution.ReportNone),
  by(contribution.withdrawContribution, contribution.WithdrawContribution),
  by(recordContribution, RecordContribution),
  by(judge.acceptContribution, judge.AcceptContribution),
  by(judge.returnContribution, judge.ReturnContribution),
  by(judge.quarantineContribution, judge.QuarantineContribution),
  by(release.extendContribution, release.ExtendContribution),
  by(release.excuseContribution, release.ExcuseContribution),
  byClock(overdue.contributionFallDue),
  byClock(overdue.escalateContribution),
  by(overdue.releaseContributionEscalation, overdue.ReleaseContributionEscalation),
  by(overdue.holdContributionEscalation, overdue.HoldContributionEscalation),
  by(overdue.seeContributionEscalation, overdue.SeeContributionEscalation),
];
