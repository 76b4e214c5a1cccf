import { z } from 'zod';
import { pageOf } from '../paging.ts';
import { Id, Instant, Said } from '../said.ts';
import { EnteredInstitution } from '../sign-in.ts';

const Day = z.iso.date();
const PostShown = z.strictObject({ post: Id, title: z.string() });

/** What a 调阅函 opens, for whom and until when. Without one that is current nothing of the business is shown. */
export const AuditLetter = z
  .strictObject({
    letter: Id,
    number: z.string().meta({ description: '调阅函文号 · its number' }),
    purpose: z.string().meta({ description: '调阅事由 · what it is for' }),
    status: z.enum(['waiting', 'ahead', 'current', 'ended', 'declined']),
    words: Said,
    cases: z
      .array(z.strictObject({ id: Id, title: z.string() }))
      .nullable()
      .meta({ description: '调阅范围：所列规划；空为全单位 · these cases; null is the whole institution' }),
    period: z
      .strictObject({ from: Day, to: Day })
      .nullable()
      .meta({ description: '调阅记录的起止日期（含当日） · entries of these days alone; null is all' }),
    from: Instant.meta({ description: '权限起 · from which law time it opens' }),
    until: Instant.meta({ description: '权限止，届时自动终止 · when it ends by itself' }),
    auditors: z.array(PostShown).meta({ description: '调阅岗位 · the posts that it is for' }),
    enteredBy: z.string().meta({ description: '登记岗位 · the post that entered it' }),
    isOwn: z.boolean().meta({
      description: '是否本人登记，须由他人批准 · whether whoever asks entered it; another approves it',
    }),
    approvedBy: z.string().nullable().meta({ description: '批准岗位 · the post that approved it' }),
    ended: z.strictObject({ at: Instant, how: z.string(), words: Said }).nullable(),
  })
  .meta({ id: 'AuditLetter', description: '调阅函 · access granted to auditors' });
export type AuditLetter = z.infer<typeof AuditLetter>;

export const AuditLetters = z
  .strictObject({ items: z.array(AuditLetter) })
  .meta({ id: 'AuditLetters', description: '调阅函登记 · every letter, the newest first' });
export type AuditLetters = z.infer<typeof AuditLetters>;

/** One question of an auditor, as the institution sees it: who asked what under which letter, and when. */
export const AuditReading = z
  .strictObject({
    pos: z.int().nonnegative(),
    at: Instant.meta({ description: '机器时间 · machine time' }),
    person: Id.nullable(),
    name: z.string().nullable(),
    letter: Id.nullable(),
    number: z.string().nullable().meta({ description: '所据调阅函 · under which letter' }),
    action: z.string(),
    words: Said,
    detail: z.string().meta({ description: '查阅内容 · what was asked for' }),
  })
  .meta({ id: 'AuditReading', description: '审计查阅记录 · one reading of an auditor' });
export type AuditReading = z.infer<typeof AuditReading>;

export const AuditReadings = pageOf(AuditReading, 'AuditReadings');
export type AuditReadings = z.infer<typeof AuditReadings>;

/** Who is signed in at the auditor's service, and what is open to them. */
export const AuditSession = z
  .strictObject({
    person: Id,
    name: z.string().nullable(),
    institution: EnteredInstitution,
    capacities: z.array(z.strictObject({ post: Id, title: z.string(), as: z.string(), words: Said })),
    letters: z.array(AuditLetter).meta({ description: '本人的调阅函 · the letters of this person' }),
    now: Instant,
    ends: z.iso
      .datetime()
      .meta({ description: '会话最晚结束（机器时间） · when the session ends at the latest' }),
  })
  .meta({ id: 'AuditSession', description: '审计登录 · who is signed in at the auditor’s service' });
export type AuditSession = z.infer<typeof AuditSession>;

export const AUDIT_LETTER_WORDS: { readonly [status in AuditLetter['status']]: z.infer<typeof Said> } = {
  waiting: { zh: '待批准', en: 'waits for approval' },
  ahead: { zh: '尚未生效', en: 'not begun' },
  current: { zh: '有效', en: 'current' },
  ended: { zh: '已终止', en: 'ended' },
  declined: { zh: '未批准', en: 'not approved' },
};

export const AUDIT_END_WORDS: { readonly [how: string]: z.infer<typeof Said> } = {
  term: { zh: '期限届满', en: 'its term ended' },
  revoked: { zh: '收回', en: 'taken back' },
};

export const AUDIT_ACTION_WORDS: { readonly [action: string]: z.infer<typeof Said> } = {
  'sign-in-tried': { zh: '尝试登录', en: 'tried to sign in' },
  'sign-in': { zh: '登录', en: 'signed in' },
  'sign-out': { zh: '退出', en: 'signed out' },
  read: { zh: '查阅', en: 'read' },
  export: { zh: '导出', en: 'exported' },
  verify: { zh: '核验', en: 'verified' },
  paper: { zh: '制作取证单', en: 'made a sheet of evidence' },
  refused: { zh: '查阅未获准', en: 'reading refused' },
};
