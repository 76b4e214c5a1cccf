import { hex, type Entry, type Json, type Sha256 } from '@mouding/evidence';
import { procedureNamedBy } from '@mouding/core';
import { readTreeDocument, rootOf, treeDocument } from '@mouding/text';
import { fromHex } from './bytes.ts';
import { placeOf } from './check-entries.ts';
import type { BundleFault } from './fault.ts';
import { hmac } from './hmac.ts';
import { BUNDLE_PATHS, type BundleContents, type BundleSealed } from './layout.ts';
import type { Bundle, BundleFiles } from './read-bundle.ts';

type Content = BundleContents[number];

/** `tree@1 3fa4…`: what entries cite, under one name for each. */
export const contentName = ({ scheme, hash }: Pick<Content, 'scheme' | 'hash'>): string =>
  `${scheme} ${hash}`;

/** What entries cite by hash: texts, trees and originals anywhere in their data, and definitions of procedures. */
export function citedContents(
  entries: readonly Pick<Entry, 'type' | 'data'>[],
): ReadonlyMap<string, Content> {
  const cited = new Map<string, Content>();
  const note = (scheme: Content['scheme'], hash: unknown): void => {
    if (typeof hash !== 'string') return;
    const content = { scheme, hash, path: null };
    cited.set(contentName(content), content);
  };
  const walk = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    const { scheme, hash } = value as { readonly scheme?: Json; readonly hash?: Json };
    if (isScheme(scheme)) note(scheme, hash);
    for (const inner of Object.values(value)) walk(inner);
  };
  for (const { type, data } of entries) {
    walk(data);
    if (CASE_FACTS.has(type)) note('blob-sha256@1', procedureNamedBy({ type, data }));
  }
  return cited;
}

const CASE_FACTS: ReadonlySet<string> = new Set(['CaseOpened', 'CaseMigrated', 'CaseRolledBack']);
const SCHEMES: readonly Content['scheme'][] = ['blob-sha256@1', 'tree@1', 'file-sha256@1'];
const isScheme = (value: Json | undefined): value is Content['scheme'] =>
  SCHEMES.some((scheme) => scheme === value);

/** Every text, tree and original that is cited is named, and is the one that is cited where it is in the bundle. */
export function contentFaults(bundle: Bundle, sha256: Sha256): readonly BundleFault[] {
  const { contents, entries, files } = bundle;
  const named = new Set(contents.map(contentName));
  const lacking = [...citedContents(entries.map(({ entry }) => entry)).keys()].filter(
    (name) => !named.has(name),
  );
  const altered = contents.flatMap((content) => {
    const { path, hash } = content;
    if (path === null || hashIn(files, content, path, sha256) === hash) return [];
    return [fault(path, `it is not ${contentName(content)}`)];
  });
  return [...altered, ...lacking.map((name) => fault(BUNDLE_PATHS.contents, `${name} is not named`))];
}

function hashIn(files: BundleFiles, { scheme }: Content, path: string, sha256: Sha256): string | undefined {
  if (scheme === 'tree@1') return rootIn(files.text(path), sha256);
  const bytes = files.bytes(path);
  return bytes && hex(sha256(bytes));
}

function rootIn(document: string | undefined, sha256: Sha256): string | undefined {
  if (document === undefined) return undefined;
  try {
    const tree = readTreeDocument(document);
    return treeDocument(tree) === document ? rootOf(tree, sha256) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Every sealed body is named; those that are open are what their entries committed to, and of those that are said to be
 * erased the record holds the erasure.
 */
export function sealedFaults({ entries, sealed }: Bundle, sha256: Sha256): readonly BundleFault[] {
  const said = new Map(sealed.map((body) => [`${body.stream} ${body.version} ${body.subject}`, body]));
  const erased = new Set(
    entries.flatMap(({ entry }) => (entry.type === 'PersonErased' ? [entry.stream] : [])),
  );
  const faults = entries.flatMap((one) =>
    one.entry.sealed.flatMap(({ subject, cm }) => {
      const name = `${placeOf(one)} ${subject}`;
      const body = said.get(name);
      said.delete(name);
      const wrong = wrongWith(body, cm, erased, sha256);
      return wrong === null ? [] : [sealedFault(placeOf(one), `${subject}${wrong}`)];
    }),
  );
  return [...faults, ...[...said.keys()].map((where) => sealedFault(where, 'no such body'))];
}

function wrongWith(
  body: BundleSealed[number] | undefined,
  cm: string,
  erased: ReadonlySet<string>,
  sha256: Sha256,
): string | null {
  if (!body) return ' is not named';
  if (body.state === 'erased' && !erased.has(`person/${body.subject}`))
    return ': erased, and no record of the erasure';
  if (body.state !== 'open' || hex(hmac(fromHex(body.key), body.plain, sha256)) === cm) return null;
  return ': another commitment';
}

const sealedFault = (where: string, detail: string): BundleFault => ({ kind: 'sealed', where, detail });

const fault = (where: string, detail: string): BundleFault => ({ kind: 'content', where, detail });
