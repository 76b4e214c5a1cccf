import { z } from 'zod';
import { record, refuse, type Command, type Given, type Known } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { datedAct } from './dated-acts.ts';
import type { Planned } from './dated.ts';
import { effectOf } from './fall-due.ts';

const plannedIn = ({ org }: Pick<Known, 'org'>, act: string): Planned | undefined =>
  org.context.planned.find((each) => each.act === act);

const none = (act: string): Refusal =>
  notNow('org.planned-known', '没有这项待生效或者待核对的办理', 'Nothing of this sort is planned', { act });

export const ConfirmDated = z.strictObject({ act: z.uuid(), agree: z.boolean() }).meta({
  id: 'ConfirmDated',
  description: '核对补录的任免、科室调整 · confirms or declines what was recorded of an earlier day',
});

/**
 * 核对: what took effect on an earlier day counts from that day once a second person agrees.
 *
 * @source 录入与核对分设
 */
export const confirmDated: Command<'org', z.infer<typeof ConfirmDated>> = {
  verb: 'org.confirm-dated',
  on: 'org',
  concurrent: true,
  needs(known, id, { act }) {
    const planned = plannedIn(known, act);
    return [
      { write: streamName('org', id) },
      ...(planned ? datedAct(planned.verb).needs(known, planned.body) : []),
    ];
  },
  decide(given, _, { act, agree }) {
    const planned = plannedIn(given, act);
    if (planned?.waits !== 'second-person') return refuse(none(act));
    const refusal = notSecond(given, planned);
    if (refusal) return refuse(refusal);
    const stream = streamName('org', given.institution);
    if (!agree)
      return { facts: [record(stream, { type: 'PlannedActWithdrawn', data: { act, how: 'declined' } })] };
    const decision = effectOf(given, planned);
    if ('refusal' in decision) return decision;
    const data = { act, how: 'second-person', confirmer: given.actor.person } as const;
    return {
      ...decision,
      facts: [...decision.facts, record(stream, { type: 'PlannedActCarriedOut', data })],
    };
  },
};

const CONFIRMS: ReadonlySet<string> = new Set(['administrator', 'security-administrator', 'office-director']);

function notSecond({ actor }: Given, { act, by, checker }: Planned): Refusal | null {
  if (actor.person === by)
    return against(
      'org.second-person',
      '补录的任免、调整须由另一人核对',
      'What is recorded of an earlier day is confirmed by another person',
      { act },
      { zh: '请核对人办理', en: 'Ask a second person' },
    );
  if (CONFIRMS.has(actor.as) || actor.post === checker) return null;
  return against(
    'org.second-person',
    '由所选核对人、规划办主任或者管理员核对',
    'The checker that was named confirms it, the director of the office, or an administrator',
    { act, checker },
  );
}

export const WithdrawPlanned = z
  .strictObject({ act: z.uuid() })
  .meta({ id: 'WithdrawPlanned', description: '撤回尚未生效的办理 · takes back what has not taken effect' });

/** 撤回: by whoever planned it, or an administrator, before its day; also what came to nothing on its day, once it was seen. */
export const withdrawPlanned: Command<'org', z.infer<typeof WithdrawPlanned>> = {
  verb: 'org.withdraw-planned',
  on: 'org',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('org', id) }],
  decide(given, _, { act }) {
    const { planned: waiting, lapsed } = given.org.context;
    const planned = [...waiting, ...lapsed].find((each) => each.act === act);
    const { as, person } = given.actor;
    const administers = as === 'administrator' || as === 'security-administrator';
    if (!planned || (!administers && planned.by !== person)) return refuse(none(act));
    const stream = streamName('org', given.institution);
    return { facts: [record(stream, { type: 'PlannedActWithdrawn', data: { act, how: 'withdrawn' } })] };
  },
};
