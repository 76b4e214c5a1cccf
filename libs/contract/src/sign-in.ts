import { z } from 'zod';
import { Id, Instant, Said } from './said.ts';

export const SignIn = z
  .strictObject({
    institution: z.string().min(1).max(60).meta({ description: '单位代码 · the code of the institution' }),
    login: z.string().min(1).max(80),
    password: z.string().min(1).max(200),
  })
  .meta({ id: 'SessionRequest' });
export type SignIn = z.infer<typeof SignIn>;

/** The institution at which somebody is signed in. */
export const EnteredInstitution = z.strictObject({
  id: Id,
  code: z.string(),
  name: z.string(),
  mode: z.enum(['live', 'rehearsal']),
});

/** A post that the person holds now, and so a capacity to act in. */
export const HeldPost = z
  .strictObject({
    post: Id,
    title: z.string(),
    as: z.string(),
    words: z.string().meta({ description: '身份 · the capacity in words' }),
    department: z.strictObject({ id: Id, name: z.string() }).nullable(),
    acting: z.boolean().meta({ description: '主持工作 · acts in a vacant post' }),
    onBehalfOf: z
      .strictObject({ person: Id, name: z.string().nullable() })
      .nullable()
      .meta({ description: '受何人委托 · whose post it is, under a delegation' }),
  })
  .meta({ id: 'HeldPost' });
export type HeldPost = z.infer<typeof HeldPost>;

export const Me = z
  .strictObject({
    person: Id,
    name: z.string().nullable(),
    institution: EnteredInstitution,
    capacities: z.array(HeldPost),
    /** Whether nothing else may be done before the password is changed. */
    mustChangePassword: z.boolean(),
    logTrouble: Said.nullable().meta({
      description:
        '检查点停发的原因；正常时为空 · why no checkpoints of the record come out; null while they do',
    }),
    seenTo: z.int().min(-1).meta({
      description:
        '答复时办理记录的最后序号，-1 为尚无记录；其后的变更由 /v1/stream?after= 补发 · the last entry of the record before this answer; what came later is told from there on',
    }),
    /** Law time of the institution now. */
    now: Instant,
  })
  .meta({ id: 'Me', description: '当前登录人 · who is signed in, and in which capacities' });
export type Me = z.infer<typeof Me>;
