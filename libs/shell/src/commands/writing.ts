import { type Capacity, type Decision, type Effect, type Recorded, type StreamName } from '@mouding/core';
import { sha256, type Batch, type NewEntry } from '@mouding/ledger';
import { rootOf, treeDocument } from '@mouding/text';
import { contentHash } from '../reading/derived-id.ts';
import { rowsOf } from '../reading/rows-of.ts';
import type { World } from '../reading/world.ts';

/** Everything of a batch but the answer. */
export type Written = Omit<Batch, 'answer'>;

export type Decided = Exclude<Decision, { readonly refusal: unknown }>;

/** What is the same for every entry of one command. */
export type Signature = Pick<NewEntry, 'at' | 'actor' | 'command'>;

/**
 * Folds every fact through the machine of its stream and gathers what goes to the ledger with it: deadlines, messages,
 * and the rows of every stream that was touched.
 *
 * @throws IllFittingFact for a fact that its machine cannot take: a fault of the command, nothing may be written
 */
export function write(world: World, decided: Decided, signature: Signature): Written {
  const effects = decided.facts.flatMap(({ stream, fact }) =>
    world.append(stream, fact).map((effect) => ({ stream, effect })),
  );
  const touched = [...new Set(decided.facts.map(({ stream }) => stream))];
  return {
    entries: decided.facts.map((recorded) => entryOf(recorded, signature)),
    texts: (decided.texts ?? []).map((content) => ({ hash: contentHash(content), content })),
    trees: (decided.trees ?? []).map((tree) => ({ root: rootOf(tree, sha256), content: treeDocument(tree) })),
    ...clockwork(effects),
    jobs: effects.flatMap(({ stream, effect }) => jobOf(world.institution, stream, effect)),
    rows: touched.flatMap((stream) => {
      const rows = rowsOf(world, stream);
      return rows ? [{ stream, rows }] : [];
    }),
  };
}

const entryOf = ({ stream, fact, sealed, of }: Recorded, signature: Signature): NewEntry => ({
  stream,
  type: fact.type,
  sv: 1,
  ...signature,
  actor: of ? recordedBy(signature.actor, of) : signature.actor,
  // Facts are JSON by the types of their machines; the canonical form of the entry checks it again.
  data: fact.data as NewEntry['data'],
  sealed: sealed ?? [],
});

/** 代录: the entry names who did it, and who typed it in. */
const recordedBy = (
  { by: recorder }: Signature['actor'],
  { as, person, post }: Capacity,
): Signature['actor'] => ({ as, by: person, for: null, post, recorder });

/** The last word on each deadline counts: one that was set and settled in the same breath is settled. */
function clockwork(
  effects: readonly { readonly stream: StreamName; readonly effect: Effect }[],
): Pick<Batch, 'deadlines' | 'settled'> {
  const last = new Map(
    effects
      .filter(({ effect }) => effect.type !== 'send')
      .map(({ stream, effect }) => [
        `${stream} ${(effect.params as { name: string }).name}`,
        { stream, effect },
      ]),
  );
  return {
    deadlines: [...last.values()].flatMap(({ stream, effect }) =>
      effect.type === 'deadline' ? [{ stream, ...effect.params }] : [],
    ),
    settled: [...last.values()].flatMap(({ stream, effect }) =>
      effect.type === 'settle' ? [{ stream, name: effect.params.name }] : [],
    ),
  };
}

const jobOf = (institution: string, stream: StreamName, effect: Effect): Batch['jobs'] =>
  effect.type === 'send'
    ? [{ task: effect.params.task, payload: { ...effect.params.payload, institution, stream }, key: null }]
    : [];
