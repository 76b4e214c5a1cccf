import type { Operation } from '@mouding/text';

/** The nodes whose words or place an operation changes; one that is made by it is among them. */
export function nodesOf(operation: Operation): readonly string[] {
  const own = operation.node === null ? [] : [operation.node];
  if (operation.op === 'split') return [...own, operation.into];
  return operation.op === 'join' ? [...own, operation.next] : own;
}
