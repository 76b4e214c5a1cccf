import type { Reply } from './line.ts';

/** As the api tells requests apart; in the order in which they are let in. */
export const KINDS = ['decide', 'submit', 'read', 'export'] as const;
export type Kind = (typeof KINDS)[number];

export interface RushWish {
  readonly perSecond: number;
  readonly ms: number;
  /** Connections that the caller opens at most; a request that finds none idle is not sent. */
  readonly connections: number;
}

/** What became of the requests of one class. */
export interface Fate {
  readonly sent: number;
  /** No connection was idle. */
  readonly unsent: number;
  readonly accepted: number;
  readonly refused: number;
}

/** What a rush gave. Times in milliseconds from the write to the last byte of the answer. */
export interface Rush {
  readonly ms: number;
  /** Until the last answer. */
  readonly whole: number;
  /** Microseconds of the caller. */
  readonly cpu: number;
  readonly fates: { readonly [K in Kind]: Fate };
  readonly accepted: Times;
  readonly refused: Times;
  /** Answers by what they were, where they were neither accepted nor 503 with Retry-After. */
  readonly others: Readonly<Record<string, number>>;
}

export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  /** How many took 100 ms and more. */
  readonly late: number;
}

/** A refusal is quick when it takes less. */
export const QUICK_MS = 100;

export interface Tally {
  unsent(kind: Kind): void;
  sent(kind: Kind): void;
  /** How many are not answered yet. */
  waiting(): number;
  heard(kind: Kind, reply: Reply, ms: number): void;
  close(end: Pick<Rush, 'ms' | 'whole' | 'cpu'>): Rush;
}

type Counting = { -readonly [F in keyof Fate]: number };

/** Counts answers, each into one place. */
export function tallyOf(): Tally {
  const none = (): Counting => ({ sent: 0, unsent: 0, accepted: 0, refused: 0 });
  const fates = { decide: none(), submit: none(), read: none(), export: none() };
  const times = { accepted: [] as number[], refused: [] as number[] };
  const others = new Map<string, number>();
  let waiting = 0;
  return {
    unsent: (kind) => void (fates[kind].unsent += 1),
    sent(kind) {
      fates[kind].sent += 1;
      waiting += 1;
    },
    waiting: () => waiting,
    heard(kind, reply, ms) {
      waiting -= 1;
      const outcome = outcomeOf(reply);
      if (outcome === 'accepted' || outcome === 'refused') {
        fates[kind][outcome] += 1;
        times[outcome].push(ms);
      } else others.set(outcome, (others.get(outcome) ?? 0) + 1);
    },
    close(end) {
      if (waiting > 0) others.set('no answer', waiting);
      const [accepted, refused] = [timesOf(times.accepted), timesOf(times.refused)];
      return { ...end, fates, accepted, refused, others: Object.fromEntries(others) };
    },
  };
}

function outcomeOf({ status, head, body }: Reply): string {
  if (status >= 200 && status < 300) return 'accepted';
  if (status === 503 && /\r\nretry-after: *\d/i.test(head)) return 'refused';
  return status === 0 ? 'reset' : `${status} ${/"code":"([a-z-]+)"/.exec(body)?.[1] ?? ''}`.trim();
}

function timesOf(times: number[]): Times {
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  const late = times.filter((each) => each >= QUICK_MS).length;
  return { p50: at(0.5), p99: at(0.99), most: times.at(-1) ?? 0, late };
}
