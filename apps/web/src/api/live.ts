import type { QueryClient } from '@tanstack/react-query';

/** 实时, 重连中, 离线. */
export type Liveness = 'live' | 'connecting' | 'offline';

/** What the server says of a change: which stream, and its version now. */
interface Changed {
  readonly resource: string;
}

/** The key under which a query depends on the stream; `cases` and `obligations` follow every change. */
export const ABOUT = 'about';

/**
 * Follows the server's changes and has what depends on them fetched again; it never patches what is shown.
 * @returns the end of it
 */
export function follow(queries: QueryClient, tell: (liveness: Liveness) => void): () => void {
  const source = new EventSource('/v1/stream');
  tell('connecting');
  source.addEventListener('open', () => tell('live'));
  source.addEventListener('error', () => tell(navigator.onLine ? 'connecting' : 'offline'));
  source.addEventListener('change', ({ data }: MessageEvent<string>) => {
    const { resource } = JSON.parse(data) as Changed;
    void queries.invalidateQueries({ predicate: ({ queryKey }) => isAbout(queryKey, resource) });
  });
  return () => source.close();
}

const FOLLOWING = new Set(['obligations', 'cases', 'case']);

const isAbout = ([what, stream]: readonly unknown[], resource: string): boolean =>
  what === ABOUT ? stream === resource : FOLLOWING.has(String(what));
