import { z } from 'zod';
import { Id, Instant, Said, Stream } from './said.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const NUMBERS = '[1-9][0-9]{0,5}(?:,[1-9][0-9]{0,5}){0,499}';

const ONE = `${UUID}(?:@${UUID})?(?::${NUMBERS})?`;

const numbersOf = (list: string): number[] => list.split(',').map(Number);

export const ReturnQuery = z
  .strictObject({
    to: Id.optional().meta({ description: '退回的责任部门；缺省为主笔部门 · one of its owners' }),
    clauses: z
      .string()
      .regex(new RegExp(`^${NUMBERS}$`))
      .optional()
      .meta({ description: '涉及的段落，如 3,5；缺省为全文 · the clauses concerned' }),
  })
  .meta({ id: 'ReturnQuery' });
export type ReturnQuery = z.infer<typeof ReturnQuery>;

/** The clauses of a query, null for the whole text. */
export const clausesAsked = ({ clauses }: Pick<ReturnQuery, 'clauses'>): number[] | null =>
  clauses === undefined ? null : numbersOf(clauses);

export const ReturnsQuery = z
  .strictObject({
    chapters: z
      .string()
      .max(20_000)
      .regex(new RegExp(`^${ONE}(?:;${ONE}){0,59}$`))
      .meta({
        description:
          '返回的篇章，分号分隔，责任部门用@，段落用冒号，如 <篇章>@<部门>:3,5;<篇章> · chapters, with the owner after an @, with clauses after a colon',
      }),
  })
  .meta({ id: 'ReturnsQuery' });
export type ReturnsQuery = z.infer<typeof ReturnsQuery>;

interface ChapterAsked {
  readonly chapter: string;
  /** One of its owners; null for its writer. */
  readonly to: string | null;
  readonly clauses: number[] | null;
}

/** The chapters of a query, each with whom it goes to and its clauses. */
export const chaptersAsked = ({ chapters }: ReturnsQuery): ChapterAsked[] =>
  chapters.split(';').map((one) => {
    const [back = '', clauses] = one.split(':');
    const [chapter = '', to = null] = back.split('@');
    return { chapter, to, clauses: clauses === undefined ? null : numbersOf(clauses) };
  });

const Judged = z.strictObject({
  of: z
    .enum(['countersign', 'input', 'sign-off', 'gate', 'vote'])
    .meta({ description: '会签、配合材料、审定、审议、表决 · what was approved' }),
  stream: Stream.nullable(),
  department: Id.nullable(),
  because: z.string(),
  words: Said,
});
const Owing = z.strictObject({
  stream: Stream.nullable(),
  name: z.string(),
  holder: z.string(),
  verb: z.string(),
  words: Said,
});

export const ReturnPreview = z
  .strictObject({
    digest: z.string().meta({
      description:
        '确认退回时提交，情况有变则不办理 · sent with the return, which holds only while this does',
    }),
    falls: z.array(Judged).meta({ description: '失效的审签、会签 · approvals that fall' }),
    stands: z.array(Judged).meta({ description: '保留的 · approvals that stand' }),
    closes: z.array(Owing).meta({ description: '撤销的待办 · obligations that close' }),
    opens: z.array(Owing).meta({ description: '新的待办 · obligations that open' }),
    restarts: z
      .array(z.strictObject({ stream: Stream.nullable(), name: z.string(), from: z.string(), due: Instant }))
      .meta({ description: '重新计时 · clocks that run again' }),
    told: z.array(z.string()).meta({ description: '告知 · who is told' }),
  })
  .meta({ id: 'ReturnPreview', description: '退回的后果，确认之前 · what a return would do' });
export type ReturnPreview = z.infer<typeof ReturnPreview>;
