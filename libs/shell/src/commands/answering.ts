import type { CommandAnswer } from '@mouding/contract';
import { may, parseStream, streamName, type May, type Refusal, type StreamName } from '@mouding/core';
import type { Json } from '@mouding/evidence';
import type { Receipt } from '@mouding/ledger';
import type { Language } from '../problem/language.ts';
import { problemBody } from '../problem/problem-filter.ts';
import type { Attempt } from './attempt.ts';
import { heldBy } from './reaching.ts';
import type { Decided } from './writing.ts';

/** What the asker may do next with the stream that was asked, or with the one that came into being. */
export async function mayNow(
  { world, asking, target }: Attempt,
  made: StreamName | undefined,
): Promise<readonly May[]> {
  const { kind, id } = parseStream(made ?? streamName(target.command.on, target.id));
  if (asking.person === null) return [];
  return (await world.reach((known) => may(kind, id, heldBy(asking.person, known), known))).answer;
}

/** A value as JSON will carry it, without what is undefined. */
const json = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

/** The answer of a command that was carried out. */
export function answerOf(
  asked: StreamName,
  { made, notices }: Decided,
  receipts: readonly Receipt[],
  mayAsk: readonly May[],
): { readonly status: number; readonly body: Json } {
  const receipt = receipts.findLast(({ stream }) => stream === (made ?? asked)) ?? receipts[0] ?? null;
  const answer: CommandAnswer = {
    receipt,
    receipts: [...receipts],
    made: made ?? null,
    notices: (notices ?? []).map((notice) => ({ ...notice })),
    may: mayAsk.map((each) => ({ ...each })),
  };
  return { status: made ? 201 : 200, body: json(answer) };
}

/** The problem that a refusal goes out as. */
export function refusalAnswer(refusal: Refusal, language: Language): Json {
  return json(problemBody('refused', { refusal }, language));
}
