import { PLURALS } from '@mouding/contract';
import { queryOptions } from '@tanstack/react-query';
import { dataOf } from './answer.ts';
import { getWhy } from './generated/sdk.gen.ts';
import type { Plural } from './generated/types.gen.ts';

/** Whether one may begin something by a verb such as `case.open`, and why not: the server's own answer, before anything is filled in. */
export const whyNewQuery = (verb: string) =>
  queryOptions({
    queryKey: ['why', 'new', verb],
    queryFn: () => {
      const resource = PLURALS[verb.slice(0, verb.indexOf('.'))] as Plural;
      return dataOf(getWhy({ path: { resource, id: 'new' }, query: { command: verb } }));
    },
  });
