const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A number or a range of two (3—5, 90%—95%), or what stands between numbers. */
const FIGURES = /\d+(?:[.,]\d+)*[%％‰]?(?:[-—–~～]+\d+(?:[.,]\d+)*[%％‰]?)*|[^\d]+/g;
const WITHOUT_MARK = /[^，。；：、！？\n\t]{1,400}|[，。；：、！？\n\t]/gu;
const WITH_MARK = /[^，。；：、！？\n\t]*[，。；：、！？\n\t]|[^，。；：、！？\n\t]+/gu;

/** The clauses of a text, each with the mark behind it; joined they are the text. */
export const clausesOf = (text: string): readonly string[] => text.match(WITH_MARK) ?? [];

/**
 * The words of a text; joined they are the text. A number is one word, a punctuation mark too. Segmented clause by
 * clause: the segmenter takes longer than in proportion to the length of what it is given.
 */
export function wordsOf(text: string): readonly string[] {
  return (text.match(FIGURES) ?? []).flatMap((piece) => {
    const code = piece.charCodeAt(0);
    if (code >= 48 && code <= 57) return [piece];
    return (piece.match(WITHOUT_MARK) ?? []).flatMap((clause) =>
      clause.length === 1 ? [clause] : [...segmenter.segment(clause)].map(({ segment }) => segment),
    );
  });
}
