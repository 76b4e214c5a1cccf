import { useSearchParams } from 'react-router';

export const TABS = ['acts', 'notes', 'done', 'begun', 'told'] as const;
export type Tab = (typeof TABS)[number];

/** What is looked at: it stands in the address, so that it can be sent to somebody and found again by the back button. */
export interface Wanted {
  readonly tab: Tab;
  readonly q: string;
  readonly late: boolean;
}

const isTab = (words: string | null): words is Tab => TABS.some((tab) => tab === words);

/** What the address asks for, and how to ask for something else. */
export function useWanted() {
  const [query, setQuery] = useSearchParams();
  const asked = query.get('tab');
  const wanted: Wanted = {
    tab: isTab(asked) ? asked : 'acts',
    q: query.get('q') ?? '',
    late: query.get('late') === 'yes',
  };
  const want = (change: Partial<Wanted>): void => {
    const { tab, q, late } = { ...wanted, ...change };
    setQuery({
      ...(tab === 'acts' ? {} : { tab }),
      ...(q === '' ? {} : { q }),
      ...(late ? { late: 'yes' } : {}),
    });
  };
  return { wanted, want };
}
