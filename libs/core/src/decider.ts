import type { Json } from '@mouding/evidence';
import type { Sha256, Tree } from '@mouding/text';
import type { Capacity } from './capacity.ts';
import type { Notice, Refusal } from './refusal.ts';
import type { Procedure } from './procedure/procedure.ts';
import type { StateOf } from './states.ts';
import type { Fact, Kind, StreamName } from './stream.ts';
import type { FileRef, TextRef } from './text-ref.ts';

/**
 * What a decision reads (a stream, a text, a procedure by the hash of its definition) or may append to (a stream).
 * Streams are locked before it decides. A case brings its procedure along.
 */
export type Need =
  | { readonly read: StreamName }
  | { readonly write: StreamName }
  | { readonly text: TextRef }
  | { readonly file: FileRef }
  | { readonly procedure: string };

/** The states folded so far. `undefined`: nothing was ever recorded there, or it is not loaded yet. */
export interface Known {
  state<K extends Kind>(kind: K, id: string): StateOf<K> | undefined;
  /** The institution's one `org` stream. */
  readonly org: StateOf<'org'>;
  /** The institution, a UUID; also the id of its `org` stream. */
  readonly institution: string;
  /** A procedure by the hash of its definition. @throws Error when nothing named it in `needs` */
  procedure(hash: string): Procedure;
  /** Whether that procedure is loaded already: what `needs` names is loaded only after it has answered. */
  hasProcedure(hash: string): boolean;
  /** An id that depends on the institution and the name alone, e.g. for the register of a code and year. */
  derive(name: string): string;
}

/** Everything a decision may look at. Time, ids and the acting capacity come in as data. */
export interface Given extends Known {
  /** Law time, UTC with milliseconds. */
  readonly now: string;
  /** The first reading of the database's clock for this command, kept over retries: deadlines are judged by it. */
  readonly received: string;
  readonly actor: Capacity;
  /** A new id for the thing called `name` in this decision; the same name gives the same id again. */
  id(name: string): string;
  /** A text that `needs` named, as people read it, whatever its scheme. @throws Error when it did not */
  text(ref: TextRef): string;
  /** The nodes of a text that `needs` named. @throws Error when it did not, or when the text is no tree */
  tree(ref: TextRef): Tree;
  /**
   * Whether the institution has the text and the actor may cite it: brought it, or reads every text anyway. The two are
   * not told apart, or a refusal would say which texts there are. It must be named in `needs`.
   */
  has(ref: TextRef): boolean;
  /** The same for an original. It must be named in `needs`. */
  hasFile(ref: FileRef): boolean;
  /** The law time at which the actor first brought this; null when the actor did not, or reads every text anyway. */
  arrived(ref: TextRef | FileRef): string | null;
  /** The reference that a content will have. */
  refOf(content: string): TextRef;
  /** The reference that a tree will have. */
  treeRef(tree: Tree): TextRef;
  /** Of this runtime: ids of nodes are minted from it. */
  readonly sha256: Sha256;
}

/** A fact on its way into a stream. */
export interface Recorded {
  readonly stream: StreamName;
  readonly fact: Fact;
  /** Personal data and wording, kept outside the entry under the key of its subject (a person's id). */
  readonly sealed?: readonly { readonly subject: string; readonly plain: Json }[];
  /** Who did it, where that is another than who asks: the asker then stands in the entry as its recorder (录入人). */
  readonly of?: Capacity;
}

export type Decision =
  | {
      readonly facts: readonly Recorded[];
      /** New texts that the facts cite. */
      readonly texts?: readonly string[];
      /** The same for texts that are trees. */
      readonly trees?: readonly Tree[];
      /** Rules that were broken and only show. */
      readonly notices?: readonly Notice[];
      /** The resource that came into being, if any: the answer's Location. */
      readonly made?: StreamName;
    }
  | { readonly refusal: Refusal };

export const refuse = (refusal: Refusal): Decision => ({ refusal });

export const record = (stream: StreamName, fact: Fact, sealed: Recorded['sealed'] = []): Recorded => ({
  stream,
  fact,
  sealed,
});

/** Wording kept under the key of the person who acts; what was not said is left out. The clock has none and leaves no words. */
export function sealedBy(
  { person }: Capacity,
  words: { readonly [field: string]: Json | undefined },
): Recorded['sealed'] {
  const said = Object.entries(words).flatMap(([field, plain]) =>
    plain === undefined ? [] : [[field, plain]],
  );
  return person === null || said.length === 0 ? [] : [{ subject: person, plain: Object.fromEntries(said) }];
}

/**
 * One thing that a person may ask of one stream, or that the clock does.
 *
 * `needs` is called again and again with what is known so far, until it names nothing new; it must depend on facts
 * that never change (a chapter's case) or on what is locked anyway. `decide` is pure and total: it answers facts or a
 * refusal, and every fact it answers is one that the machine of its stream `can` take.
 */
export interface Command<K extends Kind, Body> {
  /** `resource.verb`, permanent: it stands in the log. */
  readonly verb: `${string}.${string}`;
  readonly on: K;
  /**
   * Many may ask it of one stream at once, and what each saw of it does not matter: it needs no If-Match, so that
   * fifty-eight delegates can sign in in the same minute. Everything that cites what a person read must not have it.
   */
  readonly concurrent?: true;
  /** Whether a deadline is judged by the moment of its arrival; then that moment survives a crash. */
  readonly judged?: true;
  needs(known: Known, id: string, body: Body): readonly Need[];
  /** The states of the stream's machine in which it can be asked at all; `may` shows it. Absent: in every state. */
  readonly during?: readonly string[];
  decide(given: Given, id: string, body: Body): Decision;
}

/** Two decisions as one: the facts of both, or the first refusal. */
export function both(first: Decision, second: Decision): Decision {
  if ('refusal' in first) return first;
  if ('refusal' in second) return second;
  return {
    facts: [...first.facts, ...second.facts],
    texts: joined(first.texts, second.texts),
    trees: joined(first.trees, second.trees),
    notices: joined(first.notices, second.notices),
    ...made(first.made ?? second.made),
  };
}

const joined = <T>(first: readonly T[] = [], second: readonly T[] = []): readonly T[] => [
  ...first,
  ...second,
];

const made = (stream: StreamName | undefined): { made?: StreamName } => (stream ? { made: stream } : {});
