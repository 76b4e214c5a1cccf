import { z } from 'zod';
import { record, refuse, sealedBy, type Command, type Given, type Recorded } from '../../decider.ts';
import { against, notNow } from '../../refusal.ts';
import { streamName } from '../../stream.ts';
import { readNumber, registerStream } from './register.ts';
import { itsCase, standing, type IssueState } from './issue.ts';
import { entryOf, registerOf } from './number.ts';

export const VoidNumber = z
  .strictObject({
    reason: z.string().trim().min(1).max(1000).meta({ description: '作废理由 · why' }),
    how: z.enum(['void', 'mistyped']).default('void').meta({
      description:
        '作废（永久留存，不再使用）；照登记簿填写有误（撤回，原号可由他文使用） · void for ever, or copied wrongly and given up',
    }),
  })
  .meta({ id: 'VoidNumber', description: '文号作废 · makes the number of an issue void' });

/** The number that can be given up: an issued one cannot, one that was reserved and not used can. */
const heldBy = (state: IssueState): string | null => {
  const { number, reserved } = state.context;
  return isIssued(state) ? reserved : (number ?? reserved);
};

const isIssued = (state: IssueState): boolean => state.matches('issued') || state.matches('received');

/**
 * 文号作废, before 印发: the number stays in the register as 作废 for ever and is never used again; the issue waits for
 * another one. A number that was copied wrongly from the hospital's own register is given up instead: it may be another
 * document's.
 */
export const voidNumber: Command<'issue', z.infer<typeof VoidNumber>> = {
  verb: 'issue.void-number',
  on: 'issue',
  needs(known, id) {
    const state = known.state('issue', id);
    const number = state ? heldBy(state) : null;
    return [...itsCase(known, id), ...registerOf(known, number === null ? null : readNumber(number))];
  },
  decide(given, id, { reason, how }) {
    const state = given.state('issue', id);
    const number = state ? heldBy(state) : null;
    if (!state || number === null)
      return refuse(
        notNow(
          'issue.number-there',
          '没有可作废的文号：尚未编号，或已印发',
          'There is no number to make void: it has none, or it is issued',
          standing(state),
        ),
      );
    if (how === 'mistyped' && state.context.register !== 'external')
      return refuse(
        against(
          'issue.number-kept',
          '本系统编排的文号只能作废，不能撤回',
          'A number that was drawn here can only become void',
          { number },
        ),
      );
    const fact = { type: 'IssueNumberVoided', data: { number, how } };
    const voided = record(streamName('issue', id), fact, sealedBy(given.actor, { reason }));
    return { facts: [voided, ...inRegister(given, id, { number, how })] };
  },
};

/** What the register says of it, where it stands there for this issue: a number recorded twice is another's. */
function inRegister(
  given: Given,
  issue: string,
  { number, how }: { readonly number: string; readonly how: 'void' | 'mistyped' },
): readonly Recorded[] {
  const parts = readNumber(number);
  const entry = parts && entryOf(given, parts);
  if (!parts || entry?.issue !== issue) return [];
  const data = { seq: parts.seq, number, issue };
  return [
    record(registerStream(given.derive, parts), {
      type: how === 'void' ? 'NumberVoided' : 'NumberReleased',
      data,
    }),
  ];
}
