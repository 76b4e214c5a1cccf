import { z } from 'zod';
import { Day, daysBetween, dayOf, endOfDay } from '../calendar.ts';
import { record, refuse, type Decision, type Given, type Recorded } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { parseStream, streamName } from '../stream.ts';
import { DATED, dated, dayGiven } from './dated.ts';
import { DELEGABLE, neverDelegated } from './delegable.ts';
import type { Post } from './org.ts';

/** What a delegate may do: harmless verbs, named verbs, both; where a stage is named, in that stage of a case alone. */
export interface Scope {
  readonly harmless: boolean;
  readonly verbs: readonly string[];
  readonly within: { readonly case: string; readonly stage: string } | null;
}
/** 委托办理 that lasts. */
export interface Delegation {
  readonly delegation: string;
  readonly post: string;
  /** The holder who delegates, and who acts. */
  readonly delegator: string;
  readonly to: string;
  readonly from: string;
  readonly until: string;
  readonly scope: Scope;
  /** Streams in which the delegator goes on alone: what of the items that were open already stays. */
  readonly stays: readonly string[];
  /** What was done under it and the delegator has not seen yet. */
  readonly unseen: readonly { readonly stream: string; readonly verb: string }[];
}
export type DelegationEnd = 'expired' | 'revoked' | 'returned' | 'left';
export type DelegationFact =
  | {
      readonly type: 'DelegationGranted';
      readonly data: {
        delegation: string;
        post: string;
        delegator: string;
        to: string;
        from: string;
        until: string;
        scope: { harmless: boolean; verbs: string[]; within: { case: string; stage: string } | null };
        stays: string[];
        document: string | null;
      };
    }
  | {
      readonly type: 'DelegationEnded';
      readonly data: { delegation: string; until: string; reason: DelegationEnd };
    }
  | { readonly type: 'DelegatedActDone'; readonly data: { delegation: string; stream: string; verb: string } }
  | { readonly type: 'DelegatedActsSeen'; readonly data: { delegation: string } };

export const withDelegation = (
  delegations: readonly Delegation[],
  { document: _, ...granted }: Extract<DelegationFact, { type: 'DelegationGranted' }>['data'],
): readonly Delegation[] => [...delegations, { ...granted, unseen: [] }];

export const withUnseen = (
  delegations: readonly Delegation[],
  { delegation, stream, verb }: Extract<DelegationFact, { type: 'DelegatedActDone' }>['data'],
): readonly Delegation[] =>
  delegations.map((each) =>
    each.delegation === delegation ? { ...each, unseen: [...each.unseen, { stream, verb }] } : each,
  );

/** The facts that end what a person delegated in a post, e.g. because the person leaves it. */
export const endingDelegations = (
  given: Given,
  which: (delegation: Delegation) => boolean,
  until: string,
  reason: DelegationEnd,
): readonly Recorded[] =>
  given.org.context.delegations.filter(which).map(({ delegation }) =>
    record(streamName('org', given.institution), {
      type: 'DelegationEnded',
      data: { delegation, until, reason },
    }),
  );

export const Delegate = z
  .strictObject({
    post: z.uuid().meta({ description: '委托人的岗位 · the post, held by whoever asks' }),
    to: z.uuid().meta({ description: '受托人 · the person who acts' }),
    until: Day.meta({ description: '至何日止（含当日） · the last day' }),
    scope: z
      .strictObject({
        harmless: z.boolean().meta({ description: '一般事项：签收、阅知、反馈等 · everything harmless' }),
        verbs: z
          .array(z.string().max(60))
          .max(40)
          .default([])
          .meta({ description: '另外列明的事项 · verbs besides' }),
        within: z
          .strictObject({ case: z.uuid(), stage: z.string().max(60) })
          .nullable()
          .default(null)
          .meta({ description: '限于某项编制工作的某个环节 · in one stage of a case alone' }),
      })
      .meta({
        description: '委托范围；表决、投票和审定本人的报送除外 · never a vote, nor judging one’s own work',
      }),
    stays: z
      .array(z.string().regex(/^[a-z]{2,20}\/[0-9a-f-]{36}$/))
      .max(500)
      .meta({
        description:
          '已经在办的事项中，仍由委托人自己办理的 · which of the items that are open now stay with the delegator',
      }),
    ...DATED,
  })
  .meta({ id: 'Delegate', description: '委托办理 · delegates the work of a post for a time' });
