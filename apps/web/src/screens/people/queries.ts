import { queryOptions } from '@tanstack/react-query';
import { answered, dataOf } from '../../api/answer.ts';
import { getPerson, getPersonContact, listPersons } from '../../api/generated/sdk.gen.ts';
import type { Me } from '../../api/generated/types.gen.ts';
import { ABOUT } from '../../api/live.ts';

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: () => dataOf(listPersons()),
  retry: false,
});

/** Whether the reader looks after accounts: the server tells nobody else who has one. */
export const looksAfterAccounts = ({ capacities }: Pick<Me, 'capacities'>): boolean =>
  capacities.some(({ as, onBehalfOf }) => as === 'administrator' && onBehalfOf === null);

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: [ABOUT, `person/${id}`],
    queryFn: () => answered(getPerson({ path: { id } })),
  });

export const contactQuery = (id: string) =>
  queryOptions({ queryKey: ['contact', id], queryFn: () => dataOf(getPersonContact({ path: { id } })) });
