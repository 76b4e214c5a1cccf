import type { CheckupReport } from '@mouding/contract';
import { foundIn, isWaived, streamName, type Checked } from '@mouding/core';
import { plainOf } from '@mouding/text';
import { ProblemError } from '../problem/problem-error.ts';
import { contentHash } from '../reading/derived-id.ts';
import { citedBy, citedText, citedTree } from './cited-texts.ts';
import { entriesOf } from './entries.ts';
import { asked, type Reader } from './reader.ts';

/** 文稿校核 of a version of a manuscript, by default the one of now. @throws ProblemError not-found */
export async function checkupOf(
  reader: Reader,
  id: string,
  hash: string | undefined,
): Promise<CheckupReport> {
  const state = await asked(reader, (known) => known.state('manuscript', id));
  const wanted = hash ?? state?.context.text?.hash;
  if (!state || wanted === undefined) throw new ProblemError('not-found');
  const checked = await checkedIn(reader, id, wanted);
  const items = foundIn(checked).map((finding) => ({
    ...finding,
    also: [...finding.also],
    waived: isWaived(refOf, state.context.waived, finding),
  }));
  const open = (severity: string): number =>
    items.filter((item) => !item.waived && item.severity === severity).length;
  return {
    text: checked.ref,
    errors: open('error'),
    warnings: open('warning'),
    advice: open('advice'),
    waived: items.filter(({ waived }) => waived).length,
    items,
  };
}

/** A text that the manuscript cites and the reader may see. */
async function checkedIn(reader: Reader, id: string, hash: string): Promise<Checked> {
  const { trees } = citedBy(await entriesOf(reader, streamName('manuscript', id)));
  if (!trees.has(hash)) {
    const plain = await citedText(reader, 'manuscript', id, hash);
    return { ref: { scheme: 'blob-sha256@1', hash }, plain, tree: null };
  }
  const tree = await citedTree(reader, 'manuscript', id, hash);
  return { ref: { scheme: 'tree@1', hash }, plain: plainOf(tree), tree };
}

const refOf = (content: string) => ({ scheme: 'blob-sha256@1', hash: contentHash(content) }) as const;
