import { useEffect, useState } from 'react';

/**
 * How much of a long list is drawn: a slice more with every frame, so that no frame takes long and all of it is there
 * soon, for searching and printing too.
 *
 * @param whole what is drawn; another one begins anew
 */
export function useGrowing(whole: readonly unknown[]): number {
  const [drawn, setDrawn] = useState({ whole, count: 1 });
  const count = drawn.whole === whole ? drawn.count : 1;
  useEffect(() => {
    if (count >= whole.length) return undefined;
    const frame = requestAnimationFrame(() => setDrawn({ whole, count: count + 1 }));
    return () => cancelAnimationFrame(frame);
  }, [whole, count]);
  return Math.min(count, whole.length);
}
