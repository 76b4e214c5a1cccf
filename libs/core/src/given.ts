import { plainOf, readTreeDocument, rootOf, type Sha256, type Tree } from '@mouding/text';
import { isOffice, type Capacity } from './capacity.ts';
import type { Given, Known, Need } from './decider.ts';
import type { Procedure } from './procedure/procedure.ts';
import { streamName, type StreamName } from './stream.ts';
import { isTree, keyOfText, type TextRef } from './text-ref.ts';

/** A map that is only looked into. */
export type Looked<K, V> = Pick<ReadonlyMap<K, V>, 'get' | 'has'>;

/** What decisions look into. */
export interface Lookup {
  readonly institution: string;
  /** State by stream name; a stream without facts is loaded as `null`. */
  readonly states: Looked<StreamName, unknown>;
  readonly procedures: Looked<string, Procedure>;
  /** Content by {@link keyOfText}, of a tree its document; `null` when the institution does not have it. */
  readonly texts: Looked<string, string | null>;
  /** Hashes of the originals that `needs` named and whether the institution has them. */
  readonly files: Looked<string, boolean>;
  /** Hashes of the texts and originals that the asker brought, each with the law time at which first. */
  readonly brought: Looked<string, string>;
  /** A UUID that depends on the institution and the name alone. */
  readonly derive: (name: string) => string;
}

/** What has been loaded for a command so far. */
export interface Loaded extends Lookup {
  readonly states: ReadonlyMap<StreamName, unknown>;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly texts: ReadonlyMap<string, string | null>;
  readonly files: ReadonlyMap<string, boolean>;
  readonly brought: ReadonlyMap<string, string>;
}

/** What comes from outside every time: the clocks, the actor, ids, the hash. */
export interface Moment {
  readonly now: string;
  readonly received: string;
  readonly actor: Capacity;
  readonly id: (name: string) => string;
  readonly refOf: (content: string) => TextRef;
  readonly sha256: Sha256;
}

/** Thrown when a decision looks at something that its `needs` did not name: it would not be locked. */
export class NotNeeded extends Error {}

const missing = (what: string): never => {
  throw new NotNeeded(`${what} was not named in needs`);
};

/** The states loaded so far, for `needs`: what is not loaded is `undefined`. @throws NotNeeded when the org is not loaded */
export function knownFrom(loaded: Lookup): Known {
  // Under a stream's name lies what the machine of its kind folded: the compiler cannot know, the map's writer does.
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- its checker gives up on the union of all machines
  const state: Known['state'] = (kind, id) => (loaded.states.get(streamName(kind, id)) ?? undefined) as never;
  return {
    institution: loaded.institution,
    state,
    derive: loaded.derive,
    procedure: (hash) => loaded.procedures.get(hash) ?? missing(`procedure ${hash}`),
    hasProcedure: (hash) => loaded.procedures.has(hash),
    get org() {
      return state('org', loaded.institution) ?? missing('org');
    },
  };
}

/** The same for `decide`, where looking at anything that is not loaded is a mistake. */
export function givenFrom(loaded: Lookup, moment: Moment): Given {
  const known = knownFrom(loaded);
  const content = (ref: TextRef): string | null => {
    const found = loaded.texts.get(keyOfText(ref));
    return found === undefined ? missing(`text ${ref.hash}`) : found;
  };
  const document = (ref: TextRef): string => content(ref) ?? missing(`text ${ref.hash}`);
  const tree = treesFrom(document);
  return {
    ...moment,
    institution: loaded.institution,
    derive: loaded.derive,
    procedure: (hash) => known.procedure(hash),
    hasProcedure: (hash) => known.hasProcedure(hash),
    get org() {
      return known.org;
    },
    state(kind, id) {
      if (!loaded.states.has(streamName(kind, id))) missing(streamName(kind, id));
      return known.state(kind, id);
    },
    has: (ref) => content(ref) !== null && mayCite(loaded, moment.actor, ref),
    hasFile: ({ hash }) =>
      (loaded.files.get(hash) ?? missing(`file ${hash}`)) && mayCite(loaded, moment.actor, { hash }),
    arrived: ({ hash }) => loaded.brought.get(hash) ?? null,
    text: (ref) => (isTree(ref) ? plainOf(tree(ref)) : document(ref)),
    tree,
    treeRef: (made) => ({ scheme: 'tree@1', hash: rootOf(made, moment.sha256) }),
  };
}

/** Trees out of their documents, each read once. */
function treesFrom(document: (ref: TextRef) => string): Given['tree'] {
  const read = new Map<string, Tree>();
  return (ref) => {
    if (!isTree(ref)) throw new Error(`the text ${ref.hash} is no tree`);
    const known = read.get(ref.hash);
    if (known) return known;
    const tree = readTreeDocument(document(ref));
    read.set(ref.hash, tree);
    return tree;
  };
}

/**
 * Whether this capacity reads every text of the institution anyway, so that citing shows it nothing new. Everyone else
 * must have brought what they cite.
 */
export const readsEveryText = (capacity: Capacity): boolean => isOffice(capacity) || capacity.as === 'clock';

/** A text is read through whatever cites it: a hash learned from a list must not open it. */
const mayCite = ({ brought }: Lookup, actor: Capacity, { hash }: Pick<TextRef, 'hash'>): boolean =>
  readsEveryText(actor) || brought.has(hash);

/** The stream that a need names, if it names one. */
export const streamOfNeed = (
  need: Need,
): { readonly name: StreamName; readonly mode: 'read' | 'write' } | undefined => {
  if ('write' in need) return { name: need.write, mode: 'write' };
  if ('read' in need) return { name: need.read, mode: 'read' };
  return undefined;
};
