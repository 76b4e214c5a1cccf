import type { Paper } from '../paper/paper.ts';
import { DRAFTING_PAPERS } from './drafting-papers.ts';
import { ISSUING_PAPERS } from './issuing-papers.ts';
import { MEETING_PAPERS } from './meeting-papers.ts';

/** One of every paper, by what it is called. */
export const PAPERS: { readonly [name: string]: Paper } = {
  ...DRAFTING_PAPERS,
  ...MEETING_PAPERS,
  ...ISSUING_PAPERS,
};
