/** An unsigned opinion as far as it was written. */
export interface Written {
  readonly about: string;
  readonly quote: string;
  readonly wording: string;
  readonly proposed: string;
}

const BLANK: Written = { about: '', quote: '', wording: '', proposed: '' };

/** What was kept as a draft; whatever else lies there is no draft of ours. */
export function writtenIn(kept: string): Written {
  try {
    return { ...BLANK, ...(JSON.parse(kept || '{}') as Partial<Written>) };
  } catch {
    return BLANK;
  }
}

export const isWhole = ({ about, wording }: Written): boolean => about.trim() !== '' && wording.trim() !== '';

/** What is sent: nothing but the words. */
export const bodyOf = ({ about, quote, wording, proposed }: Written) => ({
  about: about.trim(),
  quote: quote.trim() === '' ? null : quote.trim(),
  wording: wording.trim(),
  ...(proposed.trim() === '' ? {} : { proposed: proposed.trim() }),
});
