import { queryOptions } from '@tanstack/react-query';
import { answered, dataOf } from '../../api/answer.ts';
import { getPerson, getPersonContact, listPersons } from '../../api/generated/sdk.gen.ts';
import { ABOUT } from '../../api/live.ts';

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: () => dataOf(listPersons()),
  retry: false,
});

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: [ABOUT, `person/${id}`],
    queryFn: () => answered(getPerson({ path: { id } })),
  });

export const contactQuery = (id: string) =>
  queryOptions({ queryKey: ['contact', id], queryFn: () => dataOf(getPersonContact({ path: { id } })) });
