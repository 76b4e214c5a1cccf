import { z } from 'zod';
import { May } from './answer.ts';
import { DecidingFacts, Id, Instant, Said, Stream } from './said.ts';

const Holder = z.strictObject({ person: Id, name: z.string().nullable() });

export const Organisation = z
  .strictObject({
    id: Id,
    stream: Stream,
    version: z.int(),
    name: z.string(),
    code: z.string(),
    kind: z.enum(['unit', 'authority']),
    mode: z.enum(['live', 'rehearsal']),
    departments: z.array(
      z.strictObject({
        id: Id,
        name: z.string(),
        kind: z.string(),
        former: z
          .array(z.strictObject({ name: z.string(), until: Instant }))
          .meta({ description: '曾用名 · names that it bore before' }),
      }),
    ),
    dissolved: z
      .array(z.strictObject({ id: Id, name: z.string(), ended: Instant, by: z.string(), heir: Id }))
      .meta({ description: '已撤并的科室及其承接科室 · departments that ended, with their heirs' }),
    posts: z.array(
      z.strictObject({
        id: Id,
        title: z.string(),
        as: z.string(),
        words: z.string(),
        department: Id.nullable(),
        filled: z.boolean(),
        disabled: z
          .boolean()
          .meta({ description: '账号已停用 · whether whoever holds it has an account out of use' }),
        holder: Holder.nullable().meta({
          description: 'null when vacant, or when you may not see who holds it',
        }),
        from: Instant.nullable().meta({ description: '任职时间 · since when' }),
        term: Instant.nullable().meta({ description: '任期届满 · when the term ends' }),
        acting: z
          .strictObject({
            by: z.string(),
            holder: Holder.nullable(),
            from: Instant,
            until: Instant.nullable(),
          })
          .nullable()
          .meta({ description: '主持工作 · who acts in it while it is vacant' }),
      }),
    ),
    bodies: z.array(
      z.strictObject({
        id: Id,
        key: z.string(),
        name: z.string(),
        seats: z.array(z.strictObject({ post: Id, title: z.string(), role: z.string() })),
      }),
    ),
    aides: z
      .array(
        z.strictObject({
          aide: Id,
          leader: Id,
          leaderTitle: z.string(),
          post: Id,
          postTitle: z.string(),
          status: z.enum(['waiting', 'standing']),
        }),
      )
      .meta({
        description: '院领导秘书：代录签批 · who enters what a leader signed on paper',
      }),
    planned: z
      .array(
        z.strictObject({
          act: Id,
          verb: z.string(),
          words: Said,
          at: Instant,
          waits: z.enum(['day', 'second-person']),
        }),
      )
      .meta({ description: '待生效、待核对的任免和调整 · what waits for its day, or for a second person' }),
    calendar: z
      .strictObject({
        version: z.string(),
        years: z.array(z.strictObject({ year: z.int(), source: z.string() })),
      })
      .meta({
        description:
          '工作日历的版本和已公布的年份，之外为预估 · the announced years; beyond them dates are estimated',
      }),
    notices: z
      .array(z.strictObject({ rule: z.string(), said: Said, facts: DecidingFacts }))
      .meta({ description: '程序提示，如三员不足三人 · rules that only show' }),
    may: z.array(May),
  })
  .meta({ id: 'Organisation', description: '科室、岗位与议事决策机构 · departments, posts and bodies' });
export type Organisation = z.infer<typeof Organisation>;
