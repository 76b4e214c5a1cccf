/** A draft as this machine keeps it. */
export interface Kept {
  readonly text: string;
  /** Milliseconds since 1970, of this machine. */
  readonly at: number;
  /** What was written elsewhere and reads otherwise. */
  readonly others: readonly string[];
  /** Of the server's copy that this one goes on from; 0: of none. */
  readonly version: number;
  /** Whether the server does not know it yet. */
  readonly isPending: boolean;
}

const PREFIX = 'mouding.draft.';
const MOVED = 'mouding-draft';
const nameOf = (subject: string): string => PREFIX + subject;

/** The draft as it lies on this machine, for comparing. */
export const rawDraft = (subject: string): string | null => localStorage.getItem(nameOf(subject));

/** Drafts of earlier versions of the page had a text and a time only. */
export const parsedDraft = (raw: string | null): Kept | null =>
  raw === null
    ? null
    : {
        others: [],
        version: 0,
        isPending: true,
        ...(JSON.parse(raw) as Partial<Kept> & Pick<Kept, 'text' | 'at'>),
      };

export const keptDraft = (subject: string): Kept | null => parsedDraft(rawDraft(subject));

/** Puts or forgets the draft, and tells every place of this window that shows it. Other windows hear by themselves. */
export function setDraft(subject: string, kept: Kept | null): void {
  if (kept === null) localStorage.removeItem(nameOf(subject));
  else localStorage.setItem(nameOf(subject), JSON.stringify(kept));
  dispatchEvent(new CustomEvent(MOVED, { detail: nameOf(subject) }));
}

/** Calls back when the draft moves, in this window or another. @returns how to stop */
export function onDraft(subject: string, tell: (isElsewhere: boolean) => void): () => void {
  const name = nameOf(subject);
  const here = (event: Event): void => {
    if (event instanceof CustomEvent && event.detail === name) tell(false);
  };
  const elsewhere = ({ key }: StorageEvent): void => {
    if (key === name) tell(true);
  };
  addEventListener(MOVED, here);
  addEventListener('storage', elsewhere);
  return () => {
    removeEventListener(MOVED, here);
    removeEventListener('storage', elsewhere);
  };
}

/** What a person has written on this machine that the server does not know yet. */
export function pendingDrafts(person: string): readonly string[] {
  const names = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? '');
  const own = names.filter((name) => name.startsWith(`${PREFIX}${person}.`));
  return own.map((name) => name.slice(PREFIX.length)).filter((subject) => keptDraft(subject)?.isPending);
}
