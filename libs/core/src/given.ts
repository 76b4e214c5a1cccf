import type { Capacity } from './capacity.ts';
import type { Given, Known, Need } from './decider.ts';
import type { Procedure } from './procedure/procedure.ts';
import { streamName, type StreamName } from './stream.ts';
import type { TextRef } from './text-ref.ts';

/** What has been loaded for a command so far. */
export interface Loaded {
  readonly institution: string;
  /** State by stream name; a stream without facts is loaded as `null`. */
  readonly states: ReadonlyMap<StreamName, unknown>;
  readonly procedures: ReadonlyMap<string, Procedure>;
  /** Content by hash; `null` when the institution does not have it. */
  readonly texts: ReadonlyMap<string, string | null>;
  /** Hashes of the texts that the asker brought. */
  readonly brought: ReadonlySet<string>;
  /** A UUID that depends on the institution and the name alone. */
  readonly derive: (name: string) => string;
}

/** What comes from outside every time: the clocks, the actor, ids, the hash. */
export interface Moment {
  readonly now: string;
  readonly received: string;
  readonly actor: Capacity;
  readonly id: (name: string) => string;
  readonly refOf: (content: string) => TextRef;
}

/** Thrown when a decision looks at something that its `needs` did not name: it would not be locked. */
export class NotNeeded extends Error {}

const missing = (what: string): never => {
  throw new NotNeeded(`${what} was not named in needs`);
};

/** The states loaded so far, for `needs`: what is not loaded is `undefined`. @throws NotNeeded when the org is not loaded */
export function knownFrom(loaded: Loaded): Known {
  // Under a stream's name lies what the machine of its kind folded: the compiler cannot know, the map's writer does.
  // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- its checker gives up on the union of all machines
  const state: Known['state'] = (kind, id) => (loaded.states.get(streamName(kind, id)) ?? undefined) as never;
  return {
    institution: loaded.institution,
    state,
    derive: loaded.derive,
    procedure: (hash) => loaded.procedures.get(hash) ?? missing(`procedure ${hash}`),
    get org() {
      return state('org', loaded.institution) ?? missing('org');
    },
  };
}

/** The same for `decide`, where looking at anything that is not loaded is a mistake. */
export function givenFrom(loaded: Loaded, moment: Moment): Given {
  const known = knownFrom(loaded);
  const content = (ref: TextRef): string | null => {
    const found = loaded.texts.get(ref.hash);
    return found === undefined ? missing(`text ${ref.hash}`) : found;
  };
  return {
    ...moment,
    institution: loaded.institution,
    derive: loaded.derive,
    procedure: (hash) => known.procedure(hash),
    get org() {
      return known.org;
    },
    state(kind, id) {
      if (!loaded.states.has(streamName(kind, id))) missing(streamName(kind, id));
      return known.state(kind, id);
    },
    has: (ref) => content(ref) !== null && mayCite(loaded, moment.actor, ref),
    text: (ref) => content(ref) ?? missing(`text ${ref.hash}`),
  };
}

/**
 * Whether this capacity reads every text of the institution anyway, so that citing shows it nothing new. Everyone else
 * must have brought what they cite.
 */
export const readsEveryText = ({ as }: Capacity): boolean => as === 'office' || as === 'clock';

/** A text is read through whatever cites it: a hash learned from a list must not open it. */
const mayCite = ({ brought }: Loaded, actor: Capacity, { hash }: TextRef): boolean =>
  readsEveryText(actor) || brought.has(hash);

/** The stream that a need names, if it names one. */
export const streamOfNeed = (
  need: Need,
): { readonly name: StreamName; readonly mode: 'read' | 'write' } | undefined => {
  if ('write' in need) return { name: need.write, mode: 'write' };
  if ('read' in need) return { name: need.read, mode: 'read' };
  return undefined;
};
