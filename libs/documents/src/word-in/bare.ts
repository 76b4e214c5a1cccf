import type { Found } from './story.ts';
import type { WordIn } from './word.ts';

/** A file of which nothing has been read yet; what it carries beside the text stays empty in plain words. */
export const freshBare = (): Omit<WordIn, 'paragraphs'> &
  Pick<Found, 'paragraphs' | 'notImported' | 'warnings'> => ({
  paragraphs: [],
  end: '',
  revisions: { count: 0, authors: [], list: [], taken: 'accept' },
  comments: [],
  pictures: [],
  notImported: [],
  headersFooters: [],
  residue: [],
  warnings: [],
  properties: {},
});
