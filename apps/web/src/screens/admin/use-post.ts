import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered } from '../../api/answer.ts';
import { failureOf } from '../../api/failure.ts';
import { client } from '../../api/generated/client.gen.ts';
import type { CommandAnswer } from '../../api/generated/types.gen.ts';
import type { Acting } from '../../api/use-act.ts';

/** Carries a command out at its address. @throws Failed */
export async function postCommand(
  url: string,
  body: object,
  key: string,
  seen?: string | null,
): Promise<CommandAnswer> {
  const headers = {
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
    ...(seen == null ? {} : { 'If-Match': seen }),
  };
  const { data } = await answered(client.post<{ 200: CommandAnswer }, unknown>({ url, body, headers }));
  return data;
}

/**
 * One command by its address, where it makes something new or belongs to the institution: otherwise as {@link useAct}.
 * A press whose answer was lost is pressed again under the key of the first.
 */
export function usePost(url: string, seen: string | null = null) {
  const queries = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { mutate, reset, data, error, isPending } = useMutation({
    mutationFn: (body: object) => postCommand(url, body, key, seen),
    onSettled: (_, failed) => {
      if (!failed || failureOf(failed).kind === 'problem') setKey(crypto.randomUUID());
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  return { press: mutate, again: reset, acting: actingOf(data, error, isPending) };
}

function actingOf(answer: CommandAnswer | undefined, error: Error | null, isPending: boolean): Acting {
  if (isPending) return { at: 'work' };
  if (error) return { at: 'failed', failure: failureOf(error) };
  return answer ? { at: 'done', answer } : { at: 'rest' };
}
