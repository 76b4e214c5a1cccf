import type { Operation } from './tree.ts';

/** The same operations without wordings that a later one of the list replaces before anything looks at them. */
export function compact(operations: readonly Operation[]): readonly Operation[] {
  const settled = new Set<string>();
  const kept: Operation[] = [];
  for (const operation of operations.toReversed()) {
    if (operation.op === 'put' && settled.has(operation.node)) continue;
    kept.push(operation);
    note(settled, operation);
  }
  return kept.toReversed();
}

function note(settled: Set<string>, operation: Operation): void {
  switch (operation.op) {
    case 'put':
    case 'remove':
      settled.add(operation.node);
      break;
    case 'split':
      settled.delete(operation.node);
      break;
    case 'join':
      settled.delete(operation.node);
      settled.delete(operation.next);
      break;
    default:
      break;
  }
}
