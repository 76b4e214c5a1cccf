import { z } from 'zod';
import { record, refuse, type Command } from '../decider.ts';
import { notNow } from '../refusal.ts';
import { streamName } from '../stream.ts';
import type { PersonFact } from './person.ts';

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
type Nothing = Record<string, never>;

export const UnlockAccount = nothing(
  'UnlockAccount',
  '解除登录锁定 · lets a locked account try again at once',
);
/** 解除登录锁定: what failed before is forgotten. */
export const unlockAccount = onAccount<Nothing>('person.unlock', 'AccountUnlocked');

export const DeactivateAccount = nothing('DeactivateAccount', '停用账号 · ends an account');
/** 停用账号: nobody signs in with it, and whoever is signed in is so no longer. */
export const deactivateAccount = onAccount<Nothing>('person.deactivate', 'AccountDeactivated');

export const ReactivateAccount = nothing('ReactivateAccount', '恢复账号 · lets an account sign in again');
export const reactivateAccount = onAccount<Nothing>('person.reactivate', 'AccountReactivated', [
  'deactivated',
]);

export const ResetSecondFactor = nothing(
  'ResetSecondFactor',
  '重置动态口令 · forgets a person’s second factor, which they set up anew',
);
/**
 * 重置动态口令. For the security administrator alone: whoever could renew both the password and the second factor
 * could act as anybody.
 */
export const resetSecondFactor = onAccount<Nothing>('person.reset-second-factor', 'SecondFactorReset');
