import { READING, type Kind } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
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
  const entries = (await seesFiles(reader, kind, id)) ? await entriesOf(reader, `${kind}/${id}`) : [];
  const cited = citedBy(entries).files.has(hash) && !(await isWithheld(reader, entries, hash));
  const found = cited ? await reader.ledger.file(reader.visitor.institution, hash) : undefined;
  if (!found) throw new ProblemError('not-found');
  return found;
}

/** Whether the reader may see anything that the stream cites. */
async function seesFiles(reader: Reader, kind: Kind, id: string): Promise<boolean> {
  const exists = await asked(reader, (known) => known.state(kind, id) !== undefined);
  const shown = exists && (await sees(reader, kind, id)) && (kind !== 'case' || readsManuscripts(reader));
  return shown && seesHowMade(reader, kind, id);
}

/** What may harm whoever opens it is given back to nobody but those who brought it. */
async function isWithheld(
  { ledger, visitor: { institution, person } }: Reader,
  entries: readonly Pick<Entry, 'data'>[],
  hash: string,
): Promise<boolean> {
  const unsafe = entries.some(({ data }) => {
    const { original, trouble } = data as {
      original?: { hash?: string } | null;
      trouble?: { unsafe?: boolean };
    };
    return original?.hash === hash && trouble?.unsafe === true;
  });
  return unsafe && !(await ledger.wasBrought(institution, person, hash));
}

/** Whether somebody reads every paper that a case cites. */
export const readsManuscripts = (reader: Pick<Reader, 'held'>): boolean =>
  inOwnRight(reader).some(({ as }) =>
    READING.manuscript.some((grant) => grant.as === as && grant.where === 'any'),
  );
