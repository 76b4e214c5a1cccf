import type { CapacityKind } from '../capacity.ts';
import { DELEGABLE } from '../org/delegable.ts';
import type { Relation } from './relations.ts';

/** Somebody of this capacity who stands in this relation to the stream. */
export interface Grant {
  readonly as: CapacityKind;
  readonly where: Relation;
}

/** 规划办: its director may ask everything that it may. */
export const director: Grant = { as: 'office-director', where: 'any' };
export const office: readonly Grant[] = [{ as: 'office', where: 'any' }, director];
export const administrator: Grant = { as: 'administrator', where: 'any' };
/** 安全管理员: gives and takes rights, and nothing else. */
export const securityAdministrator: Grant = { as: 'security-administrator', where: 'any' };
export const securityAuditor: Grant = { as: 'security-auditor', where: 'any' };
export const auditor: Grant = { as: 'auditor', where: 'any' };
export const leader: Grant = { as: 'leader', where: 'any' };
export const clock: Grant = { as: 'clock', where: 'any' };
export const head = (where: Relation): Grant => ({ as: 'department-head', where });

/** A seat in the body that meets is what counts there, or being named, whichever post it is. */
export const seated = (where: Relation): readonly Grant[] =>
  (
    [
      'committee-member',
      'leader',
      'department-head',
      'delegate',
      'office',
      'office-director',
      'secretary',
      'teller',
      'scrutineer',
    ] as const
  ).map((as) => ({ as, where }));

export const voters = seated('seat:voting');
export const presiding = seated('seat:presiding');
export const secretary = seated('seat:secretary');
export const recorded = seated('recorded');
export const checker = seated('checker');
export const recorder = seated('recorder');
export const proposer = seated('proposer');
/** The registered secretary of the leader in charge, or of any leader who may speak, whichever post it is. */
export const aide = seated('lead-aide');
/** Whoever holds a post with work of its own, which may be delegated. */
export const everybody: readonly Grant[] = DELEGABLE.map((as) => ({ as, where: 'any' }));
/** 落实责任人: the head of the department that a condition, a duty or a mandate was given to, or whoever holds the post. */
export const conditionOwner = [head('condition-department'), ...seated('condition-post')];
/** 指标责任科室、填报人: the department's head, or whoever holds the post that fills it in. */
export const indicatorFiller = [head('indicator-department'), ...seated('indicator-filler')];
/** 指标审核人, whichever post it is. */
export const indicatorReviewer = seated('indicator-reviewer');
/** 审定人, whichever post it is. */
export const mandateApprover = seated('mandate-approver');
