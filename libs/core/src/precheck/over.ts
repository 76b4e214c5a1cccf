import { dayOf } from '../calendar.ts';
import { record, type Given, type Need, type Recorded } from '../decider.ts';
import { streamName, type StreamName } from '../stream.ts';

/** An issue: the case that it is of, and the stage that made it. */
interface Issued {
  readonly case: string;
  readonly stage: string;
}

const nameOf = (of: Issued): StreamName => streamName('precheck', of.case);

export const precheckNeed = (of: Issued): Need => ({ write: nameOf(of) });

/** 印发预检 ends with 印发: nobody is asked any more to take note of what stood against it, and the clock makes no other. */
export function precheckOver(given: Given, of: Issued): readonly Recorded[] {
  const made = given.state('precheck', of.case);
  if (!made?.matches('made') || made.context.stage !== of.stage || made.context.standing === 'issued')
    return [];
  const over = { on: dayOf(given.now), standing: 'issued', stops: [], next: null };
  const data = { case: of.case, stage: of.stage, ...over };
  return [record(nameOf(of), { type: 'PrecheckMade', data })];
}
