import { queryOptions } from '@tanstack/react-query';
import { dataOf } from '../../api/answer.ts';
import { listUnheld, previewOrg } from '../../api/generated/sdk.gen.ts';

export const unheldQuery = queryOptions({ queryKey: ['unheld'], queryFn: () => dataOf(listUnheld()) });

/** What an act would come to; nothing is recorded. @throws Failed */
export const preview = (verb: string, body: object) =>
  dataOf(previewOrg({ body: { verb, body: { ...body } } }));
