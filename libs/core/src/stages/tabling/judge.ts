import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Given } from '../../decider.ts';
import { actingIn } from '../../org/acting.ts';
import type { Body } from '../../org/org.ts';
import { against, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { elsewhere, itsCase, signerOf, Words } from './ask.ts';
import type { TablingContext } from './tabling.ts';

export const BackTabling = z
  .strictObject({
    agree: z.boolean().meta({ description: '同意上会，或者请修改 · agrees, or asks for a change' }),
    words: Words.optional().meta({ description: '签署的意见；请修改的必填 · what is signed' }),
  })
  .meta({ id: 'BackTabling', description: '分管领导签署意见 · the leader in charge signs the sheet' });

/** 分管领导签署意见: agrees, or asks for a change and says which. */
export const backTabling: Command<'tabling', z.infer<typeof BackTabling>> = {
  verb: 'tabling.back',
  on: 'tabling',
  during: ['asked'],
  needs: itsCase,
  decide(given, id, { agree, words }) {
    const state = given.state('tabling', id);
    if (!state?.matches('asked')) return refuse(elsewhere(state));
    const { sponsor } = state.context;
    if (sponsor !== given.actor.post)
      return refuse(
        against('tabling.sponsor', '须由本议题的分管领导签署意见', 'The leader in charge of the item signs', {
          sponsor,
        }),
      );
    if (!agree && words === undefined) return refuse(unsaid('请修改', 'a change'));
    const sealed = sealedBy(given.actor, { words });
    const type = agree ? 'TablingBacked' : 'TablingSentBack';
    return { facts: [record(streamName('tabling', id), { type, data: signerOf(given) }, sealed)] };
  },
};

export const ApproveTabling = z
  .strictObject({ words: Words.optional().meta({ description: '审定意见 · what is signed' }) })
  .meta({ id: 'ApproveTabling', description: '审定议题 · approves that the item is put' });

/**
 * 书记、院长审定: by whoever chairs the body, after the leader in charge has signed.
 *
 * @source 公立医院党委会、院长办公会议事规则 领导未签字批准的议题，原则上不提交会议研究
 */
export const approveTabling: Command<'tabling', z.infer<typeof ApproveTabling>> = {
  verb: 'tabling.approve',
  on: 'tabling',
  during: ['asked', 'backed'],
  needs: itsCase,
  decide(given, id, { words }) {
    const state = given.state('tabling', id);
    if (!state?.matches('asked') && !state?.matches('backed')) return refuse(elsewhere(state));
    const refusal = notChairing(given, state.context) ?? unbacked(state.context);
    if (refusal) return refuse(refusal);
    const sealed = sealedBy(given.actor, { words });
    const fact = { type: 'TablingApproved', data: signerOf(given) };
    return { facts: [record(streamName('tabling', id), fact, sealed)] };
  },
};

export const DeclineTabling = z
  .strictObject({
    reason: Words.meta({ description: '不予上会或者请修改的理由 · why' }),
    again: z
      .boolean()
      .default(false)
      .meta({ description: '修改后可再次申报 · it may be asked again after a change' }),
  })
  .meta({ id: 'DeclineTabling', description: '不予安排上会 · declines to put the item' });

/** 不予安排上会, or 退回修改, by whoever chairs the body. */
export const declineTabling: Command<'tabling', z.infer<typeof DeclineTabling>> = {
  verb: 'tabling.decline',
  on: 'tabling',
  during: ['asked', 'backed', 'cleared'],
  needs: itsCase,
  decide(given, id, { reason, again }) {
    const state = given.state('tabling', id);
    const undecided =
      state && (['asked', 'backed', 'cleared'] as const).some((value) => state.matches(value));
    if (!undecided) return refuse(elsewhere(state));
    const refusal = notChairing(given, state.context);
    if (refusal) return refuse(refusal);
    const fact = { type: again ? 'TablingSentBack' : 'TablingDeclined', data: signerOf(given) };
    return { facts: [record(streamName('tabling', id), fact, sealedBy(given.actor, { reason }))] };
  },
};

const unsaid = (zh: string, en: string): Refusal =>
  against('tabling.words', `${zh}的，应当写明意见`, `Asking for ${en} takes words`);

/** 分管领导尚未签署意见. */
export const unbacked = ({ sponsor, backed }: TablingContext): Refusal | null =>
  sponsor === null || backed
    ? null
    : against(
        'tabling.backed',
        '分管领导尚未签署意见，不能审定',
        'The leader in charge has not signed yet',
        { sponsor },
        { zh: '请先由分管领导签署意见', en: 'The leader in charge signs first' },
      );

/** The post that chairs a body: its chair, or while nobody holds that post or acts in it its first deputy. */
export function chairing(given: Given, body: Pick<Body, 'seats'> | undefined): string | null {
  const held = (post: string): boolean =>
    actingIn(given.org, post) !== undefined ||
    given.org.context.posts.some(({ id, holder }) => id === post && holder);
  const seats = (body?.seats ?? []).filter(({ post }) => held(post));
  const seat = seats.find(({ role }) => role === 'chair') ?? seats.find(({ role }) => role === 'deputy');
  return seat?.post ?? null;
}

function notChairing(given: Given, { bodyKey }: TablingContext): Refusal | null {
  const body = given.org.context.bodies.find(({ key }) => key === bodyKey);
  const post = chairing(given, body);
  return post !== null && post === given.actor.post
    ? null
    : against(
        'tabling.chair',
        '须由本机构的主持人（书记、院长）审定',
        'Whoever chairs the body approves or declines',
        { chair: post },
      );
}
