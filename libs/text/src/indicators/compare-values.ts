import { canBothBe } from './bounds.ts';
import type { Grade, IndicatorValue, Measured, Relative } from './indicator-value.ts';

/** unclear: both can be true, or nobody can tell from the two writings alone. */
export type Agreement = 'equal' | 'contradict' | 'unclear';

/**
 * Whether two values of one indicator at one time say the same. Careful: a contradiction is only what no reading
 * makes true, because a wrong one costs whoever reads it more than one that is missed.
 */
export function compareValues(a: IndicatorValue, b: IndicatorValue): Agreement {
  if (a.kind === 'measured' && b.kind === 'measured') return compareMeasured(a, b);
  if (a.kind === 'grade' && b.kind === 'grade') return compareGrades(a, b);
  if (a.kind === 'relative' && b.kind === 'relative') return compareRelatives(a, b);
  return 'unclear';
}

function compareMeasured(a: Measured, b: Measured): Agreement {
  if (!areComparable(a, b)) return 'unclear';
  if (a.bound === b.bound && isSameRange(a, b)) return 'equal';
  if (a.bound === b.bound && isOneSided(a)) return 'contradict';
  return canBothBe(a, b) ? 'unclear' : 'contradict';
}

/** Where one of them leaves open what it counts or in which unit, the other says it for both. */
const areComparable = (a: Measured, b: Measured): boolean =>
  (a.measure === b.measure || a.measure === null || b.measure === null) &&
  (a.unit === b.unit || ((a.unit === '' || b.unit === '') && a.unit !== '1:' && b.unit !== '1:'));

const isSameRange = (a: Measured, b: Measured): boolean => a.low === b.low && a.high === b.high;
const isOneSided = ({ bound }: Measured): boolean => bound === 'at-least' || bound === 'at-most';

function compareGrades(a: Grade, b: Grade): Agreement {
  if (a.scale !== b.scale) return 'unclear';
  if (a.rank === b.rank) return a.bound === b.bound ? 'equal' : 'unclear';
  const [lower, higher] = a.rank < b.rank ? [a, b] : [b, a];
  return lower.bound === 'at-least' && higher.bound === 'exact' ? 'unclear' : 'contradict';
}

function compareRelatives(a: Relative, b: Relative): Agreement {
  if (a.than !== b.than) return 'unclear';
  if (a.by && b.by) return a.side === b.side ? compareMeasured(a.by, b.by) : 'contradict';
  if (a.side === b.side) return a.by === b.by ? 'equal' : 'unclear';
  return 'unclear';
}
