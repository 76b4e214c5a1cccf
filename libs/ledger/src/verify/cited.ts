import type { Entry, Json } from '@mouding/evidence';

/** The first place that cites something. */
export interface Place {
  readonly stream: string;
  readonly version: number;
}

/** What entries cite, by hash, each with the first entry that does. Hashes only: no content is held. */
export interface Cited {
  readonly texts: Map<string, Place>;
  /** By root. */
  readonly trees: Map<string, Place>;
  readonly files: Map<string, Place>;
}

const SCHEME = '"scheme":"';

/** Facts that name a definition of a procedure by its hash alone. */
const DEFINITION: Readonly<Record<string, (data: Entry['data']) => Json | undefined>> = {
  CaseOpened: ({ procedure }) => memberOf(procedure, 'hash'),
  ProcedurePublished: ({ hash }) => hash,
};

/**
 * Notes what an entry cites in clear: references anywhere in its data, and definitions of procedures.
 *
 * @param text its canonical form: there a reference has a scheme in one spelling, and most entries have none
 */
export function noteCited(cited: Cited, entry: Entry, text: string): void {
  const definition = DEFINITION[entry.type]?.(entry.data);
  if (definition !== undefined) note(cited.texts, definition, entry);
  if (text.includes(SCHEME)) noteWithin(cited, entry.data, entry);
}

// The canonical form bounds the depth of entries, and with it that of this walk.
function noteWithin(cited: Cited, value: Json, at: Place): void {
  if (typeof value !== 'object' || value === null) return;
  if (isList(value)) {
    for (const item of value) noteWithin(cited, item, at);
    return;
  }
  noteReference(cited, value, at);
  for (const name in value) noteWithin(cited, value[name] ?? null, at);
}

function noteReference(cited: Cited, { scheme, hash }: { readonly [key: string]: Json }, at: Place): void {
  if (scheme === 'blob-sha256@1') note(cited.texts, hash, at);
  if (scheme === 'tree@1') note(cited.trees, hash, at);
  if (scheme === 'file-sha256@1') note(cited.files, hash, at);
}

function note(cited: Map<string, Place>, hash: Json | undefined, { stream, version }: Place): void {
  if (typeof hash === 'string' && !cited.has(hash)) cited.set(hash, { stream, version });
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function memberOf(value: Json | undefined, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !isList(value) ? value[name] : undefined;
}
