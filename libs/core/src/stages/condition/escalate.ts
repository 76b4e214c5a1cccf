import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { notNow } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import type { ConditionState } from './condition.ts';

const isOpen = (state: ConditionState | undefined): state is ConditionState =>
  state !== undefined && (state.matches('unmet') || state.matches('met'));

/** 提请主持人: its day is over, and it is neither verified nor waived. */
export const escalateCondition: Command<'condition', { due: string }> = {
  verb: 'condition.escalate',
  on: 'condition',
  needs: (_, id) => [{ write: streamName('condition', id) }],
  decide(given, id, { due }) {
    const state = given.state('condition', id);
    if (!isOpen(state) || state.context.escalation !== 'none') return { facts: [] };
    return { facts: [record(streamName('condition', id), { type: 'ConditionEscalated', data: { due } })] };
  },
};

export const SeeConditionEscalation = z.strictObject({}).meta({
  id: 'SeeConditionEscalation',
  description: '已阅：条件逾期未落实 · takes note that a condition is overdue',
});

/** 已阅, by whoever presided; where nobody is known to have, by the director of the office. */
export const seeConditionEscalation: Command<'condition', z.infer<typeof SeeConditionEscalation>> = {
  verb: 'condition.see-escalation',
  on: 'condition',
  during: ['unmet', 'met'],
  needs: (_, id) => [{ write: streamName('condition', id) }],
  decide(given, id) {
    const state = given.state('condition', id);
    if (!isOpen(state) || state.context.escalation !== 'shown' || !isTold(given, state))
      return refuse(
        notNow(
          'condition.escalated',
          '没有提请您审阅的逾期条件，或已阅',
          'No overdue condition waits for you to take note',
          { status: state?.value ?? 'absent' },
        ),
      );
    const fact = { type: 'ConditionEscalationSeen', data: { post: given.actor.post } };
    return { facts: [record(streamName('condition', id), fact)] };
  },
};

const isTold = ({ actor }: Given, { context: { presider } }: ConditionState): boolean =>
  presider === null ? actor.as === 'office-director' : presider === actor.post;
