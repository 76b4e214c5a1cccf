import { gateDecisions, type GateDecision } from '@mouding/core';
import { asked, seen, type Reader } from './reader.ts';

/**
 * 印发依据: what each gate decided, in the body's own words and with its date. Streams, the sum and the text go to who may
 * see the meeting alone.
 */
export async function gatesOf(reader: Reader, id: string): Promise<readonly GateDecision[]> {
  const decisions = await asked(reader, (known) => gateDecisions(known, id));
  const meetings = decisions.flatMap(({ meeting }) => (meeting ? [{ stream: meeting }] : []));
  const shown = new Set((await seen(reader, meetings)).map(({ stream }) => stream));
  return decisions.map((one) =>
    one.meeting !== null && shown.has(one.meeting)
      ? one
      : { ...one, sum: null, text: null, meeting: null, mandate: null },
  );
}
