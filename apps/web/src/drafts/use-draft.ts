import { useEffect, useState, useSyncExternalStore } from 'react';
import { onDraft, parsedDraft, rawDraft, setDraft, type Kept } from './kept.ts';
import { bring, look, mayLeave } from './sync.ts';

/** What is being written, and what one's other machines hold of it. */
export interface Writing {
  readonly text: string;
  /** When it was kept last, in milliseconds; null while nothing is. */
  readonly keptAt: number | null;
  /** Texts of other machines that read otherwise. */
  readonly others: readonly string[];
  readonly write: (next: string) => void;
  /** Shows one of the others in the place of this one. */
  readonly swap: (other: string) => void;
  readonly forget: (other: string) => void;
}

/**
 * Text that is not lost: kept on this machine with every stroke and on the server soon after, back after a reload, a
 * lost session, a closed window or on another machine, and the same in two tabs. It ends when it has been sent.
 *
 * `isElsewhere` says that what is shown was written in another window last; `others` are texts of other machines that
 * read otherwise, and `swap` shows one of them in the place of this one, which then stands among them.
 *
 * @param subject who writes about what: two people at one machine do not see each other's
 */
export function useDraft(subject: string) {
  const raw = useSyncExternalStore(
    (tell) => onDraft(subject, tell),
    () => rawDraft(subject),
  );
  const isElsewhere = useElsewhere(subject);
  useEffect(() => void look(subject), [subject]);
  const kept = parsedDraft(raw);
  const put = (text: string, others: readonly string[]): void => {
    const next: Kept = { text, others, at: Date.now(), version: kept?.version ?? 0, isPending: true };
    // Empty is told to the server, so that no other machine brings it back; what never left is just gone.
    setDraft(subject, text !== '' || mayLeave(subject) ? next : null);
    bring(subject, text === '' ? 0 : undefined);
  };
  const others = kept?.others ?? [];
  const text = kept?.text ?? '';
  return {
    text,
    keptAt: kept === null || text === '' ? null : kept.at,
    isElsewhere,
    others,
    write: (next: string): void => put(next, others),
    // What other machines hold is not what was sent: it stays until somebody has looked at it.
    drop: (): void => put('', others),
    swap: (other: string): void =>
      put(other, [...(text === '' ? [] : [text]), ...others.filter((one) => one !== other)]),
    forget: (other: string): void =>
      put(
        text,
        others.filter((one) => one !== other),
      ),
  };
}

/** Whether another window wrote last. */
function useElsewhere(subject: string): boolean {
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => onDraft(subject, setElsewhere), [subject]);
  return isElsewhere;
}
