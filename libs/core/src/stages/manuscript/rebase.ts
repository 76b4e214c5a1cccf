import { applyOperations, isMisfit, type Operation, type Tree, type TreeNode } from '@mouding/text';
import type { Given } from '../../decider.ts';
import { notNow, type Notice, type Refusal } from '../../refusal.ts';
import { isTree, sameText, type TextRef } from '../../text-ref.ts';
import type { Unit } from './packing.ts';
import { stale } from './passages.ts';

/** Two hands on one clause: what it was, and what each made of it; null where it was taken out. */
export interface ClauseConflict {
  readonly node: string;
  readonly base: string | null;
  readonly theirs: string | null;
  readonly ours: string | null;
}

/** Changes of an older text on the newest one: what fits, and the clauses at which two hands met. */
export interface Rebased {
  readonly units: readonly Unit[];
  readonly conflicts: readonly ClauseConflict[];
}

/** Whether an older text of the same line was the base, so that what was changed there can be taken on. */
export const isOlder = (
  { text, line }: { readonly text: TextRef | null; readonly line: readonly TextRef[] },
  base: TextRef,
): boolean => isTree(text) && isTree(base) && line.some((older) => sameText(older, base));

/** Why changes of `base` cannot be taken on: the text is no tree, or `base` is not of its line. */
export const notOlder = (
  context: { readonly text: TextRef | null; readonly line: readonly TextRef[] },
  base: TextRef,
): Refusal | undefined => (isOlder(context, base) ? undefined : stale(context.text, base));

/**
 * Takes changes that were made on `base` onto `now`, which others have reached from it. A clause that both sides touched
 * is a conflict, whatever each did to it; every other change stays as it is. Nothing is guessed.
 */
export function rebased(base: Tree, now: Tree, units: readonly Unit[]): Rebased {
  const theirs = changedSince(base, now);
  const own = ownNodes(units);
  const met = (unit: Unit): boolean => touchedBy(unit).some((node) => theirs.has(node) && !own.has(node));
  const ours = applied(base, units);
  const kept: Unit[] = [];
  const nodes = new Set<string>();
  let reached = now;
  for (const unit of units) {
    const next = met(unit) ? null : applyOperations(reached, unit.operations);
    if (next === null) for (const node of touchedBy(unit)) nodes.add(node);
    else if (isMisfit(next)) for (const node of namedBy(unit)) nodes.add(node);
    else {
      reached = next;
      kept.push(unit);
    }
  }
  const text = (tree: Tree, node: string): string | null => nodeIn(tree, node)?.text ?? null;
  const conflicts = [...nodes]
    .filter((node) => !own.has(node))
    .map((node) => ({ node, base: text(base, node), theirs: text(now, node), ours: text(ours, node) }));
  return { units: kept, conflicts };
}

/** Nodes that are not as they were: reworded, relevelled, gone. Where a node stands is nobody's words. */
function changedSince(base: Tree, now: Tree): ReadonlySet<string> {
  const after = new Map(now.nodes.map((node) => [node.id, node]));
  return new Set(base.nodes.flatMap((node) => (isSame(node, after.get(node.id)) ? [] : [node.id])));
}

const isSame = (one: TreeNode, other: TreeNode | undefined): boolean =>
  other !== undefined &&
  one.text === other.text &&
  one.kind === other.kind &&
  one.depth === other.depth &&
  one.before === other.before;

/** Nodes that came with the changes themselves. */
const ownNodes = (units: readonly Unit[]): ReadonlySet<string> =>
  new Set(units.flatMap(({ operations }) => operations.flatMap(made)));

const made = (operation: Operation): readonly string[] => {
  if (operation.op === 'insert') return [operation.node];
  return operation.op === 'split' ? [operation.into] : [];
};

/** Nodes whose words, level or being an operation changes; behind which one something goes is no change of that one. */
const touchedBy = ({ operations }: Unit): readonly string[] => [
  ...new Set(
    operations.flatMap((operation): readonly string[] => {
      if (operation.op === 'insert' || operation.node === null) return [];
      return operation.op === 'join' ? [operation.node, operation.next] : [operation.node];
    }),
  ),
];

/** The same, with the nodes behind which something goes: one that is gone leaves it without a place. */
const namedBy = (unit: Unit): readonly string[] => [
  ...touchedBy(unit),
  ...unit.operations.flatMap((operation) =>
    'after' in operation && operation.after !== null ? [operation.after] : [],
  ),
];

function applied(base: Tree, units: readonly Unit[]): Tree {
  const result = applyOperations(
    base,
    units.flatMap(({ operations }) => operations),
  );
  return isMisfit(result) ? base : result;
}

const nodeIn = ({ nodes }: Tree, id: string): TreeNode | undefined => nodes.find((node) => node.id === id);

/** 同一条款已被他人修改: nothing is taken; both texts are shown by the preview, never here. */
export const clauseTaken = (conflicts: readonly ClauseConflict[], base: TextRef, now: TextRef): Refusal =>
  notNow(
    'manuscript.clause',
    `有${conflicts.length}处条款在您修改期间已被他人修改，请比对两种文字后提交`,
    `${conflicts.length === 1 ? '1 clause was' : `${conflicts.length} clauses were`} changed by others meanwhile; look at both texts`,
    { nodes: conflicts.map(({ node }) => node), base: base.hash, current: now.hash },
    {
      zh: '请打开合并预览，选定文字后在最新文稿上提交',
      en: 'Open the merge preview and decide on the newest text',
    },
  );

/** Shown where changes of an older text were taken onto the newest. */
export const takenOn = (base: TextRef, now: TextRef, changes: number): Notice => ({
  rule: 'manuscript.rebased',
  said: {
    zh: `提交期间他人修改了其他条款，您的${changes}处修改已并入最新文稿`,
    en: `Others changed other clauses meanwhile; your ${changes === 1 ? 'change was' : `${changes} changes were`} taken onto the newest text`,
  },
  facts: { base: base.hash, current: now.hash, changes },
});

/** Units on the text as it stands, with what is to be shown; or the clauses at which two hands met. */
export function onto(
  given: Given,
  { base, text }: { readonly base: TextRef; readonly text: TextRef },
  units: readonly Unit[],
): { readonly units: readonly Unit[]; readonly notices: readonly Notice[] } | Refusal {
  if (sameText(base, text)) return { units, notices: [] };
  const { units: kept, conflicts } = rebased(given.tree(base), given.tree(text), units);
  if (conflicts.length > 0 || kept.length < units.length) return clauseTaken(conflicts, base, text);
  return { units: kept, notices: [takenOn(base, text, kept.length)] };
}
