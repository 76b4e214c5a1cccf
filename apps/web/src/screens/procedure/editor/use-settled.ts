import { useEffect, useState } from 'react';

const PAUSE_MS = 400;

/** A value once nobody has changed it for a moment: what is costly is not done with every stroke. */
export function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
