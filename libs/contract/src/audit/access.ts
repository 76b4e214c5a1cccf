import { z } from 'zod';
import { Id, Instant, OfCase, Said } from '../said.ts';
import { AsOf } from './state.ts';

/** One capacity in which somebody could see something of the case. */
export const AccessLine = z
  .strictObject({
    person: Id,
    name: z.string().nullable(),
    post: z.string().meta({ description: '岗位 · the post' }),
    as: z.string(),
    words: Said.meta({ description: '身份 · the capacity' }),
    how: z.enum(['holder', 'acting', 'delegate']),
    howWords: Said,
    things: z.int().positive().meta({ description: '可查看的事项数 · how many things of the case' }),
  })
  .meta({ id: 'AccessLine' });
export type AccessLine = z.infer<typeof AccessLine>;

/** 某一时点谁可以查看: by the posts, delegations, seats and letters of then. */
export const AccessThen = z
  .strictObject({
    case: OfCase,
    asOf: AsOf,
    things: z.int().nonnegative().meta({ description: '当时的事项数 · things of the case at that instant' }),
    caution: Said.meta({ description: '解读提示 · what it does not mean' }),
    items: z.array(AccessLine),
    letters: z
      .array(
        z.strictObject({ letter: Id, number: z.string(), auditors: z.array(z.string()), until: Instant }),
      )
      .meta({ description: '当时有效的调阅函 · letters of access that were current' }),
  })
  .meta({ id: 'AccessThen', description: '某一时点谁可以查看 · who could see what at an instant' });
export type AccessThen = z.infer<typeof AccessThen>;

export const ACCESS_WORDS: { readonly [how in AccessLine['how']]: z.infer<typeof Said> } = {
  holder: { zh: '任职', en: 'holds the post' },
  acting: { zh: '主持工作', en: 'acts in the post' },
  delegate: { zh: '受委托', en: 'by delegation' },
};
