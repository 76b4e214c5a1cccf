import type { DissentReceipt } from '@mouding/contract';
import { streamName } from '@mouding/core';
import type { Entry, ReceiptEntry } from '@mouding/evidence';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, sees, type Reader } from '../queries/reader.ts';
import type { ReceiptSigner } from './receipts.ts';

/**
 * 不同意见凭证: that whoever asks said something with a vote at a meeting: meeting, number of the item, time, and the
 * commitment to the words, never the words, which stay with the 记录. For the person alone; and only where the rules of
 * the body hand it out.
 *
 * @throws ProblemError not-found: no such meeting, nothing said, not handed out by the body, or nobody signs here
 */
export async function dissentReceipt(
  reader: Reader,
  meeting: string,
  signer: ReceiptSigner | null,
): Promise<DissentReceipt> {
  const { institution } = reader.visitor;
  const state = await asked(reader, (known) => known.state('meeting', meeting));
  const isHanded = state && state.context.rule.dissentReceipt !== 'none';
  if (!signer || !isHanded || !(await sees(reader, 'meeting', meeting))) throw new ProblemError('not-found');
  const { entry, commitment } = await saidBy(reader, streamName('meeting', meeting));
  const receipt = signer.sign({
    institution,
    dissent: { meeting, item: state.context.agenda.ours, commitment },
    entries: [entry],
  });
  return { receipt, key: signer.keyOf(institution) };
}

interface SaidWithVote {
  readonly person: string;
  readonly entry: ReceiptEntry;
  readonly commitment: string;
}

/** The last vote of the reader that came with words. @throws ProblemError not-found */
async function saidBy({ ledger, visitor }: Reader, stream: string): Promise<SaidWithVote> {
  const { institution, person } = visitor;
  const told = (await ledger.entries(institution, stream)).map(({ entry, leafHash }) => ({
    entry: JSON.parse(entry) as Entry,
    leafHash,
  }));
  const said = dissentsIn(told).find((one) => one.person === person);
  if (!said) throw new ProblemError('not-found');
  return said;
}

/** Of everybody who said something with a vote, the last that was said. @param told the entries of one meeting in their order */
export function dissentsIn(
  told: readonly { readonly entry: Entry; readonly leafHash: string }[],
): readonly SaidWithVote[] {
  const last = new Map<string, SaidWithVote>();
  for (const { entry, leafHash } of told) {
    const { type, actor, sealed, stream, version, at } = entry;
    const own = sealed.find(({ subject }) => subject === actor.by);
    if (type !== 'VoteCast' || !own) continue;
    const { subject: person, cm: commitment } = own;
    last.set(person, { person, commitment, entry: { stream, version, at, leafHash } });
  }
  return [...last.values()];
}
