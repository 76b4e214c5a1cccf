import { z } from 'zod';
import { Id, Instant } from './said.ts';

const Password = z.string().min(1).max(200);

export const PasswordChange = z
  .strictObject({
    current: Password.meta({ description: '现在的口令 · the present password' }),
    next: Password.meta({ description: '新口令 · the new password' }),
  })
  .meta({ id: 'PasswordChange', description: '修改口令 · changes one’s own password' });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** One's own sessions: where one is signed in. */
export const OwnSession = z
  .strictObject({
    id: Id,
    agent: z.string().meta({ description: '浏览器自报的名称 · the browser, as it says' }),
    created: Instant,
    used: Instant.meta({ description: '最近使用（精确到分钟） · last use, to the minute' }),
    ends: Instant,
    current: z.boolean(),
  })
  .meta({ id: 'OwnSession' });
export const OwnSessions = z
  .strictObject({ items: z.array(OwnSession) })
  .meta({ id: 'OwnSessions', description: '我的登录会话 · where I am signed in' });
export type OwnSessions = z.infer<typeof OwnSessions>;

export const SecondFactorWish = z
  .strictObject({ password: Password })
  .meta({ id: 'SecondFactorWish', description: '启用动态口令 · sets up a second factor' });
export type SecondFactorWish = z.infer<typeof SecondFactorWish>;

export const SecondFactorBegun = z
  .strictObject({
    secret: z.string().meta({ description: 'Base32；只显示这一次 · shown this once' }),
    uri: z.string().meta({ description: 'otpauth:// 地址，可制成二维码 · for a QR code' }),
  })
  .meta({ id: 'SecondFactorBegun' });
export type SecondFactorBegun = z.infer<typeof SecondFactorBegun>;

export const SecondFactorCode = z
  .strictObject({
    code: z
      .string()
      .min(6)
      .max(40)
      .meta({ description: '六位动态口令，或一个备用码 · six digits, or a recovery code' }),
  })
  .meta({ id: 'SecondFactorCode' });
export type SecondFactorCode = z.infer<typeof SecondFactorCode>;

export const RecoveryCodes = z.strictObject({ codes: z.array(z.string()) }).meta({
  id: 'RecoveryCodes',
  description: '备用码，每个只能用一次，只显示这一次 · each good once, shown once',
});
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** What a command asks for before it is carried out. */
export const StepUpChallenge = z
  .strictObject({
    id: Id.meta({
      description: '验证后放入 Step-Up 请求头 · goes into the header Step-Up once it is passed',
    }),
    expires: Instant,
    enrolled: z.boolean().meta({ description: '本人是否已启用动态口令 · whether there is a second factor' }),
  })
  .meta({ id: 'StepUpChallenge' });
export type StepUpChallenge = z.infer<typeof StepUpChallenge>;
