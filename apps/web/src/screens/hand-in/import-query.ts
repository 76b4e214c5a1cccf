import { queryOptions } from '@tanstack/react-query';
import { dataOf } from '../../api/answer.ts';
import {
  getChapterImport,
  getChapterUse,
  getContributionImport,
  getContributionUse,
} from '../../api/generated/sdk.gen.ts';
import type { ImportView } from '../../api/generated/types.gen.ts';
import { ABOUT } from '../../api/live.ts';
import { kindOf, type Submitted } from './submitted.ts';

export type Imported = ImportView;

/** What was recognised in the original; fetched again when the thing moves. */
export const importQuery = (thing: Submitted) =>
  queryOptions({
    queryKey: [ABOUT, thing.stream, 'import'],
    queryFn: () => {
      const path = { path: { id: thing.id } };
      return dataOf(kindOf(thing) === 'chapter' ? getChapterImport(path) : getContributionImport(path));
    },
  });

/** Where it was used in the text of now. */
export const usedQuery = (thing: Submitted) =>
  queryOptions({
    queryKey: [ABOUT, thing.stream, 'use'],
    queryFn: () => {
      const path = { path: { id: thing.id } };
      return dataOf(kindOf(thing) === 'chapter' ? getChapterUse(path) : getContributionUse(path));
    },
  });
