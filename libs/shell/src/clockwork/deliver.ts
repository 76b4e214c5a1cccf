import { dossierStream, FILING_OUTCOMES, isTree, keyOfText, parseStream, TextRef } from '@mouding/core';
import { z } from 'zod';
import { askedByClock } from '../commands/asking.ts';
import { carryOut, type Means } from '../commands/carry-out.ts';
import { derivedId } from '../reading/derived-id.ts';

/** Where a message comes from: added to every job where the job is made. */
const Origin = { institution: z.uuid(), stream: z.string() };

export const FilingMessage = z.object({
  ...Origin,
  to: z.uuid(),
  title: z.string(),
  text: TextRef,
  letter: z.enum(['请示', '报告']),
  manifest: z.array(z.object({ title: z.string(), text: TextRef })),
  no: z.int().positive().default(1),
  reminds: z.boolean().default(false),
});

export const AnswerMessage = z.object({
  ...Origin,
  to: z.uuid(),
  filing: z.uuid(),
  outcome: z.enum(FILING_OUTCOMES),
  number: z.string(),
  letter: TextRef.nullable(),
  no: z.int().positive().default(1),
  points: z.int().nonnegative().default(0),
});

/** Thrown when a message names something that its sender does not have; the job is tried again and shows as stuck. */
class Undeliverable extends Error {}

/**
 * Brings a filing to the authority's log: its texts are copied, then the authority records what it received, citing
 * the sender's receipt. One append never names two institutions. Arriving twice changes nothing.
 */
export async function deliverFiling(means: Means, message: z.input<typeof FilingMessage>): Promise<void> {
  const { institution, stream, to, title, text, letter, manifest, no, reminds } =
    FilingMessage.parse(message);
  for (const one of [text, ...manifest.map((paper) => paper.text)])
    await copyText(means, institution, to, one);
  const receipt = await receiptOf(means, { institution, stream, type: 'FilingSent', no });
  const sender = (await means.ledger.institutions()).find(({ id }) => id === institution);
  const { id: filing } = parseStream(stream);
  const from = { institution, name: sender?.name ?? institution, filing, receipt };
  const { id: dossier } = parseStream(dossierStream((name) => derivedId(to, name), from));
  const body = { from, title, text, letter, manifest, no, reminds };
  const command = { institution: to, verb: 'dossier.receive', id: dossier, body, key: keyOf(receipt) };
  await carryOut(means, askedByClock(command));
}

/** Brings the authority's answer back into the log of the institution that filed. */
export async function deliverAnswer(means: Means, message: z.input<typeof AnswerMessage>): Promise<void> {
  const { institution, stream, to, filing, outcome, number, letter, no, points } =
    AnswerMessage.parse(message);
  if (letter) await copyText(means, institution, to, letter);
  const receipt = await receiptOf(means, { institution, stream, type: 'DossierAnswered', no });
  const { id: dossier } = parseStream(stream);
  const body = { dossier, outcome, number, letter, points, receipt };
  const command = { institution: to, verb: 'filing.take-answer', id: filing, body, key: keyOf(receipt) };
  await carryOut(means, askedByClock(command));
}

async function copyText({ ledger }: Means, from: string, to: string, ref: TextRef): Promise<void> {
  const content = await ledger.text(from, keyOfText(ref));
  if (content === undefined) throw new Undeliverable(`the sender does not have the text ${ref.hash}`);
  await (isTree(ref) ? ledger.putTree(to, content) : ledger.putText(to, content));
}

/** The sender's entry of a type that a message comes from: of the sending (or of the answer to it) with this number. */
interface Origins {
  readonly institution: string;
  readonly stream: string;
  readonly type: string;
  readonly no: number;
}

/** The leaf hash of the entry that a message comes from: its receipt, by which the receiver can cite it. */
async function receiptOf({ ledger }: Means, { institution, stream, type, no }: Origins): Promise<string> {
  const entries = await ledger.entries(institution, stream);
  const sent = entries.findLast(({ entry }) => {
    const { type: of, data } = JSON.parse(entry) as { type: string; data: { no?: number } };
    return of === type && (data.no ?? 1) === no;
  });
  if (!sent) throw new Undeliverable(`${stream} holds no ${type}`);
  return sent.leafHash;
}

/** What a message asks for happens once, however often it arrives. */
const keyOf = (receipt: string): string => `outbox/${receipt}`;
