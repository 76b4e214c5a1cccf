import { SINGULARS } from './singular.ts';
import type { Trail } from '@mouding/contract';
import { queryOptions } from '@tanstack/react-query';
import { dataOf } from './answer.ts';
import { client } from './generated/client.gen.ts';
import { ABOUT } from './live.ts';

/** 办理经过 and the versions of a thing's text; fetched again when its stream moves. */
export const trailQuery = (plural: string, id: string) =>
  queryOptions({
    queryKey: [ABOUT, `${SINGULARS[plural] ?? plural}/${id}`, 'trail'],
    queryFn: () => dataOf(client.get<{ 200: Trail }, unknown>({ url: `/v1/${plural}/${id}/trail` })),
  });
