import type { TextRef } from '../../api/generated/types.gen.ts';
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

/** What may be answered in a word; all others say in a letter what is asked. */
const WORDLESS: ReadonlySet<Outcome> = new Set(['approved', 'recorded']);

/** What an answer still wants before it can be sent. */
export function lackIn({ outcome, number, letter }: Written): 'outcome' | 'number' | 'letter' | null {
  if (outcome === null) return 'outcome';
  if (number.trim() === '') return 'number';
  return letter.trim() === '' && !WORDLESS.has(outcome) ? 'letter' : null;
}

/** The answer as it is sent. @param letter the letter, kept as a text; null where there is none */
export const answerIn = ({ outcome, number, points }: Written, letter: TextRef | null) => ({
  outcome,
  number: number.trim(),
  letter,
  points: points.map((point) => point.trim()).filter((point) => point !== ''),
});

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
