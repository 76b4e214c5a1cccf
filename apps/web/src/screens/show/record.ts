import { proceduresOf, readBundle, type Bundle } from '@mouding/contract';
import {
  foldStream,
  parseStream,
  type Kind,
  type OrgState,
  type Procedure,
  type StateOf,
} from '@mouding/core';
import { readTreeDocument, type Tree } from '@mouding/text';
import { unzipped } from '../../checker/unzip.ts';

type Entry = Bundle['entries'][number]['entry'];

/** The 归档包 of the canned case, as the show reads it. */
export interface CannedRecord {
  readonly bundle: Bundle;
  readonly entries: readonly Entry[];
  readonly org: OrgState['context'];
  procedure(hash: string): Procedure | undefined;
  /** A text that entries cite, as people read it; empty where the bundle has none. */
  text(hash: string): string;
  tree(root: string): Tree | null;
  /** What was sealed in an entry, where its reader may open it. */
  opened(stream: string, version: number): { readonly [field: string]: unknown };
}

/** Reads a bundle out of its bytes. @throws Error for bytes that are none */
export async function readRecord(bytes: Uint8Array): Promise<CannedRecord> {
  const bundle = readBundle(await unzipped(bytes));
  if (!('manifest' in bundle)) throw new Error(bundle[0]?.detail ?? 'no bundle');
  const entries = bundle.entries.map(({ entry }) => entry);
  const pathOf = (hash: string): string => bundle.contents.find((each) => each.hash === hash)?.path ?? '';
  const org = folded('org', factsOf(entries, 'org'), () => undefined);
  if (!org) throw new Error('the bundle has no house');
  return {
    bundle,
    entries,
    org: org.context,
    procedure: proceduresOf(bundle),
    text: (hash) => bundle.files.text(pathOf(hash)) ?? '',
    tree(root) {
      const document = bundle.files.text(pathOf(root));
      return document === undefined ? null : readTreeDocument(document);
    },
    opened(stream, version) {
      const body = bundle.sealed.find((each) => each.stream === stream && each.version === version);
      return body?.state === 'open' ? (JSON.parse(body.plain) as { readonly [field: string]: unknown }) : {};
    },
  };
}

const factsOf = (entries: readonly Entry[], kind: Kind) =>
  entries.filter(({ stream }) => parseStream(stream).kind === kind).map(({ type, data }) => ({ type, data }));

/** Where a stream stands after these facts; undefined before its first. */
export function folded<K extends Kind>(
  kind: K,
  facts: readonly { readonly type: string; readonly data: Entry['data'] }[],
  procedure: (hash: string) => Procedure | undefined,
): StateOf<K> | undefined {
  return (facts.length === 0 ? undefined : foldStream(kind, facts, procedure)) as StateOf<K> | undefined;
}

/** A field of a fact as words; empty where it holds none. */
export const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
