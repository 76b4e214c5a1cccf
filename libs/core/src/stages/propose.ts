import { z } from 'zod';
import { record, refuse, sealedBy, type Command } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { DISPOSITIONS, ownNeeds, type OpinionState } from './opinion.ts';

export const ProposeDisposition = z
  .strictObject({
    disposition: z.enum(DISPOSITIONS).meta({
      description: '采纳情况：采纳、部分采纳、不采纳、已体现、工作中吸收、另行研究 · what becomes of it',
    }),
    reason: z
      .string()
      .trim()
      .max(2000)
      .meta({ description: '理由；仅“采纳”可不填 · why; may be empty only when adopted' }),
  })
  .meta({ id: 'ProposeDisposition', description: '拟定采纳情况 · proposes what becomes of an opinion' });

const settled = (state: OpinionState | undefined): Refusal =>
  notNow('opinion.open', '该意见的采纳情况已研究确定', 'What becomes of this opinion is settled', {
    status: state?.value ?? 'absent',
  });

/**
 * 拟定采纳情况, as often as needed until the meeting settles it; with it what was merged into it (合并办理). Whoever does not simply adopt gives a reason.
 *
 * @source 城乡规划法 §26 在报送审批的材料中附具意见采纳情况及理由（参照）
 */
export const proposeDisposition: Command<'opinion', z.infer<typeof ProposeDisposition>> = {
  verb: 'opinion.propose',
  on: 'opinion',
  needs: (known, id) => [
    ...ownNeeds(known, id),
    ...(known.state('opinion', id)?.context.takenIn ?? []).map((write) => ({ write })),
  ],
  during: ['given', 'proposed'],
  decide(given, id, { disposition, reason }) {
    const state = given.state('opinion', id);
    if (!state?.matches('given') && !state?.matches('proposed')) return refuse(settled(state));
    if (reason === '' && disposition !== 'adopted')
      return refuse({
        ...against(
          'opinion.reason',
          '未予采纳或未全部采纳的意见应当说明理由',
          'An opinion that is not simply adopted needs a reason',
          { disposition },
        ),
        basis: '《城乡规划法》第二十六条（参照）',
      });
    const fact = { type: 'DispositionProposed', data: { disposition } };
    const sealed = reason === '' ? [] : sealedBy(given.actor, { reason });
    const all = [streamName('opinion', id), ...state.context.takenIn];
    return { facts: all.map((stream) => record(stream, fact, sealed)) };
  },
};
