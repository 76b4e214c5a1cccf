import type { Writing } from './use-draft.ts';

/** Words that end with the sheet on which they are written: nothing keeps them. */
export const unkept = (text: string, write: (next: string) => void): Writing => ({
  text,
  keptAt: null,
  others: [],
  write,
  swap: write,
  forget: () => undefined,
});
