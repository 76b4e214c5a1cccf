import { stagesOf, type StateOf, type TextRef } from '@mouding/core';
import { dayWords } from '@mouding/documents';
import { outcomeWords } from '../queries/outcome-words.ts';
import { asked, seen, type Reader } from '../queries/reader.ts';
import type { House } from './house.ts';

/** What a stage with a body has decided, as far as the reader sees its meeting. */
export interface GateLine {
  readonly stage: string;
  readonly gate: string;
  readonly body: string;
  readonly on: string | null;
  readonly words: string;
  readonly sum: string | null;
  readonly ref: TextRef | null;
}

/** Every gate of the case that has decided, in the order of the procedure. */
export async function gateLines(reader: Reader, house: House, caseId: string): Promise<readonly GateLine[]> {
  const context = await asked(reader, (known) => known.state('case', caseId)?.context);
  if (!context) return [];
  const procedure = await reader.world.procedure(context.procedure.hash);
  const gates = stagesOf(procedure.definition).filter(
    ({ with: params }) => typeof params['body'] === 'string',
  );
  const lines = await Promise.all(
    gates.map(async (stage): Promise<readonly GateLine[]> => {
      const decided = context.decided[stage.id];
      const held = await meetingOf(reader, context.meetings[stage.id] ?? null);
      const key = String(stage.with['body']);
      const body = procedure.definition.bodies[key]?.title ?? house.body(key);
      const words = decided && outcomeWords(stage, decided.outcome, procedure);
      return decided
        ? [{ stage: stage.id, gate: stage.title, body, words: words ?? '', ...shown(decided, held) }]
        : [];
    }),
  );
  return lines.flat();
}

type Decided = StateOf<'case'>['context']['decided'][string];
type Meeting = StateOf<'meeting'>['context'];

/** A meeting as far as the reader sees it. */
async function meetingOf(reader: Reader, stream: string | null): Promise<Meeting | null> {
  if (stream === null || (await seen(reader, [{ stream }])).length === 0) return null;
  const id = stream.slice('meeting/'.length);
  return asked(reader, (known) => known.state('meeting', id)?.context ?? null);
}

/** What only those know who see the meeting: its day, its sum, the text that lay before it. */
function shown({ before, own, text }: Decided, held: Meeting | null): Pick<GateLine, 'on' | 'sum' | 'ref'> {
  if (!held) return { on: before ? dayWords(before.on) : null, sum: null, ref: null };
  const sum = held.sum?.['zh'];
  return { on: dayWords(held.at), sum: typeof sum === 'string' ? sum : null, ref: own ?? text };
}

/** 2026年4月8日院长办公会研究同意 */
export const gateSentence = ({ on, body, words }: GateLine): string => `${on ?? ''}${body}${words}`;
