import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../decider.ts';
import { notNow, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { endingDelegations, type Delegation } from './delegation.ts';

const found = ({ org }: Given, delegation: string): Delegation | undefined =>
  org.context.delegations.find((each) => each.delegation === delegation);

const none = (delegation: string): Refusal =>
  notNow('delegation.known', '没有这项委托，或已结束', 'There is no such delegation, or it has ended', {
    delegation,
  });

export const RevokeDelegation = z
  .strictObject({ delegation: z.uuid() })
  .meta({ id: 'RevokeDelegation', description: '撤回（退回）委托 · ends a delegation before its day' });

/** 撤回委托: by whoever delegated; the delegate may hand it back, an administrator may end it. */
export const revokeDelegation: Command<'org', z.infer<typeof RevokeDelegation>> = {
  verb: 'org.revoke-delegation',
  on: 'org',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('org', id) }],
  decide(given, _, { delegation }) {
    const { person, as } = given.actor;
    const one = found(given, delegation);
    const administers = as === 'administrator' || as === 'security-administrator';
    if (!one || (!administers && person !== one.delegator && person !== one.to))
      return refuse(none(delegation));
    const reason = person === one.to ? 'returned' : 'revoked';
    return { facts: endingDelegations(given, (each) => each === one, given.now, reason) };
  },
};

export const SeeDelegatedActs = z
  .strictObject({ delegation: z.uuid() })
  .meta({ id: 'SeeDelegatedActs', description: '已阅：受托人办理情况 · takes note of what a delegate did' });

/** 已阅, by whoever delegated: also after the delegation has ended. */
export const seeDelegatedActs: Command<'org', z.infer<typeof SeeDelegatedActs>> = {
  verb: 'org.see-delegated-acts',
  on: 'org',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('org', id) }],
  decide(given, _, { delegation }) {
    const { delegations, ended } = given.org.context;
    const one = [...delegations, ...ended].find((each) => each.delegation === delegation);
    if (one?.delegator !== given.actor.person || one.unseen.length === 0) return refuse(none(delegation));
    const stream = streamName('org', given.institution);
    return { facts: [record(stream, { type: 'DelegatedActsSeen', data: { delegation } })] };
  },
};
