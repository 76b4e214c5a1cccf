import { READING, type Kind } from '@mouding/core';
import type { FileFacts } from '@mouding/ledger';
import { ProblemError } from '../problem/problem-error.ts';
import { citedBy, seesHowMade } from './cited-texts.ts';
import { entriesOf } from './entries.ts';
import { asked, inOwnRight, sees, type Reader } from './reader.ts';

/**
 * An original that this stream cites and the reader may see through it. A case is seen by many; what it cites is shown
 * to those who read every manuscript.
 *
 * @throws ProblemError not-found
 */
export async function citedFile(reader: Reader, kind: Kind, id: string, hash: string): Promise<FileFacts> {
  const exists = await asked(reader, (known) => known.state(kind, id) !== undefined);
  const shown = exists && (await sees(reader, kind, id)) && (kind !== 'case' || readsManuscripts(reader));
  const made = shown && (await seesHowMade(reader, kind, id));
  const cited = made && citedBy(await entriesOf(reader, `${kind}/${id}`)).files.has(hash);
  const found = cited ? await reader.ledger.file(reader.visitor.institution, hash) : undefined;
  if (!found) throw new ProblemError('not-found');
  return found;
}

/** Whether somebody reads every paper that a case cites. */
export const readsManuscripts = (reader: Pick<Reader, 'held'>): boolean =>
  inOwnRight(reader).some(({ as }) =>
    READING.manuscript.some((grant) => grant.as === as && grant.where === 'any'),
  );
