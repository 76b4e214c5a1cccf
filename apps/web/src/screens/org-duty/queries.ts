import { queryOptions } from '@tanstack/react-query';
import { dataOf } from '../../api/answer.ts';
import { getTreeLog, listMyDelegations } from '../../api/generated/sdk.gen.ts';
import { ABOUT } from '../../api/live.ts';

/** What I delegated and what was delegated to me; fetched again when the organisation changes. */
export const delegationsQuery = (institution: string) =>
  queryOptions({
    queryKey: [ABOUT, `org/${institution}`, 'delegations'],
    queryFn: () => dataOf(listMyDelegations()),
  });

/** 记录树, with every declaration that another one goes on. */
export const treeLogQuery = (institution: string) =>
  queryOptions({ queryKey: [ABOUT, `org/${institution}`, 'log'], queryFn: () => dataOf(getTreeLog()) });
