import { z } from 'zod';
import { inTime } from '../../calendar.ts';
import { record, refuse, type Command } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { over } from '../consult/consultation.ts';
import { ownNeeds, type OpinionState } from './opinion.ts';

export const WithdrawOpinion = z
  .strictObject({})
  .meta({ id: 'WithdrawOpinion', description: '撤回意见 · takes one’s opinion back' });

/**
 * 撤回: by the department that gave it, until the window ends. Its number stays; a department that has taken all of its
 * opinions back has not answered any more.
 */
export const withdrawOpinion: Command<'opinion', z.infer<typeof WithdrawOpinion>> = {
  verb: 'opinion.withdraw',
  on: 'opinion',
  judged: true,
  needs: (known, id) => {
    const context = known.state('opinion', id)?.context;
    return [
      ...ownNeeds(known, id),
      ...(context ? [{ write: streamName('consultation', context.consultation) }] : []),
    ];
  },
  during: ['given', 'proposed'],
  decide(given, id) {
    const own = withdrawable(given.state('opinion', id));
    if ('rule' in own) return refuse(own);
    const { department, consultation } = own;
    const asked = given.state('consultation', consultation);
    if (!asked?.matches('open') || !inTime(given.received, asked.context.due)) return refuse(over(asked));
    const opinion = streamName('opinion', id);
    const opinions = (asked.context.replies[department] ?? 1) - 1;
    return {
      facts: [
        record(opinion, { type: 'OpinionWithdrawn', data: { received: given.received } }),
        record(streamName('consultation', consultation), {
          type: 'ReplyWithdrawn',
          data: { department, opinions, opinion },
        }),
      ],
    };
  },
};

/** Whose opinion it is, if it stands by itself and nothing is settled about it. */
function withdrawable(
  state: OpinionState | undefined,
): { readonly department: string; readonly consultation: string } | Refusal {
  const status = state?.value ?? 'absent';
  if (state && (status === 'given' || status === 'proposed')) {
    const { department, consultation, takenIn } = state.context;
    if (department !== null && takenIn.length === 0) return { department, consultation };
  }
  return notNow(
    'opinion.withdrawable',
    '该意见已合并办理、已研究确定或已撤回',
    'It cannot be taken back any more',
    { status },
    { zh: '未研究确定的意见方可撤回或合并', en: 'Only what is not settled yet is withdrawn or merged' },
  );
}

export const MergeOpinion = z
  .strictObject({ into: z.uuid().meta({ description: '合并入哪一条意见 · the opinion that it says again' }) })
  .meta({ id: 'MergeOpinion', description: '合并意见 · handles two opinions that say the same as one' });

/**
 * 合并办理: an opinion that says what another one of the same consultation says is handled with that one. Both keep
 * their numbers, and both givers are answered.
 */
export const mergeOpinion: Command<'opinion', z.infer<typeof MergeOpinion>> = {
  verb: 'opinion.merge',
  on: 'opinion',
  needs: (known, id, { into }) => [...ownNeeds(known, id), { write: streamName('opinion', into) }],
  during: ['given'],
  decide(given, id, { into }) {
    const [state, target] = [given.state('opinion', id), given.state('opinion', into)];
    const refusal = apart(state, target);
    if (refusal || !state || !target || id === into) return refuse(refusal ?? unmergeable(state, target));
    const [own, other] = [streamName('opinion', id), streamName('opinion', into)];
    return {
      facts: [
        record(own, { type: 'OpinionMerged', data: { into: other, no: target.context.no } }),
        record(other, { type: 'OpinionTakenIn', data: { opinion: own, no: state.context.no } }),
      ],
    };
  },
};

const unmergeable = (state: OpinionState | undefined, target: OpinionState | undefined): Refusal =>
  notNow(
    'opinion.mergeable',
    '只能合并同一次征求意见中均未拟定采纳情况的两条意见',
    'Only two opinions of one consultation can be merged, before anything is proposed for either',
    { status: state?.value ?? 'absent', into: target?.value ?? 'absent' },
  );

/** Two opinions that are not of one consultation, or not both as they came in. Chains would hide who is answered where. */
function apart(state: OpinionState | undefined, target: OpinionState | undefined): Refusal | null {
  if (!state?.matches('given') || !target?.matches('given')) return unmergeable(state, target);
  const [{ consultation: one, takenIn }, { consultation: other }] = [state.context, target.context];
  return one === other && takenIn.length === 0 ? null : unmergeable(state, target);
}
