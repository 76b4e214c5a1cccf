import { queryOptions } from '@tanstack/react-query';
import { answered, dataOf } from '../../api/answer.ts';
import { getDossier, getFiling, getWhy, keepText } from '../../api/generated/sdk.gen.ts';
import type { TextRef } from '../../api/generated/types.gen.ts';
import { ABOUT } from '../../api/live.ts';

export const filingQuery = (id: string) =>
  queryOptions({ queryKey: [ABOUT, `filing/${id}`], queryFn: () => answered(getFiling({ path: { id } })) });

export const dossierQuery = (id: string) =>
  queryOptions({ queryKey: [ABOUT, `dossier/${id}`], queryFn: () => answered(getDossier({ path: { id } })) });

/** Whether an empty package could be sent, and what it lacks by the procedure; nothing is recorded by asking. */
export const lackingQuery = (id: string, letter: string) =>
  queryOptions({
    queryKey: [ABOUT, `filing/${id}`, 'lacking', letter],
    queryFn: () =>
      dataOf(
        getWhy({
          path: { resource: 'filings', id },
          query: { command: 'filing.send', body: JSON.stringify({ letter, manifest: [] }) },
        }),
      ),
    retry: false,
  });

/** Keeps words as a text. @throws Failed */
export async function kept(content: string): Promise<TextRef> {
  const { ref } = await dataOf(keepText({ body: { content } }));
  return ref;
}
