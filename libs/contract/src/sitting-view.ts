import { z } from 'zod';
import { DecidingFacts, Id, Instant, Said, Stream } from './said.ts';

const Counts = z.object({ yes: z.int(), no: z.int(), abstain: z.int() });
const Movement = z.object({ post: Id, person: Id.nullable(), what: z.string(), at: Instant, by: z.string() });

/** What is shown of a sitting (会次): its agenda, who came and left and when, and how that is known. */
export const SittingView = z.object({
  body: Id,
  bodyKey: z.string(),
  title: z.string(),
  at: Instant,
  place: z.string(),
  roll: z.array(z.object({ post: Id, person: Id.nullable(), role: z.string() })),
  items: z.array(
    z.object({
      no: z.int(),
      meeting: Stream.nullable().meta({ description: '本系统的议题；其他议题为 null · one of ours' }),
      noted: z
        .object({ count: Counts.nullable() })
        .nullable()
        .meta({ description: '其他议题已登记结果；用语在 wording 中 · its words stand in the wording' }),
      taken: z.boolean(),
    }),
  ),
  backdating: z.int().meta({ description: '补登超过此分钟数须另一人确认 · minutes, later it takes two' }),
  movements: z
    .array(
      Movement.extend({
        entered: z.string().meta({ description: 'self 本人、secretary 会议秘书、afterwards 补登' }),
        confirmed: z
          .object({ no: z.int(), by: Id.nullable() })
          .optional()
          .meta({ description: '双人确认的补登 · entered long afterwards, with two keys' }),
      }),
    )
    .meta({ description: '到会、离会及其时间 · who came and left, and when' }),
  claims: z
    .array(Movement.extend({ no: z.int() }))
    .meta({ description: '待另一人确认的补登 · what waits for a second person' }),
  carried: z.array(Stream).meta({ description: '结转的议题 · items that were carried over' }),
  notices: z.array(z.object({ rule: z.string(), said: Said, facts: DecidingFacts })),
});
