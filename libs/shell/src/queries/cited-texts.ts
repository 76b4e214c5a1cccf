import { streamName, TextRef, type Kind } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import { ProblemError } from '../problem/problem-error.ts';
import { asked, sees, type Reader } from './reader.ts';
import { entriesOf } from './entries.ts';

/** Texts that entries cite, by hash, with the title that stands beside the reference, if one does. */
export function citedTexts(
  entries: readonly Pick<Entry, 'type' | 'data'>[],
): ReadonlyMap<string, string | null> {
  const found = new Map<string, string | null>();
  const walk = (value: unknown, title: string | null): void => {
    if (typeof value !== 'object' || value === null) return;
    const ref = TextRef.safeParse(value);
    if (ref.success) found.set(ref.data.hash, found.get(ref.data.hash) ?? title);
    else for (const inner of Object.values(value)) walk(inner, titleOf(value));
  };
  for (const { data } of entries) walk(data, null);
  return found;
}

const titleOf = (value: object): string | null => {
  const { title } = value as { title?: unknown };
  return typeof title === 'string' ? title : null;
};

/**
 * A text that this stream cites and the reader may see through it. A case is seen by many and cites every version of
 * the manuscript; through the case only what it was opened with, the scheme, is shown.
 *
 * @throws ProblemError not-found
 */
export async function citedText(reader: Reader, kind: Kind, id: string, hash: string): Promise<string> {
  const exists = await asked(reader, (known) => known.state(kind, id) !== undefined);
  if (!exists || !(await sees(reader, kind, id))) throw new ProblemError('not-found');
  const entries = await entriesOf(reader, streamName(kind, id));
  const citing = kind === 'case' ? entries.filter(({ type }) => type === 'CaseOpened') : entries;
  const content = citedTexts(citing).has(hash)
    ? await reader.ledger.text(reader.visitor.institution, hash)
    : undefined;
  if (content === undefined) throw new ProblemError('not-found');
  return content;
}
