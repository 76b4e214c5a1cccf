import { useDraft } from '../../drafts/use-draft.ts';

export type Outcome = 'approved' | 'approved-with-changes' | 'recorded' | 'returned' | 'incomplete';

interface Written {
  readonly outcome: Outcome | null;
  readonly number: string;
  readonly letter: string;
  readonly points: readonly string[];
}

const BLANK: Written = { outcome: null, number: '', letter: '', points: [] };

function writtenIn(kept: string): Written {
  try {
    return { ...BLANK, ...(JSON.parse(kept || '{}') as Partial<Written>) };
  } catch {
    return BLANK;
  }
}

/** An answer as far as it was written, kept on this machine with every stroke. */
export interface AnswerDraft {
  readonly value: Written;
  readonly write: (part: Partial<Written>) => void;
  readonly drop: () => void;
}

/** @param subject who answers what */
export function useAnswerDraft(subject: string): AnswerDraft {
  const draft = useDraft(subject);
  const value = writtenIn(draft.text);
  return {
    value,
    write: (part) => draft.write(JSON.stringify({ ...value, ...part })),
    drop: draft.drop,
  };
}
