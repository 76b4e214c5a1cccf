import { queryOptions } from '@tanstack/react-query';
import { dataOf } from './answer.ts';
import { previewReturn } from './generated/sdk.gen.ts';
import { ABOUT } from './live.ts';

/** 退回的后果 of a return that is about some paragraphs, or about all of it where none is named. */
export const clausesReturnQuery = (id: string, clauses: readonly number[]) =>
  queryOptions({
    queryKey: [ABOUT, `chapter/${id}`, 'return', clauses.join(',')],
    queryFn: () =>
      dataOf(
        previewReturn({
          path: { id },
          query: clauses.length === 0 ? {} : { clauses: clauses.join(',') },
        }),
      ),
    placeholderData: (before) => before,
  });
