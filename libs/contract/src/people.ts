import { z } from 'zod';
import { Id, Instant, Said, Stream } from './said.ts';

const Named = z.strictObject({ id: Id, name: z.string().nullable() });

/** An obligation that has, or would have, no handler. */
const Owed = {
  stream: Stream.nullable().meta({ description: '所在记录；无权查看的为空 · null where you may not see it' }),
  name: z.string(),
  verb: z.string(),
  words: Said,
  label: z
    .string()
    .meta({ description: '事项名称；无权查看的为空 · its title; empty where you may not see it' }),
  case: Id.nullable(),
  due: Instant.nullable(),
  holder: z.string().meta({ description: '由谁办理（岗位、席位） · who handles it, by post or seat' }),
};

const Why = z
  .enum(['vacant', 'disabled', 'no-post', 'left'])
  .meta({ description: '岗位空缺、账号停用、无此岗位、已离任 · why nobody handles it' });

export const UnheldList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        ...Owed,
        why: Why,
        whyWords: Said,
        posts: z.array(z.strictObject({ id: Id, title: z.string() })),
        repairs: z
          .array(z.strictObject({ verb: z.string(), words: Said }))
          .meta({ description: '可以怎样补救 · the acts that give it a handler again' }),
      }),
    ),
    lapsed: z
      .array(
        z.strictObject({
          act: Id,
          verb: z.string(),
          words: Said,
          at: Instant,
          rule: z.string(),
          said: Said.meta({ description: '未能生效的原因 · why not' }),
        }),
      )
      .meta({ description: '到期未能生效的任免、调整 · what came to nothing on its day' }),
  })
  .meta({ id: 'UnheldList', description: '无人办理的事项 · what nobody handles' });
export type UnheldList = z.infer<typeof UnheldList>;

export const OrgPreviewWish = z
  .strictObject({
    verb: z
      .string()
      .regex(/^org\.[a-z-]+$/)
      .max(60),
    body: z.record(z.string(), z.unknown()).meta({ description: '与办理时相同 · as it will be sent' }),
  })
  .meta({ id: 'OrgPreviewWish', description: '任免、科室调整的预览 · what an act would come to' });
export type OrgPreviewWish = z.infer<typeof OrgPreviewWish>;

export const OrgPreview = z
  .strictObject({
    verb: z.string(),
    words: Said,
    at: Instant.meta({ description: '自何时起 · from when it would count' }),
    refusal: z.strictObject({ rule: z.string(), said: Said, needs: Said.nullable() }).nullable(),
    notices: z.array(z.strictObject({ rule: z.string(), said: Said })),
    facts: z.array(z.strictObject({ type: z.string(), words: Said })),
    departments: z
      .array(z.strictObject({ department: Named, heir: Named }))
      .meta({ description: '撤并的科室及其承接科室 · departments that would end, with their heirs' }),
    things: z
      .array(z.strictObject({ stream: Stream, kind: z.string(), label: z.string(), status: z.string() }))
      .meta({ description: '涉及的篇章、素材、条件等 · chapters, plans and duties concerned' }),
    moves: z
      .array(z.strictObject({ ...Owed, from: z.array(Named), to: z.array(Named), unheld: Why.nullable() }))
      .meta({
        description: '换人办理的待办；无人办理的注明原因 · what would change hands, or have no handler',
      }),
  })
  .meta({ id: 'OrgPreview', description: '办理后的情况 · what would come of it; nothing is recorded' });
export type OrgPreview = z.infer<typeof OrgPreview>;

export const Delegations = z
  .strictObject({
    items: z.array(
      z.strictObject({
        delegation: Id,
        side: z.enum(['given', 'held']).meta({ description: '我委托的、受托办理的 · by me, or to me' }),
        post: z.strictObject({ id: Id, title: z.string() }),
        delegator: Named,
        to: Named,
        from: Instant,
        until: Instant,
        ended: z.boolean(),
        harmless: z.boolean(),
        verbs: z.array(z.strictObject({ verb: z.string(), words: Said })),
        within: z.strictObject({ case: Id, stage: z.string() }).nullable(),
        stays: z.array(Stream),
        unseen: z.array(z.strictObject({ stream: Stream, verb: z.string(), words: Said })),
      }),
    ),
  })
  .meta({ id: 'Delegations', description: '委托办理：我委托的和受托的 · delegations given and held' });
export type Delegations = z.infer<typeof Delegations>;

/** 为何无人办理, by the code of `why`. */
export const WHY_UNHELD: {
  readonly [why in z.infer<typeof Why>]: { readonly zh: string; readonly en: string };
} = {
  vacant: { zh: '岗位空缺，无人主持', en: 'the post is vacant, and nobody acts in it' },
  disabled: { zh: '在任人员的账号已停用', en: 'the account of its holder is out of use' },
  'no-post': { zh: '没有对应的岗位或者席位', en: 'there is no such post or seat' },
  left: { zh: '本人已离任', en: 'the person holds no post any more' },
};
