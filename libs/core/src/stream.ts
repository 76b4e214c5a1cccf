/** Every kind of stream. A kind is permanent: it is the first half of a stream's name in the log. */
export const KINDS = [
  'case',
  'research',
  'contribution',
  'chapter',
  'deposit',
  'manuscript',
  'consultation',
  'opinion',
  'tabling',
  'meeting',
  'sitting',
  'ballot',
  'condition',
  'mandate',
  'duty',
  'filing',
  'dossier',
  'issue',
  'register',
  'review',
  'indicator',
  'record',
  'repair',
  'precheck',
  'org',
  'person',
  'procedure',
  'refusal',
] as const;

export type Kind = (typeof KINDS)[number];

/** A stream's name, `kind/uuid`. */
export type StreamName<K extends Kind = Kind> = `${K}/${string}`;

export const streamName = <K extends Kind>(kind: K, id: string): StreamName<K> => `${kind}/${id}`;

/** @throws Error for a name of no known kind: a name comes from us or from the log, never from a person. */
export function parseStream(name: string): { readonly kind: Kind; readonly id: string } {
  const slash = name.indexOf('/');
  const kind = KINDS.find((known) => known === name.slice(0, slash));
  if (!kind) throw new Error(`no stream kind in ${name}`);
  return { kind, id: name.slice(slash + 1) };
}

/** What happened, as a machine sees it: the clear data of an entry, never who or when unless the data says so. JSON. */
export interface Fact<T extends string = string, D = object> {
  readonly type: T;
  readonly data: D;
}
