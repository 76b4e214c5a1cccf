import { z } from 'zod';
import {
  both,
  refuse,
  sealedBy,
  type Command,
  type Decision,
  type Given,
  type Known,
  type Need,
} from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { parseStream, streamName } from '../../stream.ts';
import type { FileRef } from '../../text-ref.ts';
import { contributionNeeds, takeContribution } from '../collect/submit.ts';
import { Reason } from '../handed-in.ts';
import { chapterNeeds } from '../write/chapter.ts';
import { citedNeeds } from '../write/countersigns.ts';
import { takeInput } from '../write/input.ts';
import { takeChapter } from '../write/submit.ts';
import type { DepositState } from './deposit.ts';
import { depositFact } from './issue-code.ts';
import { settledFor } from './waiting.ts';

export const HandInDeposit = z.strictObject({}).meta({
  id: 'HandInDeposit',
  description: '确认并报送凭报送码收到的文件 · the department hands in what was left with the code',
});

const notHeld = (state: DepositState | undefined): Refusal =>
  notNow('deposit.held', '没有待确认的报送', 'Nothing waits to be confirmed', {
    status: state?.value ?? 'absent',
  });

/** The code, and what it is for. */
function depositNeeds(known: Known, id: string): readonly Need[] {
  const state = known.state('deposit', id);
  const self: readonly Need[] = [{ write: streamName('deposit', id) }];
  if (!state) return self;
  const { kind, id: about } = parseStream(state.context.of);
  return kind === 'chapter'
    ? [...self, ...chapterNeeds(known, about), ...citedNeeds(known, about)]
    : [...self, ...contributionNeeds(known, about)];
}

/** What waits and when it came, or undefined. */
const heldIn = (
  state: DepositState | undefined,
): { readonly original: FileRef; readonly received: string } | undefined => {
  if (!state?.matches('held')) return undefined;
  const { original, received } = state.context;
  return original && received !== null ? { original, received } : undefined;
};

/**
 * 确认报送: the head says that it is the department's. It counts as handed in at the moment at which it was left, so that
 * nobody is late for the time that the confirming took; a mark of being late that stands already stays.
 */
export const handInDeposit: Command<'deposit', object> = {
  verb: 'deposit.hand-in',
  on: 'deposit',
  needs: (known, id) => depositNeeds(known, id),
  during: ['held'],
  decide(given, id) {
    const state = given.state('deposit', id);
    const held = heldIn(state);
    if (!state || !held) return refuse(notHeld(state));
    const settled = settledFor(given, state.context.of, id, 'handed-in');
    return both(
      { facts: [depositFact(id, { type: 'DepositHandedIn', data: held }), ...settled] },
      taken(given, state, held),
    );
  },
};

/** What the submission says of it: the same as if the head had uploaded it at that moment. */
function taken(
  given: Given,
  { context: { of, department, input } }: DepositState,
  { original, received }: NonNullable<ReturnType<typeof heldIn>>,
): Decision {
  const { kind, id } = parseStream(of);
  if (input) return takeInput(given, id, { text: null, original }, { department, received });
  if (kind !== 'chapter') return takeContribution(given, id, { text: null, original }, received);
  const desk = given.state('chapter', id)?.context.desk;
  if (desk !== department)
    return refuse(
      notNow(
        'deposit.desk',
        '该篇章现由其他责任部门起草，本科室不能报送',
        'Another owner has the chapter in hand now',
        { department, desk: desk ?? null },
      ),
    );
  return takeChapter(given, id, { text: null, original }, received);
}

export const RejectDeposit = z
  .strictObject({ reason: Reason('不予报送的理由', 'why it is not handed in') })
  .meta({ id: 'RejectDeposit', description: '不予报送凭报送码收到的文件 · what was left is not handed in' });

/** 不予报送: what was left is kept as it came, and the code stays good for another try until it runs out. */
export const rejectDeposit: Command<'deposit', z.infer<typeof RejectDeposit>> = {
  verb: 'deposit.reject',
  on: 'deposit',
  needs: (known, id) => depositNeeds(known, id),
  during: ['held'],
  decide(given, id, { reason }) {
    const state = given.state('deposit', id);
    const held = heldIn(state);
    if (!state || !held) return refuse(notHeld(state));
    const fact = depositFact(id, { type: 'DepositRejected', data: { original: held.original } });
    const settled = settledFor(given, state.context.of, id, 'rejected');
    return { facts: [{ ...fact, sealed: sealedBy(given.actor, { reason }) ?? [] }, ...settled] };
  },
};
