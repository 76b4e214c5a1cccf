/** A number, or a range, and what is said of it: exactly this, at least, at most, about, or somewhere between. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly bound: 'exact' | 'at-least' | 'at-most' | 'about' | 'range';
}

/** Of what is said to be about so much. */
const SLACK = 0.05;

/** Whether both can be true of one thing at one time. */
export function canBothBe(a: Bounds, b: Bounds): boolean {
  const slack = a.bound === 'about' || b.bound === 'about' ? SLACK * Math.max(a.high, b.high) : 0;
  const [lowA, highA] = limits(a);
  const [lowB, highB] = limits(b);
  return lowA <= highB + slack && lowB <= highA + slack;
}

/** The least and the most that a value may be. */
function limits({ low, high, bound }: Bounds): readonly [number, number] {
  if (bound === 'at-least') return [low, Infinity];
  if (bound === 'at-most') return [-Infinity, high];
  return [low, high];
}
