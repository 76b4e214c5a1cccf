import { queryOptions } from '@tanstack/react-query';
import { answered } from './answer.ts';
import { getRecord } from './generated/sdk.gen.ts';
import { ABOUT } from './live.ts';

/** 补录、代录 with its ETag. */
export const recordQuery = (id: string) =>
  queryOptions({
    queryKey: [ABOUT, `record/${id}`],
    queryFn: () => answered(getRecord({ path: { id } })),
  });
