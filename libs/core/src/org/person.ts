import { assign, setup, type SnapshotFrom } from 'xstate';
import { z } from 'zod';
import { record, type Command } from '../decider.ts';
import type { Rows } from '../rows.ts';
import { streamName, type Fact } from '../stream.ts';
import type { Erasure, ErasureFact } from './erasure-facts.ts';

/** A person is a random id. The name is sealed under that id: destroying its key erases the person, and no hash changes. */
export type PersonFact =
  | Fact<'PersonRegistered', Record<string, never>>
  | Fact<'PasswordReset', Record<string, never>>
  | Fact<'AccountUnlocked', Record<string, never>>
  | Fact<'SecondFactorReset', Record<string, never>>
  | Fact<'AccountDeactivated', Record<string, never>>
  | Fact<'AccountReactivated', Record<string, never>>
  | ErasureFact;

export interface PersonContext {
  /** The erasure that waits for its second person, or that was carried out. */
  readonly erasure: Erasure | null;
}

export const personMachine = setup({
  types: { events: {} as PersonFact, context: {} as PersonContext },
}).createMachine({
  id: 'person',
  initial: 'absent',
  context: { erasure: null },
  states: {
    absent: { on: { PersonRegistered: 'registered' } },
    registered: {
      on: {
        PasswordReset: 'registered',
        AccountUnlocked: 'registered',
        SecondFactorReset: 'registered',
        AccountDeactivated: 'deactivated',
      },
    },
    deactivated: {
      on: {
        AccountReactivated: 'registered',
        ErasureProposed: {
          target: 'to-be-erased',
          actions: assign({ erasure: ({ event }) => event.data }),
        },
      },
    },
    'to-be-erased': {
      on: {
        ErasureWithdrawn: { target: 'deactivated', actions: assign({ erasure: null }) },
        PersonErased: 'erased',
      },
    },
    // Whose id this was nobody can say any more: nothing is done to it again.
    erased: {},
  },
});

export type PersonState = SnapshotFrom<typeof personMachine>;

/** 待清除个人信息: owed by the other of those who may, so that the second person hears of it. */
export function personRows(_: string, { value, context: { erasure } }: PersonState): Rows {
  const holder = erasure?.as === 'security-administrator' ? 'administrator' : 'security-administrator';
  const owed = { name: 'erase', holder, verb: 'person.erase', case: null, due: null } as const;
  return { item: null, obligations: value === 'to-be-erased' ? [owed] : [] };
}

export const RegisterPerson = z
  .strictObject({
    name: z.string().trim().min(1).max(40).meta({ description: '姓名 · name' }),
    login: z
      .string()
      .regex(/^[a-z0-9._-]{2,40}$/, 'lower-case letters, digits, dot, underscore, hyphen')
      .meta({ description: '登录名 · login' }),
    password: z.string().min(8).max(200).meta({ description: '初始口令（至少8位） · first password' }),
  })
  .meta({ id: 'RegisterPerson', description: '登记人员 · registers a person' });

/** 登记人员. The login and the password's hash go beside the ledger, never into it. */
export const registerPerson: Command<'person', z.infer<typeof RegisterPerson>> = {
  verb: 'person.register',
  on: 'person',
  needs: (_, id) => [{ write: streamName('person', id) }],
  decide(_, id, { name }) {
    const stream = streamName('person', id);
    return {
      facts: [record(stream, { type: 'PersonRegistered', data: {} }, [{ subject: id, plain: { name } }])],
      made: stream,
    };
  },
};
