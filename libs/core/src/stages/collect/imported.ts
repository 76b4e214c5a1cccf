import { nextReading } from '../reading/text-reading.ts';
import type { ContributionContext, ContributionFact } from './contribution.ts';

/** A text that was read or put right is the text from then on. */
export function read(context: ContributionContext, event: ContributionFact): Partial<ContributionContext> {
  const reading = nextReading(context.reading, event);
  if (event.type === 'TextRead') return { reading, text: event.data.text };
  if (event.type === 'ImportChecked') return { reading, text: event.data.to };
  return { reading };
}

/** What was found out about an original that another one is asked for. */
export function unread(
  { reading }: ContributionContext,
  event: ContributionFact,
): Partial<ContributionContext> {
  if (event.type !== 'ContributionQuarantined' || !reading) return {};
  return { reading: { ...reading, standing: 'unread', trouble: event.data.trouble ?? null } };
}
