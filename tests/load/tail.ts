/** One entry as a tail reader was handed it. */
export interface Seen {
  readonly stream: string;
  readonly version: number;
}

/** What became of the entries of a log on their way to one reader that follows it. */
export interface Tail {
  /** Entries that the log holds. */
  readonly written: number;
  /** Of these, how many the reader was never handed. */
  readonly missed: number;
  /** Handed over after a later version of their stream. */
  readonly inverted: number;
  /** Handed over again. */
  readonly doubled: number;
}

/** Compares what a reader was handed, in its order, with what the log holds. */
export function judgeTail(seen: readonly Seen[], written: readonly Seen[]): Tail {
  const handed = new Set<string>();
  const last = new Map<string, number>();
  let inverted = 0;
  let doubled = 0;
  for (const { stream, version } of seen) {
    const name = `${stream} ${version}`;
    const before = last.get(stream) ?? 0;
    if (handed.has(name)) doubled += 1;
    else if (version < before) inverted += 1;
    handed.add(name);
    last.set(stream, Math.max(before, version));
  }
  const missed = written.filter(({ stream, version }) => !handed.has(`${stream} ${version}`)).length;
  return { written: written.length, missed, inverted, doubled };
}

/** The load under which both logs are followed: few streams, many writers, some of them slow. */
export const TORTURE = { writers: 16, streams: 24, slowMs: 30 } as const;

/** A writer's choice of a stream, and whether it is one that wrote elsewhere before and takes its time. */
export const choose = (): { readonly stream: number; readonly slow: boolean } => ({
  stream: Math.floor(Math.random() * TORTURE.streams),
  slow: Math.random() < 0.5,
});
