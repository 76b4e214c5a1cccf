import type { Operation } from '@mouding/text';
import { against, type Refusal } from '../../refusal.ts';
import type { Change } from './text-changes.ts';

/** The clause that an operation takes out of the text, with its id. */
function takenOut(operation: Operation): readonly string[] {
  if (operation.op === 'remove') return [operation.node];
  return operation.op === 'join' ? [operation.next] : [];
}

/** The clause that an operation brings into the text. */
function brought(operation: Operation): readonly string[] {
  if (operation.op === 'insert') return [operation.node];
  return operation.op === 'split' ? [operation.into] : [];
}

/** Clauses that these changes take out. */
export const goneIn = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap((change) => ('operations' in change ? change.operations.flatMap(takenOut) : []));

/**
 * An id names one clause for the life of a text, because opinions, indicators and older drafts go on naming it: what was
 * taken out never lends its id to another clause, not within one request either.
 */
export function namedAgain(
  gone: readonly string[],
  edits: readonly { readonly operations: readonly Operation[] }[],
): Refusal | undefined {
  const taken = new Set(gone);
  for (const [i, { operations }] of edits.entries())
    for (const operation of operations) {
      const node = brought(operation).find((id) => taken.has(id));
      if (node !== undefined) return again(i + 1, node);
      for (const id of takenOut(operation)) taken.add(id);
    }
  return undefined;
}

const again = (no: number, node: string): Refusal =>
  against(
    'manuscript.node-again',
    `第${no}处修改给新条文用了已删除条文的编号，原条文的意见和引用会被误认`,
    `Change ${no} gives a new clause the id of one that was taken out; what was said of that one would pass to it`,
    { no, node },
    { zh: '请给新条文另取编号', en: 'Give the new clause an id of its own' },
  );
