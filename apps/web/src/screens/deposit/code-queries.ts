import { queryOptions } from '@tanstack/react-query';
import { answered, dataOf } from '../../api/answer.ts';
import { client } from '../../api/generated/client.gen.ts';
import { getCase, getDeposit, openDepositCode } from '../../api/generated/sdk.gen.ts';
import type { CommandAnswer, Deposit, DepositCode } from '../../api/generated/types.gen.ts';
import { ABOUT } from '../../api/live.ts';

/** A deposit with its ETag; fetched again when it moves. */
export const depositQuery = (id: string) =>
  queryOptions({
    queryKey: [ABOUT, `deposit/${id}`],
    queryFn: () => answered(getDeposit({ path: { id } })),
  });

/** Codes that still stand for one submission, as far as the reader sees them. */
export const codesQuery = (caseId: string, of: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'deposits', of],
    queryFn: async (): Promise<readonly Deposit[]> => {
      const { stages } = await dataOf(getCase({ path: { id: caseId } }));
      const ids = stages
        .flatMap(({ items }) => items)
        .filter(({ kind, status }) => kind === 'deposit' && STANDING.has(status))
        .map(({ stream }) => stream.slice('deposit/'.length));
      const found = await Promise.all(ids.map((id) => dataOf(getDeposit({ path: { id } }))));
      return found.filter(({ data }) => data.of === of);
    },
  });

const STANDING = new Set(['deposit-open', 'deposit-held']);

/** All that a code shows. @throws Failed with 404 for one that is not good */
export const openedQuery = (code: string) =>
  queryOptions({
    queryKey: ['opened', code],
    queryFn: () => dataOf(openDepositCode({ headers: { 'Deposit-Code': code } })),
    staleTime: Infinity,
    retry: false,
  });

/** Issues a code. @param key one for each press */
export const issueCode = (body: object, key: string): Promise<CommandAnswer> =>
  dataOf(
    client.post<{ 201: CommandAnswer }, unknown>({
      url: '/v1/deposits',
      body,
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    }),
  );

/** Draws its secret; what was drawn before is dead. */
export const drawCode = (id: string): Promise<DepositCode> =>
  dataOf(
    client.post<{ 201: DepositCode }, unknown>({
      url: `/v1/deposits/${id}/code`,
      body: {},
      headers: { 'Content-Type': 'application/json' },
    }),
  );
