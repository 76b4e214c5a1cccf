import { z } from 'zod';
import { ENTRY_IN_WORDS } from '../history.ts';
import { PageQuery } from '../paging.ts';
import { Id, LeafHash, Said, Stream } from '../said.ts';

/** How an entry came to be: kept apart, since a refusal or a notice is no conduct. */
export const TIMELINE_HOWS = ['act', 'record', 'clock', 'refusal', 'notice'] as const;

export const AuditActor = z
  .strictObject({
    as: z.string(),
    words: Said,
    post: z.string().nullable().meta({ description: '岗位 · the post, in words' }),
    person: Id.nullable(),
    name: z.string().nullable().meta({ description: '姓名；已按规定清除的为空 · null once erased' }),
    onBehalfOf: Id.nullable(),
    recordedBy: Id.nullable().meta({ description: '录入人 · who recorded it, where it is a record' }),
  })
  .meta({ id: 'AuditActor' });
export type AuditActor = z.infer<typeof AuditActor>;

/** One entry of the log in words, with everything that a list of auditors is sorted and filtered by. */
export const TimelineEntry = z
  .strictObject({
    ...ENTRY_IN_WORDS,
    case: Id.nullable(),
    stage: z.string().nullable(),
    verb: z.string().nullable(),
    verbWords: Said.nullable(),
    how: z.enum(TIMELINE_HOWS),
    howWords: Said,
    rule: z.string().nullable().meta({ description: '依据的规则（暂不能办理、程序提示） · the rule' }),
    ruleWords: Said.nullable(),
    actor: AuditActor,
    leafHash: LeafHash,
  })
  .meta({ id: 'TimelineEntry', description: '办理记录（审计） · one entry of the log, as auditors see it' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const TimelinePage = z
  .strictObject({
    items: z.array(TimelineEntry),
    page: z.strictObject({ next: z.string().nullable(), hasNext: z.boolean() }),
    searched: z.strictObject({ from: z.int(), to: z.int() }).nullable().meta({
      description:
        '本页已查找的记录序号范围；未满一页而 hasNext 为真时请继续 · leaf indexes that were looked through for this page; a page may be short and go on',
    }),
  })
  .meta({ id: 'TimelinePage', description: '时间线 · the timeline, a page of it' });
export type TimelinePage = z.infer<typeof TimelinePage>;

const day = (zh: string, en: string) =>
  z.iso
    .date()
    .optional()
    .meta({ description: `${zh} · ${en}` });
const word = (zh: string, en: string, most = 80) =>
  z
    .string()
    .min(1)
    .max(most)
    .optional()
    .meta({ description: `${zh} · ${en}` });

/** Filters of the timeline; what is left out is not asked. */
export const TimelineFilter = z
  .strictObject({
    case: z.uuid().optional().meta({ description: '规划；不填为全单位 · of one case; else the institution' }),
    stream: Stream.optional(),
    person: z.uuid().optional().meta({ description: '办理人 · who acted' }),
    as: word('身份', 'the capacity'),
    type: word('事项', 'the type of the fact'),
    stage: word('环节', 'the stage, of one case'),
    verb: word('办理', 'the command'),
    how: z.enum(TIMELINE_HOWS).optional().meta({
      description: '办理、补录、到期自动、暂不能办理、程序提示 · act, record, clockwork, refusal or notice',
    }),
    from: day('起始日期（含）', 'from this day of Beijing'),
    to: day('截止日期（含）', 'to this day of Beijing, with it'),
    order: z.enum(['asc', 'desc']).default('asc').meta({ description: '顺序 · oldest or newest first' }),
  })
  .meta({ id: 'TimelineFilter' });
export type TimelineFilter = z.infer<typeof TimelineFilter>;

export const TimelineQuery = z
  .strictObject({ ...TimelineFilter.shape, ...PageQuery.shape })
  .meta({ id: 'TimelineQuery' });
export type TimelineQuery = z.infer<typeof TimelineQuery>;

/** 导出: a list as a file. */
export const LIST_FORMATS = ['csv', 'jsonl', 'xlsx', 'pdf', 'docx'] as const;
export const ListFormat = z.enum(LIST_FORMATS).meta({ id: 'ListFormat' });
export type ListFormat = z.infer<typeof ListFormat>;

export const TIMELINE_HOW_WORDS: {
  readonly [how in (typeof TIMELINE_HOWS)[number]]: z.infer<typeof Said>;
} = {
  act: { zh: '办理', en: 'act' },
  record: { zh: '补录、代录', en: 'record' },
  clock: { zh: '到期自动', en: 'clockwork' },
  refusal: { zh: '暂不能办理', en: 'refusal' },
  notice: { zh: '程序提示', en: 'notice' },
};
