import type { Counts, MeetingOutcome, Vote } from './facts.ts';

/** 更正: what an entry said before another took its place. Both stay on the record. */
export type Correction =
  | { readonly of: 'vote'; readonly post: string; readonly was: Vote }
  | { readonly of: 'attendance'; readonly post: string; readonly was: 'present' | 'absent' }
  | { readonly of: 'hands'; readonly was: Counts }
  | { readonly of: 'decision'; readonly was: MeetingOutcome };
