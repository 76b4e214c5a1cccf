import { z } from 'zod';
import { record, refuse, type Command } from '../decider.ts';
import { notNow } from '../refusal.ts';
import { streamName } from '../stream.ts';

export const NoteCopied = z
  .strictObject({
    list: z
      .string()
      .regex(/^(?:all|[a-z]+\.[a-z-]+)$/)
      .max(60)
      .meta({ description: '清单：all 为全部，或某一事项如 contribution.submit · all, or one act' }),
    count: z.int().min(0).max(10_000).meta({ description: '清单所列未办数 · how many it lists' }),
  })
  .meta({ id: 'NoteCopied', description: '登记已复制清单 · notes that a list was copied' });

/**
 * A list of who owes what was copied, to be sent where the system does not see it. That it was copied is all that is
 * known and all that is recorded: never that it was sent, or read.
 */
export const noteCopied: Command<'case', z.infer<typeof NoteCopied>> = {
  verb: 'case.note-copied',
  on: 'case',
  concurrent: true,
  needs: (_, id) => [{ write: streamName('case', id) }],
  decide(given, id, { list, count }) {
    const fact = { type: 'ListCopied', data: { list, count } } as const;
    if (!given.state('case', id)?.can(fact))
      return refuse(
        notNow('case.running', '该项工作未启动或已办结，没有未办清单', 'This case has ended or never began'),
      );
    return { facts: [record(streamName('case', id), fact)] };
  },
};
