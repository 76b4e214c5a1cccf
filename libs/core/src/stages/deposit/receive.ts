import { z } from 'zod';
import { inTime } from '../../calendar.ts';
import { refuse, type Command } from '../../decider.ts';
import { against, notNow } from '../../refusal.ts';
import { parseStream, streamName } from '../../stream.ts';
import { FileRef } from '../../text-ref.ts';
import { awaited, depositFact, notStanding, standsOpen, type DepositWhat } from './issue-code.ts';
import type { DepositState } from './deposit.ts';
import { holding, leftFor } from './waiting.ts';

/** How often something may be left with one code: enough for every correction, too little to fill a disk. */
export const MOST_DEPOSITS = 20;

const ReceiveDeposit = z.strictObject({
  original: FileRef,
  /** Law time in UTC at which the last byte was here. */
  received: z.string(),
});

/** Whether a code is good for anything at this moment, as far as its own stream tells. */
export const takesDeposits = (state: DepositState, now: string): boolean =>
  standsOpen(state) && inTime(now, state.context.ends) && state.context.count < MOST_DEPOSITS;

const whatOf = ({ context: { of, input } }: DepositState): DepositWhat => {
  if (input) return 'input';
  return parseStream(of).kind === 'chapter' ? 'chapter' : 'contribution';
};

/** 收件: received first, confirmed afterwards. Its moment stands from here on, whoever confirms it when. */
export const receiveDeposit: Command<'deposit', z.infer<typeof ReceiveDeposit>> = {
  verb: 'deposit.receive',
  on: 'deposit',
  during: ['open', 'held'],
  needs(known, id) {
    const state = known.state('deposit', id);
    const self = [{ write: streamName('deposit', id) }];
    return state ? [...self, { write: state.context.of }] : self;
  },
  decide(given, id, { original, received }) {
    const state = given.state('deposit', id);
    if (!standsOpen(state)) return refuse(notStanding(state));
    const { ends, count, of, department } = state.context;
    // Sent again because no answer came back: it waits already.
    if (state.context.original?.hash === original.hash) return { facts: [] };
    if (!inTime(received, ends))
      return refuse(against('deposit.until', '报送码已过有效期', 'The code has run out', { ends, received }));
    if (count >= MOST_DEPOSITS)
      return refuse(
        against('deposit.most', '凭此码上传的次数已达上限', 'Too much was left with this code', {
          most: MOST_DEPOSITS,
        }),
      );
    const what = whatOf(state);
    if (!awaited(given, what, parseStream(of).id, department))
      return refuse(
        notNow('deposit.of', '该事项现不接收报送', 'What it is for receives nothing now', { of: what }),
      );
    const came = { original, received, no: count + 1 };
    // An input holds nothing: nobody is told that it did not come.
    if (what === 'input') return { facts: [depositFact(id, { type: 'DepositReceived', data: came })] };
    const until = holding(given, of, received);
    return {
      facts: [
        depositFact(id, { type: 'DepositReceived', data: { ...came, ...until } }),
        leftFor(given, of, { deposit: id, received, ...until }),
      ],
    };
  },
};
