import { appointActing } from './appoint-acting.ts';
import type { DatedAct } from './dated.ts';
import { delegate } from './delegation.ts';
import { fillPost, vacatePost } from './posts.ts';
import {
  closeDepartment,
  createDepartment,
  mergeDepartments,
  renameDepartment,
  splitDepartment,
} from './reorganise.ts';

const ACTS: readonly DatedAct[] = [
  createDepartment.act,
  fillPost.act,
  vacatePost.act,
  appointActing.act,
  delegate.act,
  renameDepartment.act,
  mergeDepartments.act,
  splitDepartment.act,
  closeDepartment.act,
];

export const DATED_VERBS: readonly string[] = ACTS.map(({ verb }) => verb);

/** The act behind the verb of something planned. @throws Error for a verb that was never planned */
export function datedAct(verb: string): DatedAct {
  const act = ACTS.find((each) => each.verb === verb);
  if (!act) throw new Error(`${verb} takes effect at once`);
  return act;
}