type Body = z.infer<typeof Delegate>;

/**
 * 委托办理: dated, scoped, one link long. What is open already is asked for and recorded (`stays`); the delegator goes on
 * holding the post, is told of every act, and may take it back at any time.
 */
export const delegate = dated<Body>({
  verb: 'org.delegate',
  schema: Delegate,
  needs: ({ to }) => [{ read: streamName('person', to) }],
  standing: (given, body) => unfit(given, body, given.actor.person, dayGiven(body)),
  effect(given, body, from, asker) {
    const { post, to, until: last, scope, stays, document = null } = body;
    const delegator = holderOf(given, post);
    if (delegator === null) return refuse(notHeld(post));
    const refusal = unfit(given, body, asker, dayOf(from));
    if (refusal) return refuse(refusal);
    const granted = { delegation: given.id('delegation'), post, delegator, to, from, until: endOfDay(last) };
    const data = { ...granted, scope, stays: [...stays], document };
    return facts(given, { type: 'DelegationGranted', data });
  },
});

const facts = (given: Given, fact: DelegationFact): Decision => ({
  facts: [record(streamName('org', given.institution), fact)],
});

const holderOf = ({ org }: Given, post: string): string | null =>
  org.context.posts.find(({ id }) => id === post)?.holder?.person ?? null;

const notHeld = (post: string): Refusal =>
  notNow('delegation.own-post', '只能委托本人在任的岗位', 'Only the holder of a post delegates it', { post });

function unfit(given: Given, body: Body, by: string | null, from: string | undefined): Refusal | null {
  const post = given.org.context.posts.find(({ id }) => id === body.post);
  if (!post || post.holder?.person !== by) return notHeld(body.post);
  return (
    tooFar(given, body, from ?? dayOf(given.now)) ??
    outOfScope(post, body) ??
    wrongDelegate(given, post, body) ??
    unknownStays(body)
  );
}

function tooFar({ org, now }: Given, { until }: Body, from: string): Refusal | null {
  const most = org.context.security.delegationDays;
  const days = daysBetween(from, until) + 1;
  if (days >= 1 && days <= most && until >= dayOf(now)) return null;
  return against(
    'delegation.days',
    days < 1 || until < dayOf(now) ? '委托的截止日期已过' : `委托期限${days}日，超过本院规定的最长${most}日`,
    days < 1 || until < dayOf(now)
      ? 'The delegation would be over before it begins'
      : `A delegation lasts ${most} days at most, this one ${days}`,
    { days, most, from, until },
    { zh: '请另选截止日期', en: 'Choose another last day' },
  );
}

function outOfScope({ as }: Post, { scope }: Body): Refusal | null {
  const never = scope.verbs.filter(neverDelegated);
  const nothing = !scope.harmless && scope.verbs.length === 0;
  if (never.length === 0 && !nothing && DELEGABLE.includes(as)) return null;
  return against(
    'delegation.scope',
    nothing ? '请选择委托的事项' : '表决、投票、计票监票、人事任免和须由第二人核准的事项，不得委托他人办理',
    nothing
      ? 'Say what is delegated'
      : 'Votes, ballots, appointments and what needs a second person are never delegated',
    { as, verbs: never },
  );
}

function wrongDelegate(given: Given, { holder }: Post, { to }: Body): Refusal | null {
  if (to === holder?.person)
    return against('delegation.other', '不能委托给本人', 'Nobody delegates to oneself', { to });
  return given.state('person', to)?.matches('registered')
    ? null
    : notNow('org.person-known', '没有登记这个人员', 'There is no such person', { person: to });
}

function unknownStays({ stays }: Body): Refusal | null {
  const stranger = stays.find((stream) => !isStream(stream));
  return stranger === undefined
    ? null
    : notNow('delegation.stays', '所列在办事项不存在', 'There is no such open item', { stream: stranger });
}

function isStream(name: string): boolean {
  try {
    return parseStream(name).id !== '';
  } catch {
    return false;
  }
}
