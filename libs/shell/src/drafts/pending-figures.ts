import { indicatorsOf, isPending, parseStream, type IndicatorPlace } from '@mouding/core';
import { markPending, type Tree } from '@mouding/text';
import { asked, sees, type Reader } from '../queries/reader.ts';
import type { DraftText } from './draft-text.ts';

/**
 * A draft as it is printed for reading: behind every figure that nobody has confirmed stands （待核）. What is issued has
 * none, and what goes out to be edited and taken back is never marked.
 */
export async function withPendingMarks(
  reader: Reader,
  manuscript: string,
  { content, isInternal }: DraftText,
): Promise<Tree | string> {
  return isInternal ? markedIn(content, await pendingPlaces(reader, manuscript)) : content;
}

async function pendingPlaces(reader: Reader, manuscript: string): Promise<readonly IndicatorPlace[]> {
  const caseId = await asked(reader, (known) => known.state('manuscript', manuscript)?.context.case ?? '');
  const stream = await asked(reader, (known) => indicatorsOf((name) => known.derive(name), caseId));
  const { id } = parseStream(stream);
  const rows = await asked(reader, (known) => known.state('indicator', id)?.context.rows ?? []);
  const shown = rows.length > 0 && (await sees(reader, 'indicator', id));
  return shown ? rows.filter(isPending).flatMap(({ places }) => places) : [];
}

/** The marks in the node that each place names; in a text without nodes wherever its words are. */
export function markedIn(content: Tree | string, places: readonly IndicatorPlace[]): Tree | string {
  if (typeof content === 'string') return markPending(content, places);
  const at = Map.groupBy(places, ({ node }) => node);
  const nodes = content.nodes.map((node) => {
    const here = at.get(node.id);
    return here && node.text !== null ? { ...node, text: markPending(node.text, here) } : node;
  });
  return { ...content, nodes };
}
