import { useCallback, useEffect, useState } from 'react';
import type { ChangeRow } from './rows.ts';

/** Where the reader stands among the changes that are shown, and how to go on; what is gone to is seen and has the focus. */
export function useSteps(changes: readonly ChangeRow[]) {
  const [current, setCurrent] = useState(0);
  const at = changes.findIndex(({ no }) => no === current);
  useEffect(() => {
    const row = current === 0 ? null : document.getElementById(`change-${current}`);
    row?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }, [current]);
  const to = useCallback(
    (place: number) => {
      const row = changes[place];
      if (row) setCurrent(row.no);
    },
    [changes],
  );
  const next = useCallback(() => to(at + 1), [to, at]);
  const before = useCallback(() => to(at - 1), [to, at]);
  return { current, at: at + 1, next, before };
}
