import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { act } from '../../api/act.ts';
import { answered } from '../../api/answer.ts';
import { failureOf, type Failure } from '../../api/failure.ts';
import { getOpinion } from '../../api/generated/sdk.gen.ts';
import type { OpinionLine, ProposeDisposition } from '../../api/generated/types.gen.ts';

/** How far the one-by-one has come. */
export interface BulkStanding {
  readonly at: 'rest' | 'work' | 'done' | 'stopped';
  readonly all: number;
  readonly done: number;
  /** What could not be done, and why; the others went on. */
  readonly failed: readonly { readonly no: number; readonly failure: Failure }[];
}

const REST: BulkStanding = { at: 'rest', all: 0, done: 0, failed: [] };

/** An opinion, and what is proposed for it. */
export interface Wished {
  readonly item: OpinionLine;
  readonly body: ProposeDisposition;
}

/** Proposes for several opinions, one act after the other, each seen in its version of that moment. */
export function useBulk() {
  const queries = useQueryClient();
  const [standing, setStanding] = useState(REST);
  const isStopped = useRef(false);
  const one = async ({ item: { stream }, body }: Wished): Promise<void> => {
    const id = stream.replace('opinion/', '');
    const { etag } = await answered(getOpinion({ path: { id } }));
    await act({ verb: 'opinion.propose', id, body, seen: etag, key: crypto.randomUUID(), post: null });
  };
  const run = async (wished: readonly Wished[]): Promise<void> => {
    isStopped.current = false;
    let now: BulkStanding = { ...REST, at: 'work', all: wished.length };
    setStanding(now);
    for (const each of wished) {
      if (isStopped.current) break;
      try {
        await one(each);
        now = { ...now, done: now.done + 1 };
      } catch (error) {
        now = { ...now, failed: [...now.failed, { no: each.item.no, failure: failureOf(error) }] };
      }
      setStanding(now);
    }
    setStanding({ ...now, at: isStopped.current ? 'stopped' : 'done' });
    await queries.invalidateQueries({ queryKey: ['case'] });
  };
  const stop = (): void => {
    isStopped.current = true;
  };
  return { standing, run, stop };
}
