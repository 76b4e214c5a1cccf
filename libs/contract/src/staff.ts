import { z } from 'zod';
import { Id, Said } from './said.ts';

const Held = z.strictObject({ id: Id, title: z.string() });

/** Whoever can sign in, for whoever looks after accounts. */
export const StaffList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        person: Id,
        name: z.string().nullable().meta({ description: '姓名；已清除的为空 · null once it was erased' }),
        login: z.string().meta({ description: '登录名 · login' }),
        active: z.boolean().meta({ description: '账号是否可用 · whether the account is in use' }),
        oneTime: z.boolean().meta({ description: '初始口令尚未修改 · the password is still the first one' }),
        posts: z.array(Held).meta({ description: '在任岗位 · posts that are held' }),
        mail: z.string().nullable().meta({ description: '电子邮箱 · address for e-mail' }),
      }),
    ),
  })
  .meta({ id: 'StaffList', description: '人员及账号（系统管理员） · people and their accounts' });
export type StaffList = z.infer<typeof StaffList>;

/** One row of a sheet of people, as it was written. */
export const StaffRow = z.strictObject({
  name: z.string().max(200),
  login: z.string().max(200),
  post: z.string().max(200),
  mail: z.string().max(300),
});
export type StaffRow = z.infer<typeof StaffRow>;

const ROW_STATES = ['new', 'changed', 'same', 'invalid'] as const;

/** What a sheet of people would change; nothing is recorded. */
export const StaffCheck = z
  .strictObject({
    trouble: Said.nullable().meta({ description: '整张表格不能读入的原因 · why it is not read at all' }),
    rows: z.array(
      z.strictObject({
        row: z.int().meta({ description: '表格中的行号 · the row in the sheet' }),
        ...StaffRow.shape,
        state: z.enum(ROW_STATES).meta({ description: '新增、变更、无变化、有误 · what it comes to' }),
        faults: z.array(z.strictObject({ column: z.string(), said: Said })),
        changes: z.array(Said).meta({ description: '将办理的事项 · what would be done' }),
        person: Id.nullable().meta({ description: '已登记的人员 · who it is, where registered' }),
        fills: Id.nullable().meta({ description: '将任的岗位 · the post that would be filled' }),
        setsMail: z.boolean().meta({ description: '是否登记邮箱 · whether the address would be set' }),
      }),
    ),
  })
  .meta({
    id: 'StaffCheck',
    description: '人员导入核对：新增、变更、无变化、有误 · an import before it is carried out',
  });
export type StaffCheck = z.infer<typeof StaffCheck>;
