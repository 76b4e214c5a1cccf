import { CAPACITY_WORDS, wordsOf, type MergeView, type MergeWish } from '@mouding/contract';
import { mergePreview, streamName, type Given, type Moment, type OrgState } from '@mouding/core';
import type { Entry } from '@mouding/evidence';
import { sha256 } from '@mouding/ledger';
import type { Operation } from '@mouding/text';
import { ProblemError } from '../problem/problem-error.ts';
import { contentHash, derivedId } from '../reading/derived-id.ts';
import { entriesOf } from './entries.ts';
import { asked, sees, type Reader } from './reader.ts';

type Hand = MergeView['conflicts'][number]['by'];

/**
 * 合并预览: what would become of changes that were made on an older text. Nothing is recorded.
 *
 * @throws ProblemError not-found for what is not there or may not be seen, refused where the base is no such text
 */
export async function mergeView(reader: Reader, id: string, wish: MergeWish): Promise<MergeView> {
  const exists = await asked(reader, (known) => known.state('manuscript', id) !== undefined);
  if (!exists || !(await sees(reader, 'manuscript', id))) throw new ProblemError('not-found');
  const now = await reader.ledger.lawNow(reader.visitor.institution);
  const question = (given: Given) => mergePreview(given, id, wish);
  const answer = await reader.world.reachGiven(momentOf(reader, now), question);
  if ('rule' in answer) throw new ProblemError('refused', { refusal: answer });
  const entries = await entriesOf(reader, streamName('manuscript', id));
  const org = await asked(reader, (known) => known.org);
  return {
    ...answer,
    conflicts: answer.conflicts.map((each) => ({ ...each, by: handOn(entries, each.node, org) })),
  };
}

const momentOf = ({ visitor, held }: Reader, now: string): Moment => ({
  now,
  received: now,
  actor: held[0] ?? { as: 'auditor', person: visitor.person, post: null, department: null },
  id: (name) => derivedId(visitor.institution, `merge ${name}`),
  refOf: (content) => ({ scheme: 'blob-sha256@1', hash: contentHash(content) }),
  sha256,
});

/** Who touched the node last. */
function handOn(entries: readonly Entry[], node: string, org: OrgState): Hand {
  const entry = entries.findLast(({ data }) =>
    operationsIn(data).some((operation) => touches(operation, node)),
  );
  if (!entry) return null;
  const { version, at, actor } = entry;
  const post = org.context.posts.find(({ id }) => id === actor.post)?.title ?? null;
  return { version, at, person: actor.by, post, words: wordsOf(CAPACITY_WORDS, actor.as).zh };
}

const touches = (operation: Operation, node: string): boolean =>
  operation.node === node || (operation.op === 'join' && operation.next === node);

/** Operations of an entry that changed the text; facts are as core wrote them. */
const operationsIn = (data: Entry['data']): readonly Operation[] => {
  const { changes } = data as {
    readonly changes?: readonly { readonly operations?: readonly Operation[] }[];
  };
  return Array.isArray(changes) ? changes.flatMap(({ operations }) => operations ?? []) : [];
};
