import { z } from 'zod';
import { Day, dayOf, endOfDay, startOfDay } from './calendar.ts';
import type { Capacity } from './capacity.ts';
import type { Given, Need, Recorded } from './decider.ts';
import { against, unknownFile, type Notice, type Refusal } from './refusal.ts';
import { FileRef } from './text-ref.ts';

/**
 * 补录、代录: what a record says of something that happened outside the system. 发生时间 is a claim of whoever records
 * and is shown as one, beside 录入时间, which is the entry's own.
 */
export const Elsewhere = z
  .strictObject({
    happened: z
      .union([Day, z.iso.datetime({ precision: 3 })])
      .meta({ description: '发生时间：日期，或精确时刻（UTC） · when it happened, as the recorder claims' }),
    medium: z
      .enum(['meeting', 'paper', 'telephone', 'in-person'])
      .meta({ description: '会议、纸质、电话、当面 · how it happened' }),
    scan: FileRef.nullable().default(null).meta({ description: '扫描件或照片 · the scan' }),
    book: z
      .string()
      .trim()
      .min(1)
      .max(120)
      .nullable()
      .default(null)
      .meta({ description: '记录簿册号、页码 · book and page' }),
    checker: z
      .uuid()
      .nullable()
      .default(null)
      .meta({ description: '核对人（岗位） · the post that checks the entry' }),
  })
  .meta({ id: 'Elsewhere', description: '在系统之外发生的情况 · how it happened outside the system' });

export type Elsewhere = Readonly<z.infer<typeof Elsewhere>>;

/** A rule that what is recorded broke: it only shows (程序提示), or it holds the next step until it is put right. */
export interface Breach {
  readonly notice: Notice;
  readonly effect: 'warn' | 'block';
  /** What was done cannot be done again or found: 补正 is out, it goes on by 经批准例外 alone. */
  readonly mend?: 'exempt';
}

/** The original that the claim cites, for `needs`. */
export const elsewhereNeeds = ({ scan }: Elsewhere): readonly Need[] => (scan ? [{ file: scan }] : []);

/** The last instant that the claim allows: 24:00 of a day, or the instant itself. UTC with milliseconds. */
export const latest = ({ happened }: Pick<Elsewhere, 'happened'>): string =>
  happened.length > 10 ? happened : endOfDay(happened);

/** The first instant that the claim allows. */
export const earliest = ({ happened }: Pick<Elsewhere, 'happened'>): string =>
  happened.length > 10 ? happened : startOfDay(happened);

/**
 * What a record is refused for whatever it records: it has not happened yet, its scan is not here, its checker is
 * nobody, or is whoever records. A command adds what makes no sense of its own (the stream stands elsewhere, a text or
 * a post is not there, a day on the paper is yet to come), and never a rule that was broken.
 */
export function notSo(given: Given, elsewhere: Elsewhere): Refusal | null {
  const { happened, scan, checker } = elsewhere;
  const refusal = yetToCome(given, earliest(elsewhere), happened);
  if (refusal) return refusal;
  if (scan && !given.hasFile(scan)) return unknownFile(scan, '扫描件', 'scan');
  return checker === null ? null : wrongChecker(given, checker);
}

/** A day of Beijing, or an instant (UTC), after today: of what happened, and of what a paper bears. */
export function yetToCome({ now }: Given, on: string, happened = on): Refusal | null {
  const today = dayOf(now);
  if ((on.length > 10 ? dayOf(on) : on) <= today) return null;
  return against(
    'record.happened',
    '发生时间不能晚于今日',
    'What is recorded must have happened already',
    { happened, today },
    { zh: '请核对发生时间', en: 'Check the day' },
  );
}

/** 录入人与核对人分设. */
function wrongChecker(given: Given, checker: string): Refusal | null {
  const holder = given.org.context.posts.find(({ id }) => id === checker)?.holder;
  if (holder && holder.person !== given.actor.person) return null;
  return against(
    'record.checker',
    holder ? '核对人与录入人不能为同一人' : '所选核对人的岗位不存在或空缺',
    holder ? 'Whoever checks is another person than whoever records' : 'Nobody holds the post of the checker',
    { checker },
    { zh: '请另选核对人', en: 'Choose another checker' },
  );
}

/** Neither scan nor book: the record rests on the word of whoever made it. Shown, never refused. */
export const unproven = ({ scan, book }: Elsewhere): readonly Breach[] =>
  scan || book
    ? []
    : [
        {
          effect: 'warn',
          notice: {
            rule: 'record.evidence',
            said: {
              zh: '未附扫描件，也未注明记录簿册号、页码',
              en: 'Neither a scan nor a page of the record book is given',
            },
            facts: {},
          },
        },
      ];

/** Facts attributed to whoever did it; the asker stands in the entries as recorder. */
export const doneBy = (of: Capacity, facts: readonly Recorded[]): readonly Recorded[] =>
  facts.map((each) => ({ ...each, of }));
