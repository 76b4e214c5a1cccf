import { useSearchParams } from 'react-router';
import type { TimelineWish } from '../../../api/audit.ts';

/** What can be narrowed; each stands in the address, so that a view can be sent, kept and gone back to. */
const NAMES = ['how', 'as', 'type', 'stage', 'person', 'stream', 'from', 'to', 'order'] as const;
export type FilterName = (typeof NAMES)[number];

/** The filters of the timeline, kept in the address. */
export function useFilters() {
  const [sought, seek] = useSearchParams();
  const values = new Map(
    NAMES.flatMap((name) => {
      const value = sought.get(name);
      return value ? [[name, value] as const] : [];
    }),
  );
  const set = (name: FilterName, value: string): void => {
    const next = new Map(values);
    if (value === '') next.delete(name);
    else next.set(name, value);
    seek(new URLSearchParams([...next]), { replace: true });
  };
  return {
    // An address that somebody altered is answered by the service with what is wrong in it.
    wish: Object.fromEntries(values) as TimelineWish,
    value: (name: FilterName): string => values.get(name) ?? '',
    set,
    /** How many of them narrow what is shown. */
    count: [...values.keys()].filter((name) => name !== 'order').length,
    clear: () => seek(new URLSearchParams(), { replace: true }),
  };
}

export type FiltersHeld = ReturnType<typeof useFilters>;
