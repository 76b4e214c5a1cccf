import type { Said } from '../refusal.ts';

/** A size and root of a log, the root in base64, as they stand in a checkpoint. */
export type SignedHead = { readonly size: number; readonly root: string };

/** 另起记录树: a former log of the organisation is signed no more, and another goes on in its place. */
export interface LogRestart {
  readonly restart: string;
  /** The name of the log that ends, and of the one that begins. */
  readonly origin: string;
  readonly next: string;
  /** What was signed last of the log that ends, and what is still here of it: the difference was lost. */
  readonly signed: SignedHead;
  readonly kept: SignedHead;
  readonly reason: string;
  /** Who proposed it, by person and post. */
  readonly by: string;
  readonly post: string | null;
  readonly status: 'waiting' | 'declared' | 'declined';
  /** Who confirmed or declined it, by person and post. */
  readonly judged: { readonly by: string; readonly post: string | null } | null;
}

/** Why no checkpoint is published; the words are the checkpointer's. */
export interface LogTroubleNow {
  readonly trouble: string;
  /** Law time of the alarm. */
  readonly since: string;
  readonly said: Said;
  /** The kinds of posts in which somebody has taken note of it. */
  readonly seen: readonly string[];
}

/** What the organisation knows of the tree over its own record. */
export interface TreeLog {
  readonly restarts: readonly LogRestart[];
  readonly trouble: LogTroubleNow | null;
}

export const NO_TROUBLE: TreeLog = { restarts: [], trouble: null };

type Proposed = { -readonly [K in Exclude<keyof LogRestart, 'status' | 'judged'>]: LogRestart[K] };
type Judged = { restart: string; by: string; post: string | null };
type Declared = Judged & {
  origin: string;
  next: string;
  signed: SignedHead;
  kept: SignedHead;
  reason: string;
};

/** The tree over the record, as far as the organisation has something to say of it. Names are permanent. */
export type TreeLogFact =
  | { readonly type: 'LogRestartProposed'; readonly data: Proposed }
  | { readonly type: 'LogRestartDeclined'; readonly data: Judged }
  /** The second key: whoever checks the record finds it here by name, with the heads that it is about. */
  | { readonly type: 'LogRestarted'; readonly data: Declared }
  | { readonly type: 'CheckpointsStopped'; readonly data: { trouble: string; said: Said; at: string } }
  | { readonly type: 'CheckpointTroubleSeen'; readonly data: { by: string; as: string } }
  | { readonly type: 'CheckpointsResumed'; readonly data: { at: string } };

const NAMES: ReadonlySet<string> = new Set<TreeLogFact['type']>([
  'LogRestartProposed',
  'LogRestartDeclined',
  'LogRestarted',
  'CheckpointsStopped',
  'CheckpointTroubleSeen',
  'CheckpointsResumed',
]);

/** Whether a fact of the organisation is of the tree over its record. */
export const isOfTreeLog = (fact: { readonly type: string }): fact is TreeLogFact => NAMES.has(fact.type);

/** What is known after a fact. */
export function withTreeLog(log: TreeLog, fact: TreeLogFact): TreeLog {
  switch (fact.type) {
    case 'LogRestartProposed':
      return { ...log, restarts: [...log.restarts, { ...fact.data, status: 'waiting', judged: null }] };
    case 'LogRestartDeclined':
      return judged(log, fact.data, 'declined');
    case 'LogRestarted':
      return judged(log, fact.data, 'declared');
    default:
      return { ...log, trouble: troubleAfter(log.trouble, fact) };
  }
}

const judged = (log: TreeLog, { restart, by, post }: Judged, status: LogRestart['status']): TreeLog => ({
  ...log,
  restarts: log.restarts.map((each) =>
    each.restart === restart ? { ...each, status, judged: { by, post } } : each,
  ),
});

type Alarm = Extract<TreeLogFact, { type: `Checkpoint${string}` }>;

function troubleAfter(trouble: LogTroubleNow | null, fact: Alarm): LogTroubleNow | null {
  switch (fact.type) {
    case 'CheckpointsStopped':
      return { trouble: fact.data.trouble, since: fact.data.at, said: fact.data.said, seen: [] };
    case 'CheckpointTroubleSeen':
      return trouble && { ...trouble, seen: [...trouble.seen, fact.data.as] };
    case 'CheckpointsResumed':
      return null;
  }
}

/** The name of the log that follows another: the same, counted on. */
export function nextOrigin(origin: string): string {
  const [, base = origin, count = '0'] = /^(.+)\/(\d+)$/.exec(origin) ?? [];
  return `${base}/${Number(count) + 1}`;
}
