import type { PaperPages } from '@mouding/contract';
import { queryOptions } from '@tanstack/react-query';
import { answered, dataOf } from '../../api/answer.ts';
import { client } from '../../api/generated/client.gen.ts';
import { getIssue } from '../../api/generated/sdk.gen.ts';
import { ABOUT } from '../../api/live.ts';

export const issueQuery = (id: string) =>
  queryOptions({ queryKey: [ABOUT, `issue/${id}`], queryFn: () => answered(getIssue({ path: { id } })) });

/** Which paper of which version of a thing. */
export interface Drawn {
  readonly plural: string;
  readonly id: string;
  readonly paper: string;
  readonly version: number;
}

/** Some pages of a paper, from one on, as they will be printed. */
export const pagesQuery = ({ plural, id, paper, version }: Drawn, from: number) =>
  queryOptions({
    queryKey: ['pages', plural, id, paper, version, from],
    queryFn: () =>
      dataOf(
        client.get<{ 200: PaperPages }, unknown>({
          url: `/v1/${plural}/${id}/papers/${paper}/pages`,
          query: { from },
        }),
      ),
    staleTime: Infinity,
  });
