import type { emptyState, Procedure, StreamKind } from '@mouding/core';

/** A stream folded up to a version. `state` is null while nothing was recorded there. */
export interface Folded {
  readonly version: number;
  /** Of the entry at `version`, hex; null at version 0. */
  readonly hash: string | null;
  readonly of: StreamKind | null;
  readonly state: ReturnType<typeof emptyState> | null;
}

export const NOTHING_YET: Folded = { version: 0, hash: null, of: null, state: null };

/** Keeps what was used last, up to a number. */
class Latest<T> {
  private readonly kept = new Map<string, T>();
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  get(key: string): T | undefined {
    const found = this.kept.get(key);
    if (found !== undefined) this.put(key, found);
    return found;
  }

  put(key: string, value: T): void {
    this.kept.delete(key);
    this.kept.set(key, value);
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value ?? '');
  }

  drop(key: string): void {
    this.kept.delete(key);
  }
}

/**
 * States by stream and version, procedures by hash. Disposable: entries never change, so a state is only ever behind,
 * and whoever reads it brings it up to date first.
 */
export class StateCache {
  private readonly states: Latest<Folded>;
  private readonly compiled: Latest<Procedure>;

  constructor(states = 20_000, procedures = 50) {
    this.states = new Latest(states);
    this.compiled = new Latest(procedures);
  }

  state(institution: string, stream: string): Folded {
    return this.states.get(`${institution}/${stream}`) ?? NOTHING_YET;
  }

  has(institution: string, stream: string): boolean {
    return this.states.get(`${institution}/${stream}`) !== undefined;
  }

  /** Keeps a state unless a newer one is kept already. */
  keep(institution: string, stream: string, folded: Folded): void {
    const key = `${institution}/${stream}`;
    if (folded.version > (this.states.get(key)?.version ?? 0)) this.states.put(key, folded);
  }

  /** A state that does not agree with the log: the database was restored to an earlier time. */
  forget(institution: string, stream: string): void {
    this.states.drop(`${institution}/${stream}`);
  }

  procedure(hash: string): Procedure | undefined {
    return this.compiled.get(hash);
  }

  keepProcedure(hash: string, procedure: Procedure): void {
    this.compiled.put(hash, procedure);
  }
}
