import { citedContents, type BundleContents, type BundleSealed } from '@mouding/contract';
import { keyOfText, streamName } from '@mouding/core';
import type { Packed } from '@mouding/documents';
import { openThrough } from '../queries/cited-texts.ts';
import { resource } from '../queries/resource.ts';
import type { Reader } from '../queries/reader.ts';
import { isViewed } from '../papers/printing.ts';
import type { Gathered } from './gather.ts';

type Content = BundleContents[number];

/** Everything that the entries cite; `path` is null for what is not for the reader. */
export async function contentsOf(reader: Reader, gathered: Gathered): Promise<BundleContents> {
  const open = new Set<string>();
  for (const { kind, id, stream } of gathered.streams) {
    const entries = gathered.entries.filter(({ entry }) => entry.stream === stream);
    const cited = await openThrough(
      reader,
      kind,
      id,
      entries.map(({ entry }) => entry),
    );
    for (const hash of [...cited.texts.keys(), ...cited.files.keys()]) open.add(hash);
  }
  const definitions = new Set([...citedContents(definingOf(gathered)).values()].map(({ hash }) => hash));
  return [...citedContents(gathered.entries.map(({ entry }) => entry)).values()].map((content) => ({
    ...content,
    path: open.has(content.hash) || definitions.has(content.hash) ? pathOf(content) : null,
  }));
}

/** Facts that name a procedure; its definition is for everybody who sees the case. */
const definingOf = ({ entries, caseId }: Gathered) =>
  entries
    .filter(({ entry }) => entry.stream === streamName('case', caseId))
    .map(({ entry: { type, data } }) => {
      const { procedure, to } = data;
      const named = type === 'CaseOpened' ? { procedure } : { to };
      return { type, data: JSON.parse(JSON.stringify(named)) as typeof data };
    });

const pathOf = ({ scheme, hash }: Content): string => {
  if (scheme === 'tree@1') return `data/trees/${hash}.json`;
  return scheme === 'file-sha256@1' ? `data/originals/${hash}` : `data/texts/${hash}.txt`;
};

/** The bytes of what is cited; null where they are not kept any more. */
export async function contentFile(
  { ledger, visitor: { institution } }: Reader,
  { scheme, hash, path }: Content,
): Promise<Packed | null> {
  if (path === null) return null;
  if (scheme === 'file-sha256@1') {
    if (!(await ledger.file(institution, hash))) return null;
    const parts: Uint8Array[] = [];
    for await (const part of ledger.fileParts(institution, hash)) parts.push(part);
    return { name: path, content: Buffer.concat(parts) };
  }
  const content = await ledger.text(institution, keyOfText({ scheme, hash }));
  return content === undefined ? null : { name: path, content };
}

/**
 * Every sealed body of the entries: open where the reader may read it, with what shows that it is the one. Erased is
 * only what was erased by a fact; what cannot be opened for another reason is not passed off as that.
 */
export async function sealedOf(reader: Reader, gathered: Gathered): Promise<BundleSealed> {
  const { ledger, visitor } = reader;
  const readable = await readableOf(reader, gathered);
  const destroyed = await ledger.destroyedKeys(visitor.institution);
  const bodies = gathered.entries.flatMap(({ entry: { stream, version, sealed } }) =>
    sealed.map(({ subject }) => ({ stream, version, subject })),
  );
  return Promise.all(
    bodies.map(async (body) => {
      if (destroyed.has(body.subject)) return { ...body, state: 'erased' as const };
      if (!readable.has(nameOf(body))) return { ...body, state: 'kept' as const };
      const disclosed = await ledger.discloseSealed(visitor.institution, body);
      return disclosed
        ? { ...body, state: 'open' as const, ...disclosed }
        : { ...body, state: 'kept' as const };
    }),
  );
}

const nameOf = (body: { readonly stream: string; readonly version: number; readonly subject: string }) =>
  `${body.stream} ${body.version} ${body.subject}`;

/** What is sealed in these is about matters of a sitting that belong to no case, or to another one. */
const OF_OTHERS: ReadonlySet<string> = new Set(['SittingCalled', 'SittingItemNoted']);

/**
 * The sealed bodies whose wording the reader is shown on the screen, but for what a sitting dealt with beside the case: the
 * file goes to whoever reads the case.
 */
async function readableOf(reader: Reader, { streams, entries }: Gathered): Promise<ReadonlySet<string>> {
  const sealing = new Set(entries.flatMap(({ entry }) => (entry.sealed.length > 0 ? [entry.stream] : [])));
  const found = new Set<string>();
  for (const { stream, kind, id } of streams) {
    if (!sealing.has(stream) || !isViewed(kind)) continue;
    const { wording } = await resource(reader, kind, id);
    for (const { version, subject, type } of wording)
      if (!OF_OTHERS.has(type)) found.add(nameOf({ stream, version, subject }));
  }
  return found;
}
