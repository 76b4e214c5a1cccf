import { z } from 'zod';
import { record, type Given, type Need, type Recorded } from '../../decider.ts';
import { against, notNow, type Refusal } from '../../refusal.ts';
import { streamName, type StreamName } from '../../stream.ts';
import type { Rule } from '../meeting/facts.ts';
import { isFree, type SittingState } from './sitting.ts';

/** Matters on one agenda. */
const MOST = 60;

export const InSitting = z
  .strictObject({
    id: z.uuid().meta({ description: '会次 · the sitting' }),
    no: z
      .int()
      .min(1)
      .max(MOST)
      .optional()
      .meta({ description: '议程第几项；缺省列在最后 · its place; by default after the others' }),
  })
  .meta({ id: 'InSitting', description: '列入会次 · the sitting that it is an item of' });
export type InSitting = z.infer<typeof InSitting>;

/** The sitting that a call names, to be written. */
export const sittingNeeds = (sitting: InSitting | undefined): readonly Need[] =>
  sitting ? [{ write: streamName('sitting', sitting.id) }] : [];

/** A meeting that is to be an item of a sitting: its body and, where it says so, its time and place. */
interface Attaching {
  readonly bodyKey: string;
  readonly at?: string;
}

/** Why the item cannot take its place in the sitting. */
export function misattached(given: Given, of: Attaching, sitting: InSitting | undefined): Refusal | null {
  if (!sitting) return null;
  const state = given.state('sitting', sitting.id);
  if (!state?.matches('called') && !state?.matches('open')) return notStanding(state);
  return misplaced(state, of, sitting);
}

/** 未召集或已休会. */
export const notStanding = (state: SittingState | undefined): Refusal =>
  notNow('sitting.stands', '该会次未召集或已休会', 'The sitting has not been called, or is over', {
    status: state?.value ?? 'absent',
  });

function misplaced({ context }: SittingState, { bodyKey, at }: Attaching, { no }: InSitting): Refusal | null {
  if (context.bodyKey !== bodyKey)
    return against('sitting.body', '该会次不是本机构的会议', 'The sitting is another body’s', {
      sitting: context.bodyKey,
      body: bodyKey,
    });
  if (at !== undefined && at !== context.at)
    return against('sitting.time', '会议时间与会次不一致', 'The meeting has another time than its sitting', {
      at,
      sitting: context.at,
    });
  if (no === undefined && context.items.length >= MOST) return full(context.items.length);
  return no === undefined || isFree(context, no)
    ? null
    : against(
        'sitting.place',
        `议程第${no}项已列议题，或者已审议`,
        `Place ${no} of the agenda is taken, or was come to already`,
        { no, items: context.items.length },
      );
}

const full = (items: number): Refusal =>
  against(
    'sitting.full',
    `议程已有${items}项，不能再列入`,
    `The agenda has ${items} items and takes no more`,
    { items, most: MOST },
    { zh: '请列入下一会次，或者占用其他议题的位置', en: 'List it in the next sitting, or name a place' },
  );

/** The place on the agenda, as a fact of the sitting. It must not be misattached. */
export function listing(
  given: Given,
  { id, no }: InSitting,
  meeting: StreamName<'meeting'>,
  { backdating }: Pick<Rule, 'backdating'>,
): { readonly fact: Recorded; readonly no: number } {
  const place = no ?? (given.state('sitting', id)?.context.items.length ?? 0) + 1;
  const data = { no: place, meeting, backdating: backdating ?? null };
  return { no: place, fact: record(streamName('sitting', id), { type: 'SittingItemListed', data }) };
}
