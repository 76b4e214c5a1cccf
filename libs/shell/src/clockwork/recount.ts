import { z } from 'zod';
import { askedByClock } from '../commands/asking.ts';
import { carryOut, type Means } from '../commands/carry-out.ts';

/** What the organisation sends when the working days of a year are set. */
export const RecountMessage = z.object({ institution: z.uuid(), stream: z.string() });

/** What has dates that may be an estimate, and where it stands while they count. */
const OPEN: { readonly [kind: string]: string } = { consultation: 'open', filing: 'sent' };

/**
 * Counts the dates again that rest on working days that were not announced (预估): one command for each consultation
 * and filing, which changes nothing where nothing moves. Running twice, or while another message waits, moves nothing twice.
 */
export async function recountDates(means: Means, message: z.input<typeof RecountMessage>): Promise<void> {
  const { institution, stream } = RecountMessage.parse(message);
  const { ledger } = means;
  const arranged = (await ledger.heads(institution, [stream])).get(stream)?.version ?? 0;
  const items = await ledger.items(institution, { kinds: Object.keys(OPEN) });
  for (const { id, kind } of items.filter((item) => OPEN[item.kind] === item.status))
    await carryOut(
      means,
      askedByClock({
        institution,
        verb: `${kind}.recount`,
        id,
        body: {},
        key: `recount/${kind}/${id}/${arranged}`,
      }),
    );
}
