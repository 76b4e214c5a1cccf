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
  readonly done: number;
  /** What could not be done, and why; the others went on. */
  readonly failed: readonly { readonly no: number; readonly failure: Failure }[];
}

const REST: BulkStanding = { at: 'rest', done: 0, failed: [] };

/** Proposes the same for several opinions, one act after the other, each seen in its version of that moment. */
export function useBulk(items: readonly OpinionLine[]) {
  const queries = useQueryClient();
  const [standing, setStanding] = useState(REST);
  const isStopped = useRef(false);
  const one = async ({ stream }: OpinionLine, body: ProposeDisposition): Promise<void> => {
    const id = stream.replace('opinion/', '');
    const { etag } = await answered(getOpinion({ path: { id } }));
    await act({ verb: 'opinion.propose', id, body, seen: etag, key: crypto.randomUUID(), post: null });
  };
  const run = async (body: ProposeDisposition): Promise<void> => {
    isStopped.current = false;
    let now: BulkStanding = { ...REST, at: 'work' };
    setStanding(now);
    for (const item of items) {
      if (isStopped.current) break;
      try {
        await one(item, body);
        now = { ...now, done: now.done + 1 };
      } catch (error) {
        now = { ...now, failed: [...now.failed, { no: item.no, failure: failureOf(error) }] };
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
