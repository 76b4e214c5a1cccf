/** Attempts that cost nothing, e.g. a mistyped password; then the wait doubles from half a minute. */
const FREE = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** Accounts remembered; the oldest is forgotten first. */
const REMEMBERED = 10_000;

interface Trail {
  readonly failures: number;
  /** Machine time from which the next attempt is heard. */
  readonly from: number;
}

/**
 * A growing delay per account, kept in memory: guessing gets about ten tries in a quarter of an hour, and nobody is
 * locked out for good.
 */
export class SignInDelay {
  private readonly trails = new Map<string, Trail>();
  private readonly clock: () => number;

  constructor(clock: () => number = Date.now) {
    this.clock = clock;
  }

  /** Seconds to wait before the account may be tried, 0 when now. */
  wait(account: string): number {
    const from = this.trails.get(account)?.from ?? 0;
    return Math.max(0, Math.ceil((from - this.clock()) / 1000));
  }

  /** Counts an attempt before it is judged, so that parallel guesses are counted too. */
  tried(account: string): void {
    const failures = (this.trails.get(account)?.failures ?? 0) + 1;
    const wait = failures < FREE ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - FREE));
    this.trails.delete(account);
    this.trails.set(account, { failures, from: this.clock() + wait });
    if (this.trails.size > REMEMBERED) this.trails.delete(this.trails.keys().next().value ?? '');
  }

  succeeded(account: string): void {
    this.trails.delete(account);
  }
}
