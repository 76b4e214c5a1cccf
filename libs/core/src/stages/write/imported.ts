import { nextReading, readingOf } from '../reading/text-reading.ts';
import type { ChapterContext, ChapterFact } from './chapter.ts';
import type { Kept } from './countersigns.ts';

type Given = Extract<ChapterFact, { type: 'ChapterInputGiven' }>['data'];

/** The countersigns that a new text lets stand, at their new places. */
export const keptOf = (
  countersigns: ChapterContext['countersigns'],
  kept: readonly Kept[],
): ChapterContext['countersigns'] =>
  Object.fromEntries(
    kept.flatMap(({ department, here }) => {
      const stood = countersigns[department];
      return stood ? [[department, { ...stood, here }]] : [];
    }),
  );

const without = <T>(
  all: { readonly [department: string]: T },
  department: string,
): { readonly [department: string]: T } =>
  Object.fromEntries(Object.entries(all).filter(([each]) => each !== department));

/** An input takes the place of the last one of its department; of an original alone the text is still to be read. */
export function given(
  { inputs, inputReadings }: ChapterContext,
  { department, text, original = null }: Given,
): Partial<ChapterContext> {
  const reading = readingOf({ text, original });
  return {
    inputs: { ...inputs, [department]: { text, original } },
    inputReadings: { ...without(inputReadings, department), ...(reading ? { [department]: reading } : {}) },
  };
}

/** A text that was read or put right is the text from then on. */
export function read(context: ChapterContext, event: ChapterFact): Partial<ChapterContext> {
  const whose = 'original' in event.data && 'department' in event.data ? event.data.department : null;
  if (whose !== null) return ofInput(context, event, whose);
  const reading = nextReading(context.reading, event);
  if (event.type === 'TextRead') return { reading, text: event.data.text };
  if (event.type !== 'ImportChecked') return { reading };
  const { to, kept = [] } = event.data;
  return { reading, text: to, countersigns: keptOf(context.countersigns, kept) };
}

/** What cannot be read and is asked for again counts as not given. */
function ofInput(
  { inputs, inputReadings }: ChapterContext,
  event: ChapterFact,
  department: string,
): Partial<ChapterContext> {
  const reading = nextReading(inputReadings[department] ?? null, event);
  if (!reading) return {};
  const readings = { ...inputReadings, [department]: reading };
  if (reading.standing === 'unread') return { inputReadings: readings, inputs: without(inputs, department) };
  if (event.type !== 'TextRead') return { inputReadings: readings };
  const own = { text: event.data.text, original: reading.original };
  return { inputReadings: readings, inputs: { ...inputs, [department]: own } };
}

/** What was found out about an original that another one is asked for. */
export function unread({ reading }: ChapterContext, event: ChapterFact): Partial<ChapterContext> {
  if (event.type !== 'ChapterQuarantined' || !reading) return {};
  return { reading: { ...reading, standing: 'unread', trouble: event.data.trouble ?? null } };
}
