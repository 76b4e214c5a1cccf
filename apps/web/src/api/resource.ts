import { queryOptions } from '@tanstack/react-query';
import { answered } from './answer.ts';
import { client } from './generated/client.gen.ts';
import type { Chapter } from './generated/types.gen.ts';
import { ABOUT } from './live.ts';

/** What every kind of thing shows, whatever else it is. */
export type Resource = Omit<Chapter, 'data'>;

/** Any resource by its address, e.g. `meetings`; fetched again when its stream moves. */
export const resourceQuery = (plural: string, id: string) =>
  queryOptions({
    queryKey: [ABOUT, `${plural.replace(/s$/u, '')}/${id}`, 'any'],
    queryFn: () => answered(client.get<{ 200: Resource }, unknown>({ url: `/v1/${plural}/${id}` })),
  });
