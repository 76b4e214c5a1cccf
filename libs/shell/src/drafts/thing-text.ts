import type { TrailText } from '@mouding/contract';
import { streamName, type Kind } from '@mouding/core';
import { codeOf } from '@mouding/documents';
import { houseOf } from '../papers/house.ts';
import { isIssued } from '../papers/view.ts';
import { ProblemError } from '../problem/problem-error.ts';
import { entriesOf } from '../queries/entries.ts';
import type { Reader } from '../queries/reader.ts';
import { trailOf } from '../queries/trail.ts';
import { rowsOf } from '../reading/rows-of.ts';
import { versionOf, type DraftText } from './draft-text.ts';

/**
 * A version of what a chapter, a department's plan, a filing, a dossier or an issue says, by default the one of now. What
 * is cited there and is no version of its own, as the material that another department gave, bears its code as its name.
 *
 * @throws ProblemError not-found for what is not there and what the reader may not see
 */
export async function thingText(reader: Reader, kind: Kind, id: string, hash?: string): Promise<DraftText> {
  const { texts, current } = await trailOf(reader, kind, id);
  const wanted = hash ?? current;
  if (wanted === null) throw new ProblemError('not-found');
  const entries = await entriesOf(reader, streamName(kind, id));
  const { ref, content } = await versionOf(reader, kind, id, { entries, hash: wanted });
  const version = texts.findLast((text) => text.ref.hash === wanted);
  const { label, caseId } = lineOf(reader, kind, id);
  return {
    ref,
    content,
    entries,
    ...named(version, wanted, entries.at(-1)?.at ?? ''),
    isInternal: caseId === null || !(await isIssued({ reader, caseId }, ref)),
    plan: label,
    institution: (await houseOf(reader)).institution,
  };
}

/** Which version it is and since when; the last entry stands for what is no version. */
const named = (
  version: TrailText | undefined,
  hash: string,
  last: string,
): Pick<DraftText, 'label' | 'at'> => ({
  label: version?.label ?? codeOf(hash),
  at: version?.at ?? last,
});

/** What its line in a work list says of it. */
function lineOf({ world }: Reader, kind: Kind, id: string) {
  const item = rowsOf(world, streamName(kind, id))?.item;
  return { label: item?.label ?? '', caseId: item?.case ?? null };
}
