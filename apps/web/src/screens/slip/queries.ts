import { queryOptions } from '@tanstack/react-query';
import { answered } from '../../api/answer.ts';
import { getReview } from '../../api/generated/sdk.gen.ts';
import { ABOUT } from '../../api/live.ts';

export const reviewQuery = (id: string) =>
  queryOptions({ queryKey: [ABOUT, `review/${id}`], queryFn: () => answered(getReview({ path: { id } })) });
