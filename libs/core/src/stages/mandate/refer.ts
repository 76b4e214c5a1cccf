import { z } from 'zod';
import { both, record, refuse, sealedBy, type Command } from '../../decider.ts';
import { notNow } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { actorOf, Words } from '../charge.ts';
import { backToBody } from './apply.ts';
import { isRunning, mandateNeeds, notRunning } from './draft.ts';

export const ReferMandate = z
  .strictObject({ reason: Words.meta({ description: '再提请审议的理由 · why' }) })
  .meta({ id: 'ReferMandate', description: '再提请审议 · puts the drafted text before the body again' });

/** 再提请审议: the text as drafted, changes outside the mandate included, goes before the body again. */
export const referMandate: Command<'mandate', z.infer<typeof ReferMandate>> = {
  verb: 'mandate.refer',
  on: 'mandate',
  during: ['drafted'],
  needs: mandateNeeds,
  decide(given, id, { reason }) {
    const state = given.state('mandate', id);
    const draft = state?.matches('drafted') ? state.context.draft : null;
    if (!state || !draft)
      return refuse(
        state?.matches('drafting')
          ? notNow('mandate.drafted', '授权修改尚未起草', 'Nothing has been drafted yet', {
              status: 'drafting',
            })
          : notRunning(state),
      );
    const data = { to: draft.to, outside: draft.outside.length, ...actorOf(given) };
    const fact = { type: 'MandateReferred', data };
    return both(
      { facts: [record(streamName('mandate', id), fact, sealedBy(given.actor, { reason }))] },
      backToBody(given, id, { context: state.context, reached: draft }),
    );
  },
};

export const EndMandate = z
  .strictObject({ reason: Words.meta({ description: '终止授权的理由 · why' }) })
  .meta({ id: 'EndMandate', description: '终止授权修改 · ends the mandate; the body decides again' });

/** 终止授权: by whoever presided, or the director of the office; the text stays as it was and goes before the body again. */
export const endMandate: Command<'mandate', z.infer<typeof EndMandate>> = {
  verb: 'mandate.end',
  on: 'mandate',
  during: ['drafting', 'drafted'],
  needs: mandateNeeds,
  decide(given, id, { reason }) {
    const state = given.state('mandate', id);
    if (!isRunning(state)) return refuse(notRunning(state));
    const fact = { type: 'MandateLapsed', data: actorOf(given) };
    return both(
      { facts: [record(streamName('mandate', id), fact, sealedBy(given.actor, { reason }))] },
      backToBody(given, id, { context: state.context, reached: null }),
    );
  },
};

/** 提请主持人: the day that was set is over and nothing is approved. */
export const escalateMandate: Command<'mandate', { due: string }> = {
  verb: 'mandate.escalate',
  on: 'mandate',
  needs: (_, id) => [{ write: streamName('mandate', id) }],
  decide(given, id, { due }) {
    const state = given.state('mandate', id);
    if (!isRunning(state) || state.context.raised) return { facts: [] };
    return { facts: [record(streamName('mandate', id), { type: 'MandateEscalated', data: { due } })] };
  },
};
