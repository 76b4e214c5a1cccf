import { z } from 'zod';
import { refuse, type Command } from '../../decider.ts';
import { notNow } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { escalatesAt, leadsOf } from '../escalation.ts';
import { contributionNeeds, its } from './submit.ts';

/** The date passed with nothing handed in. What arrived in time and was still on its way is not late for it. */
export const contributionFallDue: Command<'contribution', { due: string }> = {
  verb: 'contribution.fall-due',
  on: 'contribution',
  needs: (_, id) => [{ write: streamName('contribution', id) }],
  decide(given, id, { due }) {
    const state = given.state('contribution', id);
    if (!state?.matches('open') || state.context.due !== due) return { facts: [] };
    return its(id, { type: 'ContributionFellDue', data: { due, escalate: escalatesAt(due) } });
  },
};

/** 提请审阅: the working day after it fell due has begun and still nothing is in. */
export const escalateContribution: Command<'contribution', { due: string }> = {
  verb: 'contribution.escalate',
  on: 'contribution',
  needs: contributionNeeds,
  decide(given, id) {
    const state = given.state('contribution', id);
    if (!state?.matches('open') || state.context.escalated.length > 0) return { facts: [] };
    const { department, case: caseId } = state.context;
    const plan = given.state('case', caseId)?.context;
    const leads = plan ? leadsOf(plan, department, given.org.context.departments) : [];
    return leads.length === 0 ? { facts: [] } : its(id, { type: 'ContributionEscalated', data: { leads } });
  },
};

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
