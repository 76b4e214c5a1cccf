import { PAGES_AT_ONCE, type PaperPages } from '@mouding/contract';
import type { NamedPaper } from './printing.ts';
import type { Press } from './press.ts';

/**
 * Some pages of a paper as they will be printed, beside how many there are and which fonts stand in for others.
 * @throws Error when the paper could not be set
 */
export async function paperPages(
  { paper, name }: NamedPaper,
  from: number,
  press: Press,
): Promise<PaperPages> {
  const drawn = await press.pages(paper);
  if ('kind' in drawn) throw new Error(`${drawn.cause}: ${drawn.detail}`);
  return {
    title: name,
    count: drawn.length,
    from,
    drawings: drawn.slice(from - 1, from - 1 + PAGES_AT_ONCE),
    substituted: [...press.substituted()],
  };
}
