import { z } from 'zod';
import { record, refuse, type Command, type Given, type Known, type Need } from '../decider.ts';
import { against, notNow, type Refusal } from '../refusal.ts';
import { streamName } from '../stream.ts';
import { effectOfRepair, targetsOf } from './carrying-out.ts';
import type { RepairState } from './repair.ts';

export const ConfirmCorrection = z
  .strictObject({
    agree: z.boolean().meta({ description: '确认，或者退回 · confirms it, or sends it back' }),
  })
  .meta({ id: 'ConfirmCorrection', description: '复核更正 · the second person confirms a repair' });

/**
 * 双人复核: another person than whoever proposed it, in another capacity, while it waits. Confirmed, it adds its facts in
 * the same append; whoever proposed it may take it back.
 */
export const confirmCorrection: Command<'repair', z.infer<typeof ConfirmCorrection>> = {
  verb: 'repair.confirm',
  on: 'repair',
  during: ['proposed'],
  needs(known: Known, id): readonly Need[] {
    const state = known.state('repair', id);
    const itself: Need = { write: streamName('repair', id) };
    if (!state) return [itself];
    const { what } = state.context;
    return [itself, { write: streamName('case', state.context.case) }, ...targetsOf(what)];
  },
  decide(given, id, { agree }) {
    const state = given.state('repair', id);
    if (!state?.matches('proposed') || isOver(given, state)) return refuse(notWaiting(state));
    const { actor } = given;
    const name = streamName('repair', id);
    const data = { by: actor.person ?? '', post: actor.post, as: actor.as };
    if (!agree) return { facts: [record(name, { type: 'CorrectionRejected', data })] };
    const refusal = notSecond(given, state);
    if (refusal) return refuse(refusal);
    const effect = effectOfRepair(given, state.context.case, state.context.what, name);
    if ('rule' in effect) return refuse(effect);
    return { facts: [record(name, { type: 'CorrectionConfirmed', data }), ...effect.facts] };
  },
};

/** Its time is over, whether or not the clock has come to it. */
const isOver = ({ now }: Given, { context }: RepairState): boolean => now > context.until;

const notWaiting = (state: RepairState | undefined): Refusal =>
  notNow(
    'repair.waits',
    '没有待复核的更正，或已逾期失效',
    'No repair waits to be confirmed, or it has lapsed',
    {
      status: String(state?.value ?? 'absent'),
    },
  );

function notSecond({ actor }: Given, { context }: RepairState): Refusal | null {
  const needs = { zh: '请另一人以另一身份复核', en: 'Another person confirms it in another capacity' };
  if (actor.person === context.by)
    return against(
      'repair.second-person',
      '更正须由提出人以外的人复核',
      'Another person than whoever proposed it confirms',
      {},
      needs,
    );
  if (actor.as === context.as)
    return against(
      'repair.other-capacity',
      '更正须由另一身份的人复核',
      'It is confirmed in another capacity than the one in which it was proposed',
      { as: actor.as },
      needs,
    );
  if (actor.as === 'office-director' || actor.as === 'leader') return null;
  return against(
    'repair.confirms',
    '更正由规划办主任或院领导复核',
    'The director of the office or a leader confirms it',
    { as: actor.as },
    needs,
  );
}

/** 逾期失效: nobody confirmed it in time; nothing has changed. */
export const lapseRepair: Command<'repair', { due: string }> = {
  verb: 'repair.lapse',
  on: 'repair',
  needs: (_, id) => [{ write: streamName('repair', id) }],
  decide(given, id, { due }) {
    const state = given.state('repair', id);
    if (!state?.matches('proposed') || state.context.until !== due) return { facts: [] };
    return { facts: [record(streamName('repair', id), { type: 'CorrectionLapsed', data: { due } })] };
  },
};
