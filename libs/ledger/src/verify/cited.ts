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

/** Facts that name a definition of a procedure by its hash alone. */
const DEFINITION: Readonly<Record<string, (data: Entry['data']) => Json | undefined>> = {
  CaseOpened: ({ procedure }) => memberOf(procedure, 'hash'),
  ProcedurePublished: ({ hash }) => hash,
};

/** Notes what an entry cites in clear: references anywhere in its data, and definitions of procedures. */
export function noteCited({ texts, trees, files }: Cited, { stream, version, type, data }: Entry): void {
  const note = (cited: Map<string, Place>, hash: Json | undefined): void => {
    if (typeof hash === 'string' && !cited.has(hash)) cited.set(hash, { stream, version });
  };
  note(texts, DEFINITION[type]?.(data));
  // The canonical form bounds the depth of entries, and with it that of this walk.
  const walk = (value: Json): void => {
    if (typeof value !== 'object' || value === null) return;
    const scheme = memberOf(value, 'scheme');
    if (scheme === 'blob-sha256@1') note(texts, memberOf(value, 'hash'));
    if (scheme === 'tree@1') note(trees, memberOf(value, 'hash'));
    if (scheme === 'file-sha256@1') note(files, memberOf(value, 'hash'));
    for (const member of Object.values(value)) walk(member);
  };
  walk(data);
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as { readonly [key: string]: Json })[name] : undefined;
}
