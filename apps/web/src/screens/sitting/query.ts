import { queryOptions } from '@tanstack/react-query';
import { answered } from '../../api/answer.ts';
import { getBallot, getSitting } from '../../api/generated/sdk.gen.ts';
import { ABOUT } from '../../api/live.ts';

/** 会次; fetched again when it moves. @param id null where a meeting is of its own */
export const sittingQuery = (id: string | null) =>
  queryOptions({
    queryKey: [ABOUT, `sitting/${id ?? ''}`],
    queryFn: () => answered(getSitting({ path: { id: id ?? '' } })),
    enabled: id !== null,
  });

/** 表决: a secret ballot in counts alone. */
export const ballotQuery = (id: string | null) =>
  queryOptions({
    queryKey: [ABOUT, `ballot/${id ?? ''}`],
    queryFn: () => answered(getBallot({ path: { id: id ?? '' } })),
    enabled: id !== null,
  });
