import type { Given, Known, Need } from '../../decider.ts';
import { against, type Refusal } from '../../refusal.ts';
import { parseStream, type StreamName } from '../../stream.ts';

/** The other items of a sitting, to be read. The sitting must be needed besides. */
export const othersNeeds = (
  known: Known,
  sitting: StreamName<'sitting'> | null,
  meeting: StreamName<'meeting'>,
): readonly Need[] => othersIn(known, sitting, meeting).map(({ name }) => ({ read: name }));

/** 一事一议: another item of the sitting is open to the vote. What {@link othersNeeds} names must be known. */
export function anotherPut(
  given: Given,
  sitting: StreamName<'sitting'> | null,
  meeting: StreamName<'meeting'> | null,
): Refusal | null {
  const put = othersIn(given, sitting, meeting).find(({ name }) => {
    const state = given.state('meeting', parseStream(name).id);
    return state?.matches('put') && state.context.sitting === sitting;
  });
  if (!put) return null;
  return against(
    'sitting.one-at-a-time',
    `议程第${put.no}项正在表决，一事一议`,
    `Item ${put.no} is open to the vote: one matter at a time`,
    { open: put.no },
    { zh: '请先宣布该项决议', en: 'Declare its resolution first' },
  );
}

const othersIn = (
  known: Known,
  sitting: StreamName<'sitting'> | null,
  meeting: StreamName<'meeting'> | null,
): readonly { readonly no: number; readonly name: StreamName<'meeting'> }[] => {
  const items = (sitting && known.state('sitting', parseStream(sitting).id)?.context.items) ?? [];
  return items.flatMap(({ no, meeting: name }) => (name === null || name === meeting ? [] : [{ no, name }]));
};
