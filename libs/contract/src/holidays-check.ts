import { z } from 'zod';
import { Said } from './said.ts';

const Day = z.string().meta({ description: 'YYYY-MM-DD' });
const DaySaid = z.enum(['off', 'worked']).nullable().meta({
  description: '放假、调休上班；空为未作安排 · what is said of the day',
});

/** What an imported table says of working days, and what it would change. Nothing is recorded by reading it. */
export const HolidaysCheck = z
  .strictObject({
    trouble: Said.nullable().meta({ description: '整个文件不能用的原因 · why the file cannot be used' }),
    unread: z
      .array(z.strictObject({ row: z.int(), text: z.string() }))
      .meta({ description: '未能识别的行 · rows that say no day' }),
    years: z.array(
      z.strictObject({
        year: z.int(),
        off: z.array(z.strictObject({ from: Day, to: Day })),
        worked: z.array(Day),
        changes: z
          .array(z.strictObject({ day: Day, was: DaySaid, now: DaySaid }))
          .meta({ description: '与现行安排不同的日子 · days that differ from the arrangement of now' }),
      }),
    ),
  })
  .meta({ id: 'HolidaysCheck', description: '节假日安排表格的核对 · what an imported table would change' });
export type HolidaysCheck = z.infer<typeof HolidaysCheck>;
