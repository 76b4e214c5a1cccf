import { queryOptions } from '@tanstack/react-query';
import { answered } from '../../api/answer.ts';
import { getIssue } from '../../api/generated/sdk.gen.ts';
import { ABOUT } from '../../api/live.ts';

export const issueQuery = (id: string) =>
  queryOptions({ queryKey: [ABOUT, `issue/${id}`], queryFn: () => answered(getIssue({ path: { id } })) });
