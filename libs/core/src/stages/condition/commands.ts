import { by, byClock, type Registered } from '../../registered.ts';
import * as condition from './meet.ts';
import * as conditionOverdue from './escalate.ts';

/** Everything that is asked of a condition that a body set. */
export const CONDITION_COMMANDS: readonly Registered[] = [
  by(condition.meetCondition, condition.MeetCondition),
  by(condition.verifyCondition, condition.VerifyCondition),
  by(condition.waiveCondition, condition.WaiveCondition),
  byClock(conditionOverdue.escalateCondition),
  by(conditionOverdue.seeConditionEscalation, conditionOverdue.SeeConditionEscalation),
];
