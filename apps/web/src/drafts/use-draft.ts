import { useEffect, useState } from 'react';

interface Kept {
  readonly text: string;
  /** Milliseconds since 1970, of this machine. */
  readonly at: number;
}

const nameOf = (subject: string): string => `mouding.draft.${subject}`;

function read(subject: string): Kept | null {
  const kept = localStorage.getItem(nameOf(subject));
  return kept === null ? null : (JSON.parse(kept) as Kept);
}

/**
 * Text that is not lost: kept on this machine with every stroke, back after a reload, a lost session or a closed
 * window, and the same in two tabs. It ends when it has been sent.
 *
 * @param subject who writes about what: two people at one machine do not see each other's
 */
export function useDraft(subject: string) {
  const [kept, setKept] = useState<Kept | null>(() => read(subject));
  useEffect(() => {
    const heard = ({ key }: StorageEvent): void => {
      if (key === nameOf(subject)) setKept(read(subject));
    };
    addEventListener('storage', heard);
    return () => removeEventListener('storage', heard);
  }, [subject]);
  const write = (text: string): void => {
    const now = { text, at: Date.now() };
    localStorage.setItem(nameOf(subject), JSON.stringify(now));
    setKept(now);
  };
  const drop = (): void => {
    localStorage.removeItem(nameOf(subject));
    setKept(null);
  };
  return { text: kept?.text ?? '', keptAt: kept?.at ?? null, write, drop };
}
