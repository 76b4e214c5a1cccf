import { BUNDLE_PATHS } from '@mouding/contract';
import type { Packed } from '@mouding/documents';
import type { ReceiptEntry } from '@mouding/evidence';
import { dissentsIn } from '../log/dissent.ts';
import { asked } from '../queries/reader.ts';
import type { GatheredEntry } from './placed-entries.ts';
import { jsonFile, type Making } from './making.ts';

/**
 * 办理回执 over every entry of the bundle, signed by the house, and a 不同意见凭证 for each vote that came with words where
 * the body hands them out: the commitment that stands in the entry, never the words.
 */
export async function* receiptFiles(making: Making): AsyncGenerator<Packed, void, void> {
  const { wish, reader, gathered } = making;
  const { institution } = reader.visitor;
  const { receipts: signer } = wish;
  if (!signer) return;
  const whole = signer.sign({ institution, entries: gathered.entries.map(receiptOf), dissent: null });
  yield { name: BUNDLE_PATHS.receiptKey, content: `${signer.keyOf(institution)}\n` };
  const dissents = (await dissentsOf(making)).map((dissent) => signer.sign({ institution, ...dissent }));
  yield jsonFile(BUNDLE_PATHS.receipts, [whole, ...dissents]);
}

const receiptOf = ({ entry: { stream, version, at }, leafHash }: GatheredEntry): ReceiptEntry => ({
  stream,
  version,
  at,
  leafHash,
});

async function dissentsOf({ reader, gathered }: Making) {
  const meetings = gathered.streams.filter(({ kind }) => kind === 'meeting');
  const found = await asked(reader, (known) =>
    meetings.map(({ id, stream }) => ({ id, stream, context: known.state('meeting', id)?.context })),
  );
  return found.flatMap(({ id: meeting, stream, context }) =>
    context && context.rule.dissentReceipt !== 'none'
      ? dissentsIn(gathered.entries.filter(({ entry }) => entry.stream === stream)).map(
          ({ entry, commitment }) => ({
            dissent: { meeting, item: context.agenda.ours, commitment },
            entries: [entry],
          }),
        )
      : [],
  );
}
