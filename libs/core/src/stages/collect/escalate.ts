import { z } from 'zod';
import { refuse, sealedBy, type Command, type Decision, type Given } from '../../decider.ts';
import { lastMoment } from '../../deadlines/grace.ts';
import { notNow } from '../../refusal.ts';
import { waitsInTime } from '../deposit/waiting.ts';
import { leadsOf } from '../escalation.ts';
import { fellDue, madeUpFor } from '../fall-due.ts';
import { Reason } from '../handed-in.ts';
import type { ContributionState } from './machine.ts';
import { contributionNeeds, its } from './submit.ts';

/** The date passed, and its grace, with nothing handed in. What arrived in time and was still on its way is not late for it. */
export const contributionFallDue: Command<'contribution', { due: string }> = {
  verb: 'contribution.fall-due',
  on: 'contribution',
  needs: contributionNeeds,
  decide(given, id, { due }) {
    const state = given.state('contribution', id);
    if (!state?.matches('open') || lastMoment(state.context) !== due) return { facts: [] };
    return its(id, { type: 'ContributionFellDue', data: fellDue(given, state.context, due) });
  },
};

/**
 * 提请审阅: the working day after it fell due has begun and still nothing is in, nor waits, left in time, for the head's
 * word. The leads are told when the office has released it, unless the procedure leaves that to the clock.
 */
export const escalateContribution: Command<'contribution', { due: string }> = {
  verb: 'contribution.escalate',
  on: 'contribution',
  needs: contributionNeeds,
  decide(given, id, { due }) {
    const state = given.state('contribution', id);
    if (!state || !isToBeTold(state, given.now)) return { facts: [] };
    const { department, case: caseId, ladder } = state.context;
    const plan = given.state('case', caseId)?.context;
    const leads = plan ? leadsOf(plan, department, given.org.context.departments) : [];
    if (leads.length === 0) return { facts: [] };
    const data = { leads, ...madeUpFor(given, state.context, due) };
    return ladder.release === 'clock'
      ? its(id, { type: 'ContributionEscalated', data })
      : its(id, { type: 'ContributionEscalationProposed', data });
  },
};

/** Nothing came, nothing that was left in time waits for the head, and nobody was told or is about to be. */
const isToBeTold = (state: ContributionState, now: string): boolean =>
  state.matches('open') && !isUnderWay(state) && !waitsInTime(state.context, now);

const isUnderWay = ({ context: { escalated, proposed } }: ContributionState): boolean =>
  escalated.length > 0 || proposed.length > 0;

export const ReleaseContributionEscalation = z.strictObject({}).meta({
  id: 'ReleaseContributionEscalation',
  description: '提请院领导审阅：科室逾期未报 · puts an overdue department plan before its leads',
});

/** 提请审阅, released by the office; also what it held back before. */
export const releaseContributionEscalation: Command<
  'contribution',
  z.infer<typeof ReleaseContributionEscalation>
> = {
  verb: 'contribution.release-escalation',
  on: 'contribution',
  needs: contributionNeeds,
  during: ['open'],
  decide(given, id) {
    const leads = waiting(given, id);
    return leads.length === 0
      ? notProposed(given, id)
      : its(id, { type: 'ContributionEscalated', data: { leads } });
  },
};

export const HoldContributionEscalation = z
  .strictObject({ reason: Reason('暂不提请的理由', 'why it is not put before them') })
  .meta({
    id: 'HoldContributionEscalation',
    description: '暂不提请院领导审阅 · holds back what would go to the leads',
  });

/** 暂不提请: held back by the office with its reason; it can be released later. */
export const holdContributionEscalation: Command<
  'contribution',
  z.infer<typeof HoldContributionEscalation>
> = {
  verb: 'contribution.hold-escalation',
  on: 'contribution',
  needs: contributionNeeds,
  during: ['open'],
  decide(given, id, { reason }) {
    const held = given.state('contribution', id)?.context.held ?? true;
    if (waiting(given, id).length === 0 || held) return notProposed(given, id);
    return its(id, { type: 'ContributionEscalationHeld', data: {} }, sealedBy(given.actor, { reason }));
  },
};

/** The leads to whom it would go. */
const waiting = (given: Given, id: string): readonly string[] => {
  const state = given.state('contribution', id);
  return state?.matches('open') && state.context.escalated.length === 0 ? state.context.proposed : [];
};

const notProposed = (given: Given, id: string): Decision =>
  refuse(
    notNow(
      'contribution.escalation-proposed',
      '没有拟提请院领导审阅的逾期事项，或已提请、已暂缓',
      'Nothing overdue waits to be put before the leads',
      { status: given.state('contribution', id)?.value ?? 'absent' },
      { zh: '期限届满后的工作日仍未报送', en: 'that nothing has come by the working day after the date' },
    ),
  );

export const SeeContributionEscalation = z.strictObject({}).meta({
  id: 'SeeContributionEscalation',
  description: '已阅：科室逾期未报 · takes note that nothing came',
});

/** 已阅, by each lead who was told. */
export const seeContributionEscalation: Command<'contribution', z.infer<typeof SeeContributionEscalation>> = {
  verb: 'contribution.see-escalation',
  on: 'contribution',
  concurrent: true,
  needs: contributionNeeds,
  during: ['open'],
  decide(given, id) {
    const state = given.state('contribution', id);
    const { post } = given.actor;
    if (
      !state?.matches('open') ||
      post === null ||
      !state.context.escalated.includes(post) ||
      state.context.seen.includes(post)
    )
      return refuse(
        notNow(
          'contribution.escalated',
          '没有提请您审阅的逾期事项，或已阅',
          'Nothing overdue waits for you to take note',
          { status: state?.value ?? 'absent' },
        ),
      );
    return its(id, { type: 'ContributionEscalationSeen', data: { post } });
  },
};
