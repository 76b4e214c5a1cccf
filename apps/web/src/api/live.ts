import type { QueryClient } from '@tanstack/react-query';
import { keepLine, type Liveness } from './line.ts';

/** What the server says of a change: which stream, and its version now. */
interface Changed {
  readonly resource: string;
}

/** The key under which a query depends on the stream; `cases` and `obligations` follow every change. */
export const ABOUT = 'about';

/** Milliseconds in which changes that come one upon another are taken together: after a night away there are many. */
const TOGETHER = 50;

/**
 * Follows the server's changes and has what depends on them fetched again; it never patches what is shown.
 *
 * @param seenTo the last entry of the record before anything that is shown was asked for: the server tells what came
 *   after it, so that no change falls between the first fetch and the opening of the stream, or into a break of it
 * @returns the end of it
 */
export function follow(queries: QueryClient, seenTo: number, tell: (liveness: Liveness) => void): () => void {
  const changes = together((resources) => {
    void queries.invalidateQueries({ predicate: ({ queryKey }) => isAbout(queryKey, resources) });
  });
  const leave = keepLine(seenTo, {
    tell,
    change: (data) => changes.note((JSON.parse(data) as Changed).resource),
  });
  return () => {
    leave();
    changes.stop();
  };
}

/** Takes what comes within a moment as one. */
function together(tell: (resources: ReadonlySet<string>) => void) {
  let noted = new Set<string>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const pass = (): void => {
    waiting = undefined;
    const told = noted;
    noted = new Set();
    tell(told);
  };
  return {
    note: (resource: string): void => {
      noted.add(resource);
      waiting ??= setTimeout(pass, TOGETHER);
    },
    stop: (): void => clearTimeout(waiting),
  };
}

const FOLLOWING = new Set(['obligations', 'cases', 'case']);

const isAbout = ([what, stream]: readonly unknown[], resources: ReadonlySet<string>): boolean =>
  what === ABOUT ? resources.has(String(stream)) : FOLLOWING.has(String(what));
