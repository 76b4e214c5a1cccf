import { queryOptions } from '@tanstack/react-query';
import type { Operation } from '@mouding/text';
import { dataOf } from '../../../api/answer.ts';
import { getCheckup, listInstructions, previewMerge } from '../../../api/generated/sdk.gen.ts';
import { ABOUT } from '../../../api/live.ts';

/** 校核 of the text as it is saved. */
export const checkupQuery = (id: string) =>
  queryOptions({
    queryKey: [ABOUT, `manuscript/${id}`, 'checkup'],
    queryFn: () => dataOf(getCheckup({ path: { id } })),
    retry: false,
  });

/** What a merge would give; nothing is recorded by asking. */
export const mergeQuery = (id: string, base: string, current: string, operations: readonly Operation[]) =>
  queryOptions({
    queryKey: ['merge', id, base, current, operations.length],
    queryFn: () =>
      dataOf(
        previewMerge({
          path: { id },
          body: {
            base: { scheme: 'tree@1', hash: base },
            edits: [],
            operations: [{ operations: [...operations], cites: null, reason: '' }],
          },
        }),
      ),
    retry: false,
  });

/** 批示 on the chapters of a case. */
export const instructionsQuery = (caseId: string) =>
  queryOptions({
    queryKey: [ABOUT, `case/${caseId}`, 'instructions'],
    queryFn: () => dataOf(listInstructions({ path: { id: caseId } })),
  });
