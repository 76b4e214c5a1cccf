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

type Holder = Pick<Me, 'capacities'>;

const accountsPost = ({ capacities }: Holder) =>
  capacities.find(({ as, onBehalfOf }) => as === 'administrator' && onBehalfOf === null);

/** Whether the reader looks after accounts: the server tells nobody else who has one. */
export const looksAfterAccounts = (me: Holder): boolean => accountsPost(me) !== undefined;

/** 以何身份 accounts are opened: before they are there, nothing says who may. */
export const opensAccountsAs = (me: Holder): string => accountsPost(me)?.title ?? '';

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: [ABOUT, `person/${id}`],
    queryFn: () => answered(getPerson({ path: { id } })),
  });

export const contactQuery = (id: string) =>
  queryOptions({ queryKey: ['contact', id], queryFn: () => dataOf(getPersonContact({ path: { id } })) });
