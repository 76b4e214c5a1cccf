import {
  applyOperations,
  isMisfit,
  mintFrom,
  misfitSays,
  operationsOf,
  plainOf,
  type Misfit,
  type Operation,
  type Tree,
} from '@mouding/text';
import type { Given } from '../../decider.ts';
import { notNow, type Refusal } from '../../refusal.ts';
import { isTree, type TextRef } from '../../text-ref.ts';
import { groundIn, type Grounded } from './ground.ts';
import type { TreeEdits } from './operation-body.ts';
import { inFacts, type Unit } from './packing.ts';
import { place, unplaced, type Edits } from './passages.ts';
import { applyChanges, editToChange, type Change } from './text-changes.ts';

/** What is asked of a text: passages by quote, operations on nodes, or both; passages come first. */
export interface Asked {
  readonly edits: Edits;
  readonly operations?: TreeEdits | undefined;
}

/** The changes of one fact and the texts between which they stand. */
export interface Step {
  readonly from: TextRef;
  readonly to: TextRef;
  readonly changes: readonly Change[];
  /** 修改说明, one for each change. */
  readonly reasons: readonly string[];
}

/** Where the changes lead: their facts, and the new texts that these cite. */
export interface Reached {
  readonly to: TextRef;
  /** As people read it. */
  readonly after: string;
  /** At least one, so that a stage can end without a change. */
  readonly steps: readonly [Step, ...Step[]];
  readonly made: { readonly texts?: readonly string[]; readonly trees?: readonly Tree[] };
}

/** Everything asked, with what it answers. */
export const groundsOf = ({ edits, operations = [] }: Asked): readonly Grounded[] => [
  ...edits,
  ...operations,
];

/** Carries out what is asked of the text `from`: in bytes for a blob, in operations on nodes for a tree. */
export const reach = (given: Given, from: TextRef, asked: Asked): Reached | Refusal =>
  isTree(from) ? reachTree(given, from, asked) : reachBlob(given, from, asked);

function reachBlob(given: Given, from: TextRef, { edits, operations = [] }: Asked): Reached | Refusal {
  if (operations.length > 0) return noTree(from);
  const before = given.text(from);
  const changes = place(before, edits);
  if ('rule' in changes) return changes;
  const after = applyChanges(before, changes);
  const to = given.refOf(after);
  const step = { from, to, changes, reasons: edits.map(({ reason }) => reason) };
  return { to, after, steps: [step], made: changes.length === 0 ? {} : { texts: [after] } };
}

function reachTree(given: Given, from: TextRef, asked: Asked): Reached | Refusal {
  const units = unitsOf(given, given.tree(from), asked);
  return 'rule' in units ? units : settle(given, from, units);
}

/** The facts of units that fit the tree `from`. */
export function settle(given: Given, from: TextRef, units: readonly Unit[]): Reached {
  const trees: Tree[] = [];
  let tree = given.tree(from);
  let reached = from;
  const steps = inFacts(units).map((parts): Step => {
    const before = reached;
    for (const { operations } of parts) tree = fitting(tree, operations);
    reached = given.treeRef(tree);
    trees.push(tree);
    const changes = parts.map((part) => ({
      operations: part.operations,
      cites: part.cites,
      ...groundIn(part),
    }));
    return { from: before, to: reached, changes, reasons: parts.map(({ reason }) => reason) };
  });
  const [first = { from, to: from, changes: [], reasons: [] }, ...more] = steps;
  return { to: reached, after: plainOf(tree), steps: [first, ...more], made: { trees } };
}

/** What is asked as operations that were tried on the tree one after another, or the first that has no place. */
export function unitsOf(given: Given, tree: Tree, asked: Asked): readonly Unit[] | Refusal {
  const placed = placedUnits(given, tree, asked.edits);
  if ('rule' in placed) return placed;
  const units = [...placed.units];
  let reached = placed.tree;
  for (const [i, edit] of (asked.operations ?? []).entries()) {
    const next = applyOperations(reached, edit.operations);
    if (isMisfit(next)) return unfit(i + 1, next);
    reached = next;
    units.push(edit);
  }
  return units;
}

interface Placed {
  readonly units: readonly Unit[];
  readonly tree: Tree;
}

function placedUnits(given: Given, tree: Tree, edits: Edits): Placed | Refusal {
  const units: Unit[] = [];
  let reached = tree;
  for (const [i, edit] of edits.entries()) {
    const change = editToChange(plainOf(reached), edit);
    if ('found' in change) return unplaced(i + 1, change.found);
    const mint = mintFrom(given.sha256, `${given.id('nodes')} ${i}`);
    const operations = operationsOf(reached, [change], mint);
    if (isMisfit(operations)) return unfit(i + 1, operations);
    const next = applyOperations(reached, operations);
    if (isMisfit(next)) return unfit(i + 1, next);
    reached = next;
    units.push({ operations, cites: edit.cites, reason: edit.reason, ...groundIn(edit) });
  }
  return { units, tree: reached };
}

/** Applies operations that are known to fit. @throws Error when they do not: whoever called did not try them */
function fitting(tree: Tree, operations: readonly Operation[]): Tree {
  const next = applyOperations(tree, operations);
  if (isMisfit(next)) throw new Error(`operation ${next.at} does not fit: ${next.misfit}`);
  return next;
}

const noTree = ({ hash }: TextRef): Refusal =>
  notNow(
    'manuscript.tree',
    '现稿尚未转换为条目化文稿，不能按条目修改',
    'The text is no tree of nodes yet',
    { text: hash },
    { zh: '请先转换为条目化文稿，或按原文引句修改', en: 'Convert it first, or change passages by quote' },
  );

/** An operation that has no place in the text: which one, and why. */
function unfit(no: number, misfit: Misfit): Refusal {
  const { zh, en } = misfitSays(misfit);
  return notNow(
    'manuscript.operation',
    `第${no}处修改与现稿不符：${zh.replace(/。$/, '')}`,
    `Change ${no} does not fit the text: ${en}`,
    { no, operation: misfit.at + 1, why: misfit.misfit },
    {
      zh: '请取最新文稿核对该条文后再提交',
      en: 'Look at the clause in the newest text and hand it in again',
    },
  );
}
