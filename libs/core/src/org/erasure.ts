import { z } from 'zod';
import { record, refuse, type Command, type Decision, type Given, type Need } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { ERASURE_GROUNDS, type ErasureFact } from './erasure-facts.ts';

const BASIS = '个人信息保护法 §47';

export const ProposeErasure = z
  .strictObject({
    ground: z.enum(ERASURE_GROUNDS).meta({
      description:
        '清除事由：目的已实现 purpose-ended；保存期限届满 term-over；撤回同意 consent-withdrawn；违法处理 unlawful',
    }),
    document: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .meta({ description: '批准文件的文号 · the number of the paper that approves it' }),
  })
  .meta({ id: 'ProposeErasure', description: '提出清除个人信息，待另一人办理 · proposes to erase a person' });

/**
 * 提出清除个人信息 of somebody who has left: the account is out of use and no post is held. It destroys nothing until
 * another person has carried it out.
 *
 * @source 个人信息保护法 §47（应当主动删除个人信息的情形）
 */
export const proposeErasure: Command<'person', z.infer<typeof ProposeErasure>> = {
  verb: 'person.propose-erasure',
  on: 'person',
  during: ['deactivated'],
  needs,
  decide(given, id, { ground, document }) {
    const { as } = given.actor;
    const refusal = notIn(given, id, 'deactivated') ?? countedOn(given, id);
    if (refusal) return refuse(refusal);
    return its(id, { type: 'ErasureProposed', data: { ground, document, ...asked(given), as } });
  },
};

export const ErasePerson = z
  .strictObject({})
  .meta({ id: 'ErasePerson', description: '清除个人信息，不能恢复 · erases a person for good' });

/**
 * 清除个人信息, by another person than whoever proposed it. The data key of the person is destroyed in the same
 * transaction, with name, login, contacts and the names of files: what the person said can be read no more, nobody can
 * say whose id it was, and no hash of the record changes.
 *
 * @source 个人信息保护法 §47; GB/T 22239-2019 8.1.4.11（个人信息保护）
 */
export const erasePerson: Command<'person', z.infer<typeof ErasePerson>> = {
  verb: 'person.erase',
  on: 'person',
  during: ['to-be-erased'],
  needs,
  decide(given, id) {
    const refusal = notIn(given, id, 'to-be-erased') ?? countedOn(given, id) ?? samePerson(given, id);
    if (refusal) return refuse(refusal);
    const { ground, document, by: proposedBy } = erasureOf(given, id);
    return its(id, { type: 'PersonErased', data: { ground, document, proposedBy, ...asked(given) } });
  },
};

export const WithdrawErasure = z
  .strictObject({})
  .meta({ id: 'WithdrawErasure', description: '撤回清除个人信息 · takes a proposed erasure back' });

/** 撤回, or 不同意: the account is out of use as before. */
export const withdrawErasure: Command<'person', z.infer<typeof WithdrawErasure>> = {
  verb: 'person.withdraw-erasure',
  on: 'person',
  during: ['to-be-erased'],
  needs,
  decide(given, id) {
    const refusal = notIn(given, id, 'to-be-erased');
    return refusal ? refuse(refusal) : its(id, { type: 'ErasureWithdrawn', data: asked(given) });
  },
};

function needs({ institution }: { readonly institution: string }, id: string): readonly Need[] {
  return [{ write: streamName('person', id) }, { read: streamName('org', institution) }];
}

const its = (id: string, fact: ErasureFact): Decision => ({
  facts: [record(streamName('person', id), fact)],
});

const asked = ({ actor: { person, post } }: Given): { by: string; post: string | null } => ({
  by: person ?? '',
  post,
});

function erasureOf(given: Given, id: string) {
  const erasure = given.state('person', id)?.context.erasure;
  if (!erasure) throw new Error(`nobody proposed to erase ${id}`);
  return erasure;
}

function notIn(given: Given, id: string, wanted: string): Refusal | null {
  const status = String(given.state('person', id)?.value ?? 'absent');
  if (status === wanted) return null;
  return notNow(
    'person.status',
    '该账号目前的状态不能这样办理',
    'The account is not in a state for this',
    { status },
    {
      zh: '先停用账号，再提出清除，由另一人办理',
      en: 'Deactivate the account, propose its erasure, and have another person carry it out',
    },
  );
}

/** What somebody still answers for is not theirs alone to have erased. */
function countedOn({ org }: Given, id: string): Refusal | null {
  const { posts, delegations, planned } = org.context;
  const held = posts.filter(({ holder }) => holder?.person === id).map(({ title }) => title);
  const delegated = delegations.filter(({ to }) => to === id).length;
  const waiting = planned.filter(({ body }) => body['person'] === id).length;
  if (held.length + delegated + waiting === 0) return null;
  return {
    ...against(
      'person.holds-nothing',
      `尚有在任岗位、受托事项或待生效的任免（${held.length + delegated + waiting}项），不能清除`,
      'The person still holds a post, was delegated something, or is to be appointed',
      { posts: held, delegated, planned: waiting },
      { zh: '先办理免职、收回委托', en: 'Vacate the posts and take the delegations back first' },
    ),
    basis: BASIS,
  };
}

function samePerson(given: Given, id: string): Refusal | null {
  const { by } = erasureOf(given, id);
  if (by !== given.actor.person) return null;
  return {
    ...against(
      'person.erased-by-second',
      '清除个人信息由提出人以外的人办理',
      'Another person than whoever proposed it erases a person',
      { by },
      { zh: '请另一位管理员办理', en: 'Ask another administrator' },
    ),
    basis: BASIS,
  };
}
