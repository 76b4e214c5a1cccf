import type { DepositCode } from '@mouding/contract';
import { permit, takesDeposits } from '@mouding/core';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, type Reader } from '../queries/reader.ts';

/** Below this path lies the page for whoever has a code. */
const PAGE = '/d/';

/**
 * Draws the secret of a 报送码, for whoever may revoke it. It is shown this once; drawing it again makes the one before
 * worthless, so that a printed sheet that went astray is dead. It is no act on the record: the issue of the code is.
 *
 * @throws ProblemError not-found; refused where the code takes nothing any more
 */
export async function drawDepositCode(reader: Reader, id: string): Promise<DepositCode> {
  const { ledger, visitor, held } = reader;
  const { state, permitted } = await asked(reader, (known) => ({
    state: known.state('deposit', id),
    permitted: permit('deposit.revoke', 'deposit', id, held, known),
  }));
  if (!state || 'refusal' in permitted) throw new ProblemError('not-found');
  if (!takesDeposits(state, await ledger.lawNow(visitor.institution)))
    throw new ProblemError('refused', {
      refusal: {
        because: 'state',
        rule: 'deposit.open',
        said: {
          zh: '报送码已作废、已过有效期或已用于报送',
          en: 'The code was revoked, has run out or has been used',
        },
        facts: { until: state.context.until, status: String(state.value) },
        needs: { zh: '请另发放一个报送码', en: 'Issue another code' },
      },
    });
  const code = await ledger.drawDepositCode(visitor.institution, id);
  return { code, path: `${PAGE}${code}`, until: state.context.until };
}
