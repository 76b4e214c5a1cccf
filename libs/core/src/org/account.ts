import { z } from 'zod';
import { record, refuse, type Command, type Given } from '../decider.ts';
import { notNow, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { capacitiesOf } from '../policy/capacities.ts';
import { actingIn } from './acting.ts';
import { lastAppointer } from './last-appointer.ts';
import type { OrgFact, OrgState } from './org.ts';
import type { PersonFact } from './person.ts';

type Nothing = Record<string, never>;

/**
 * An act on somebody's account: the log says who did it to whom and when. What it does (a new secret, sessions that
 * end) stands beside the log and happens in the same transaction.
 */
const onAccount = <B>(
  verb: `person.${string}`,
  type: PersonFact['type'],
  during: readonly string[] = ['registered'],
): Command<'person', B> => ({
  verb,
  on: 'person',
  during,
  needs: (_, id) => [{ write: streamName('person', id) }],
  decide(given, id) {
    const { value } = given.state('person', id) ?? { value: 'absent' };
    if (!during.includes(String(value))) return refuse(notSo(String(value)));
    return { facts: [record(streamName('person', id), { type, data: {} })] };
  },
});

/** Whether something waits for this person: a post held, a vacant one acted in, or what was delegated. */
const isCountedOn = (org: OrgState, person: string): boolean => capacitiesOf(org, person).length > 0;

/** What an account's state means to the posts of its person stands in the organisation, in the same append. */
function withOrg(
  command: Command<'person', Nothing>,
  factsOf: (given: Given, person: string) => readonly OrgFact[],
  hindered: (given: Given, person: string) => Refusal | null = () => null,
): Command<'person', Nothing> {
  return {
    ...command,
    needs: (known, id, body) => [
      ...command.needs(known, id, body),
      { write: streamName('org', known.institution) },
    ],
    decide(given, id, body) {
      const decision = command.decide(given, id, body);
      if ('refusal' in decision) return decision;
      const refusal = hindered(given, id);
      if (refusal) return refuse(refusal);
      const org = streamName('org', given.institution);
      const facts = factsOf(given, id).map((fact) => record(org, fact));
      return { ...decision, facts: [...decision.facts, ...facts] };
    },
  };
}

const notSo = (status: string) =>
  notNow('person.status', '该账号目前的状态不能这样办理', 'The account is not in a state for this', {
    status,
  });

export const ResetPassword = z
  .strictObject({
    password: z
      .string()
      .min(8)
      .max(200)
      .meta({ description: '一次性初始口令，本人登录后必须修改 · a one-time password' }),
  })
  .meta({ id: 'ResetPassword', description: '重置口令 · gives a person a password for one sign-in' });

/** 重置口令. Every session of the person ends; the password must be changed at the next sign-in. */
export const resetPassword = onAccount<z.infer<typeof ResetPassword>>(
  'person.reset-password',
  'PasswordReset',
);

const nothing = (id: string, description: string) => z.strictObject({}).meta({ id, description });

export const UnlockAccount = nothing(
  'UnlockAccount',
  '解除登录锁定 · lets a locked account try again at once',
);
/** 解除登录锁定: what failed before is forgotten. */
export const unlockAccount = onAccount<Nothing>('person.unlock', 'AccountUnlocked');

export const DeactivateAccount = nothing('DeactivateAccount', '停用账号 · ends an account');
/**
 * 停用账号: nobody signs in with it, and whoever is signed in is so no longer. What its posts owe is shown as having no
 * handler, and nothing is sent to it. The last one who could give posts, and accounts back, stays in use.
 */
export const deactivateAccount = withOrg(
  onAccount<Nothing>('person.deactivate', 'AccountDeactivated'),
  (given, person) => (isCountedOn(given.org, person) ? [{ type: 'HolderDisabled', data: { person } }] : []),
  (given, person) => lastAppointer(given, (_, appointing) => appointing === person),
);

export const ReactivateAccount = nothing('ReactivateAccount', '恢复账号 · lets an account sign in again');
/** 恢复账号. Whoever acted in the person's posts meanwhile does so no longer: a post has one handler. */
export const reactivateAccount = withOrg(
  onAccount<Nothing>('person.reactivate', 'AccountReactivated', ['deactivated']),
  (given, person) =>
    given.org.context.disabled.includes(person)
      ? [{ type: 'HolderEnabled', data: { person } }, ...actedFor(given, person)]
      : [],
);

const actedFor = ({ org, now }: Given, person: string): readonly OrgFact[] =>
  org.context.posts
    .filter(({ id, holder }) => holder?.person === person && actingIn(org, id))
    .map(({ id }) => ({ type: 'ActingEnded', data: { post: id, until: now, reason: 'filled' } }));

export const ResetSecondFactor = nothing(
  'ResetSecondFactor',
  '重置动态口令 · forgets a person’s second factor, which they set up anew',
);
/**
 * 重置动态口令. For the security administrator alone: whoever could renew both the password and the second factor
 * could act as anybody.
 */
export const resetSecondFactor = onAccount<Nothing>('person.reset-second-factor', 'SecondFactorReset');
