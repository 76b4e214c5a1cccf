import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../../decider.ts';
import { notNow } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import type { DutyState } from './duty.ts';
import { isOngoing, itsCase } from './report.ts';

/** 提请主持人: its day is over, and nobody has verified that it is done. */
export const escalateDuty: Command<'duty', { due: string }> = {
  verb: 'duty.escalate',
  on: 'duty',
  needs: (_, id) => [{ write: streamName('duty', id) }],
  decide(given, id, { due }) {
    const state = given.state('duty', id);
    if (!isOngoing(state) || state.context.escalation !== 'none') return { facts: [] };
    return { facts: [record(streamName('duty', id), { type: 'DutyEscalated', data: { due } })] };
  },
};

export const SeeDutyEscalation = z.strictObject({}).meta({
  id: 'SeeDutyEscalation',
  description: '已阅：督办事项逾期 · takes note that a duty is overdue',
});

/** 已阅, by whoever presided; where nobody is known to have, by the director of the office. */
export const seeDutyEscalation: Command<'duty', z.infer<typeof SeeDutyEscalation>> = {
  verb: 'duty.see-escalation',
  on: 'duty',
  during: ['open', 'reported'],
  needs: itsCase,
  decide(given, id) {
    const state = given.state('duty', id);
    if (!isOngoing(state) || state.context.escalation !== 'shown' || !isTold(given, state))
      return refuse(
        notNow(
          'duty.escalated',
          '没有提请您审阅的逾期督办事项，或已阅',
          'No overdue duty waits for you to take note',
          { status: state?.value ?? 'absent' },
        ),
      );
    const fact = { type: 'DutyEscalationSeen', data: { post: given.actor.post } };
    return { facts: [record(streamName('duty', id), fact)] };
  },
};

const isTold = ({ actor }: Given, { context: { presider } }: DutyState): boolean =>
  presider === null ? actor.as === 'office-director' : presider === actor.post;
