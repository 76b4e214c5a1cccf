import { queryOptions } from '@tanstack/react-query';
import { dataOf } from '../../api/answer.ts';
import { listMyDelegations, listProcedures } from '../../api/generated/sdk.gen.ts';

/** Delegations given and held, each by whose post it is and who acts. */
export const delegationsQuery = queryOptions({
  queryKey: ['org', 'delegations'],
  queryFn: async () => {
    const { items } = await dataOf(listMyDelegations());
    return items.map(({ delegation, post, to }) => ({
      value: delegation,
      label: to.name === null ? post.title : `${post.title} → ${to.name}`,
    }));
  },
});

export const proceduresQuery = queryOptions({
  queryKey: ['procedures'],
  queryFn: () => dataOf(listProcedures()),
});
