import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { act } from './act.ts';
import { failureOf, type Failure } from './failure.ts';
import type { CommandAnswer } from './generated/types.gen.ts';
import { ABOUT } from './live.ts';

/** What became of a press so far. */
export type Acting =
  | { readonly at: 'rest' }
  | { readonly at: 'work' }
  | { readonly at: 'done'; readonly answer: CommandAnswer }
  | { readonly at: 'failed'; readonly failure: Failure };

interface Aim {
  readonly verb: string;
  readonly id: string;
  readonly seen: string | null;
  readonly post?: string | null;
}

/**
 * Carries one command out. A press whose answer was lost is pressed again under the key of the first; a press after an
 * answer is another one.
 */
export function useAct({ verb, id, seen, post = null }: Aim) {
  const queries = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { mutate, reset, data, error, isPending } = useMutation({
    mutationFn: (body: object) => act({ verb, id, body, seen, key, post }),
    onSettled: (_, failed) => {
      if (!failed || failureOf(failed).kind === 'problem') setKey(crypto.randomUUID());
    },
    onSuccess: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [what] }) => what === ABOUT || what === 'obligations' || what === 'case',
      }),
  });
  return { press: mutate, again: reset, acting: actingOf(data, error, isPending) };
}

function actingOf(answer: CommandAnswer | undefined, error: Error | null, isPending: boolean): Acting {
  if (isPending) return { at: 'work' };
  if (error) return { at: 'failed', failure: failureOf(error) };
  return answer ? { at: 'done', answer } : { at: 'rest' };
}
