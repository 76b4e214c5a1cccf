import { READING } from '@mouding/core';
import { queryOptions } from '@tanstack/react-query';
import { dataOf } from '../../api/answer.ts';
import { compareIndicators, listIndicators } from '../../api/generated/sdk.gen.ts';
import type { IndicatorSheetCheck, IndicatorTable, Me, Problem } from '../../api/generated/types.gen.ts';
import { Failed } from '../../api/failure.ts';

export type Row = IndicatorTable['rows'][number];

export const indicatorsQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'indicators'],
    queryFn: () => dataOf(listIndicators({ path: { id } })),
  });

/** Whether the reader may read manuscripts of the house, with which the figures are compared. */
export const readsManuscripts = ({ capacities }: Pick<Me, 'capacities'>): boolean =>
  capacities.some(
    ({ as, onBehalfOf }) =>
      onBehalfOf === null && READING.manuscript.some((grant) => grant.as === as && grant.where === 'any'),
  );

export const comparisonQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'indicators', 'comparison'],
    queryFn: () => dataOf(compareIndicators({ path: { id } })),
  });

/** What a filled sheet would change; nothing is recorded. @throws Failed */
export async function checkSheet(id: string, file: File): Promise<IndicatorSheetCheck> {
  const response = await fetch(`/v1/cases/${id}/indicators/sheet`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  }).catch(() => null);
  if (!response) throw new Failed({ kind: 'offline' });
  const answer = (await response.json()) as unknown;
  if (response.ok) return answer as IndicatorSheetCheck;
  throw new Failed({ kind: 'problem', status: response.status, problem: answer as Problem });
}
