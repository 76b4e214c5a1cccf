import { z } from 'zod';
import { DecidingFacts, Id, Instant, Said } from './said.ts';

const Ref = z.strictObject({ id: z.string(), version: z.int(), hash: z.string() });
const Notice = z.object({ rule: z.string(), said: Said, facts: DecidingFacts });

const Conflict = z
  .object({
    because: z.enum(['policy', 'state', 'rule']),
    rule: z.string(),
    said: Said,
    basis: z.string().optional(),
    facts: DecidingFacts,
    needs: Said.optional(),
  })
  .meta({ id: 'Conflict', description: '不能换版的原因 · stands against it' });

/** What is other in one version than in another, in words. */
export const ProcedureDiff = z
  .object({
    procedure: z.string(),
    from: z.int(),
    to: z.int(),
    changes: z.array(z.object({ what: z.string(), at: z.string(), zh: z.string(), en: z.string() })),
  })
  .meta({ id: 'ProcedureDiff', description: '两个版本的不同 · what is other, in words' });
export type ProcedureDiff = z.infer<typeof ProcedureDiff>;

const StageLine = z.object({ stage: z.string(), title: z.string(), said: Said });
const Owed = z.object({ name: z.string(), verb: z.string(), due: Instant.nullable() });

const CaseMove = z
  .object({
    case: Id,
    title: z.string(),
    from: Ref,
    to: Ref,
    stages: z.array(
      z.object({
        was: z
          .string()
          .nullable()
          .meta({ description: '原版本中的环节；无则为新增 · id in the old version' }),
        id: z.string().nullable().meta({ description: '新版本中的环节；无则已删去 · id in the new version' }),
        title: z.string(),
        state: z.enum(['past', 'open', 'ahead', 'skipped', 'removed']),
        said: Said,
      }),
    ),
    gates: z
      .array(StageLine)
      .meta({ description: '今后新增的审议、审核环节 · deciding stages that are new ahead' }),
    decisions: z
      .array(StageLine)
      .meta({ description: '受影响的决议和规则 · decisions and rules that it touches' }),
    dates: z.array(
      z.object({
        stage: z.string(),
        title: z.string(),
        before: Instant.nullable(),
        after: Instant.nullable(),
        said: Said,
      }),
    ),
    obligations: z.object({ opens: z.array(Owed), drops: z.array(Owed) }),
    enters: z.array(z.string()).meta({ description: '随换版开启的环节 · stages that open with it' }),
    conflicts: z.array(Conflict),
    notices: z.array(Notice),
  })
  .meta({ id: 'CaseMove' });

/** What moving cases to another version would do; the digest goes with the command that carries it out. */
export const MigrationPreview = z
  .object({ procedure: Id, to: z.int(), cases: z.array(CaseMove), digest: z.string() })
  .meta({ id: 'MigrationPreview', description: '换版预览 · what moving these cases would do' });
export type MigrationPreview = z.infer<typeof MigrationPreview>;

/** What taking cases back would do. */
export const RollBack = z
  .object({
    procedure: Id,
    cases: z.array(
      z.object({
        case: Id,
        title: z.string(),
        from: Ref,
        to: Ref.nullable(),
        open: z.array(z.string()),
        conflicts: z.array(Conflict),
        notices: z.array(Notice),
      }),
    ),
  })
  .meta({ id: 'RollBack', description: '撤回换版预览 · what taking these cases back would do' });
export type RollBack = z.infer<typeof RollBack>;

const CASES = z
  .string()
  .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,19}$/)
  .meta({ description: '规划编制工作，逗号分隔；缺省为全部可换版的 · cases, separated by commas' });
const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;
const KEY = '[a-z][a-z0-9-]{0,39}';

export const MigrationQuery = z.strictObject({
  to: z.coerce.number().int().positive().meta({ description: '转入的版本 · the version to move to' }),
  cases: CASES.optional(),
  mapping: z
    .string()
    .regex(new RegExp(`^${KEY}:${KEY}(,${KEY}:${KEY}){0,59}$`))
    .optional()
    .meta({ description: '环节对照表：原环节:新环节 · old stage:new stage' }),
  dates: z
    .string()
    .regex(new RegExp(`^${KEY}:\\d{4}-\\d\\d-\\d\\d(,${KEY}:\\d{4}-\\d\\d-\\d\\d){0,59}$`))
    .refine((dates) => dates.split(',').every((pair) => isDay(pair.slice(-10))), '日期不存在 · no such day')
    .optional()
    .meta({ description: '指定的时限日：环节:日期 · stage:day' }),
});
export type MigrationQuery = z.infer<typeof MigrationQuery>;

export const RollBackQuery = z.strictObject({ cases: CASES });

export const DiffQuery = z.strictObject({
  from: z.coerce.number().int().positive().meta({ description: '比较的基础版本 · the earlier version' }),
  to: z.coerce.number().int().positive().meta({ description: '比较的版本 · the later version' }),
});
