import { by, type Registered } from '../../registered.ts';
import { AssignIndicator, assignIndicator } from './assign.ts';
import { CitePlan, citePlan, DefineIndicator, defineIndicator } from './define.ts';
import { FillIndicator, fillIndicator } from './fill.ts';
import * as indicatorJudged from './judge.ts';
import * as indicatorPlaces from './link.ts';
import { RecordIndicator, recordIndicator } from './record.ts';

/** Everything that is asked of the indicators of a case. */
export const INDICATOR_COMMANDS: readonly Registered[] = [
  by(defineIndicator, DefineIndicator),
  by(citePlan, CitePlan),
  by(assignIndicator, AssignIndicator),
  by(fillIndicator, FillIndicator),
  by(recordIndicator, RecordIndicator),
  by(indicatorJudged.confirmIndicator, indicatorJudged.ConfirmIndicator),
  by(indicatorJudged.returnIndicator, indicatorJudged.ReturnIndicator),
  by(indicatorJudged.settleIndicator, indicatorJudged.SettleIndicator),
  by(indicatorPlaces.linkIndicator, indicatorPlaces.LinkIndicator),
  by(indicatorPlaces.unlinkIndicator, indicatorPlaces.UnlinkIndicator),
];
