import {
  FileRef,
  isTree,
  keyOfText,
  seesMaking,
  streamName,
  TextRef,
  withheld,
  type Kind,
} from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import type { Ledger } from '@mouding/ledger';
import { plainOf, readTreeDocument, type Tree } from '@mouding/text';
import { ProblemError } from '../problem/problem-error.ts';
import { rowsOf } from '../reading/rows-of.ts';
import { asked, sees, type Reader } from './reader.ts';
import { entriesOf } from './entries.ts';

/** Texts and originals, by hash, with the title that stands beside the reference, if one does. */
interface CitedHere {
  readonly texts: ReadonlyMap<string, string | null>;
  /** Which of the texts are trees, by root. */
  readonly trees: ReadonlySet<string>;
  readonly files: ReadonlyMap<string, string | null>;
}

/** What entries cite. */
export function citedBy(entries: readonly Pick<Entry, 'type' | 'data'>[]): CitedHere {
  const texts = new Map<string, string | null>();
  const trees = new Set<string>();
  const files = new Map<string, string | null>();
  const note = (ref: TextRef, title: string | null): void => {
    texts.set(ref.hash, texts.get(ref.hash) ?? title);
    if (isTree(ref)) trees.add(ref.hash);
  };
  const walk = (value: unknown, title: string | null): void => {
    if (typeof value !== 'object' || value === null) return;
    const text = TextRef.safeParse(value);
    const file = FileRef.safeParse(value);
    if (text.success) note(text.data, title);
    else if (file.success) files.set(file.data.hash, files.get(file.data.hash) ?? title);
    else for (const inner of Object.values(value)) walk(inner, titleOf(value));
  };
  for (const { data } of entries) walk(data, null);
  return { texts, trees, files };
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
  const { texts, trees } = await openThrough(reader, kind, id, await entriesOf(reader, streamName(kind, id)));
  if (!texts.has(hash)) throw new ProblemError('not-found');
  const scheme = trees.has(hash) ? 'tree@1' : 'blob-sha256@1';
  const content = await plainText(reader.ledger, reader.visitor.institution, { scheme, hash });
  if (content === undefined) throw new ProblemError('not-found');
  return content;
}

/**
 * A tree that this stream cites and the reader may see through it.
 *
 * @throws ProblemError not-found
 */
export async function citedTree(reader: Reader, kind: Kind, id: string, root: string): Promise<Tree> {
  const exists = await asked(reader, (known) => known.state(kind, id) !== undefined);
  if (!exists || !(await sees(reader, kind, id))) throw new ProblemError('not-found');
  const { texts, trees } = await openThrough(reader, kind, id, await entriesOf(reader, streamName(kind, id)));
  if (!texts.has(root) || !trees.has(root)) throw new ProblemError('not-found');
  const key = keyOfText({ scheme: 'tree@1', hash: root });
  const document = await reader.ledger.text(reader.visitor.institution, key);
  if (document === undefined) throw new ProblemError('not-found');
  return readTreeDocument(document);
}

/** A text that is kept, as people read it, whatever its scheme. */
export async function plainText(
  ledger: Pick<Ledger, 'text'>,
  institution: string,
  ref: TextRef,
): Promise<string | undefined> {
  const content = await ledger.text(institution, keyOfText(ref));
  return content !== undefined && isTree(ref) ? plainOf(readTreeDocument(content)) : content;
}

/** What the reader may open through a stream that they may see. */
export async function openThrough(
  reader: Reader,
  kind: Kind,
  id: string,
  entries: readonly Pick<Entry, 'type' | 'data'>[],
): Promise<CitedHere> {
  const citing = kind === 'case' ? entries.filter(({ type }) => type === 'CaseOpened') : entries;
  const { texts, trees, files } = citedBy(citing);
  const hidden = await withheldFrom(reader, kind, id);
  const making = await seesHowMade(reader, kind, id);
  const outcome = making ? null : await outcomeText(reader, kind, id);
  const open = [...texts].filter(([hash]) => !hidden.has(hash) && (making || hash === outcome));
  return { texts: new Map(open), trees, files: making ? files : new Map() };
}

/** The one text of a stream that is shown to whoever does not see how it came about. */
const outcomeText = (reader: Reader, kind: Kind, id: string): Promise<string | undefined> =>
  asked(reader, (known) =>
    kind === 'issue' || kind === 'review' ? known.state(kind, id)?.context.text?.hash : undefined,
  );

/** Whether the reader sees how a stream came about; whoever receives an issue reads what was issued. */
export const seesHowMade = (reader: Reader, kind: Kind, id: string): Promise<boolean> =>
  asked(reader, (known) => seesMaking(kind, id, reader.held, known));

/** 回避: texts of the stream's case that the reader may see through no stream as long as the body has not decided. */
async function withheldFrom(reader: Reader, kind: Kind, id: string): Promise<ReadonlySet<string>> {
  const caseId = kind === 'case' ? id : rowsOf(reader.world, streamName(kind, id))?.item?.case;
  return caseId
    ? asked(reader, (known) => withheld(known, caseId, reader.visitor.person))
    : new Set<string>();
}
