import { setTimeout as pause } from 'node:timers/promises';

/** Work that goes on until it is stopped. */
export interface Going {
  /** Resolves when the round that is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Does a piece of work, pauses, and does it again until stopped. A round that fails is told of and tried again: the
 * database comes back.
 *
 * @param everyMs the pause between two rounds, real time
 */
export function againAndAgain(
  everyMs: number,
  work: () => Promise<unknown>,
  trouble: (error: unknown) => void,
): Going {
  const end = new AbortController();
  const { signal } = end;
  const rounds = async (): Promise<void> => {
    while (!signal.aborted) {
      await work().catch(trouble);
      await pause(everyMs, undefined, { signal }).catch(() => {});
    }
  };
  const running = rounds();
  return {
    async stop() {
      end.abort();
      await running;
    },
  };
}
